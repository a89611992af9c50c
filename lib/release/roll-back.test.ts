import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { factNode, linkTo, paragraph, putDraft, putFact } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import { rollBack } from './roll-back.ts'
import type { Release } from './write-change.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const publish = async (istok: Istok, request: Record<string, string[]>) =>
  (await publishRelease(istok, system, { ...nothing, ...request })) as Release
const slugs = ({ changes }: Release) => changes.map(({ slug, locale, op }) => `${op} ${slug} ${locale}`).sort()

async function body(istok: Istok, slug: string, channel = 'website', locale = 'ru') {
  const answer = await readRendition(istok, { channel, locale, slug, profile: null })
  return answer.kind === 'found' ? (JSON.parse(answer.reply.body.toString()) as { title: string; release: number }) : answer.kind
}

test('rolling back names the release that it undoes; one that does not exist, or changes nothing any more, is refused', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', title: 'Один' })
  await publish(istok, { articles: [id] })
  await putDraft(istok, { id, slug: 'a', title: 'Два' })
  await publish(istok, { articles: [id] })
  for (const number of [0, 3, -1]) await expect(rollBack(istok, system, { number, note: '' })).rejects.toMatchObject({ code: 'not_found' })
  const back = await rollBack(istok, system, { number: 2, note: 'ошибка' })
  expect(back).toMatchObject({ number: 3, kind: 'rollback', restores: 2, note: 'ошибка' })
  expect(await body(istok, 'a')).toMatchObject({ title: 'Один', release: 3 })
  const same = { code: 'conflict', details: { reason: 'nothing-to-roll-back' } }
  await expect(rollBack(istok, system, { number: 2, note: '' })).rejects.toMatchObject(same)
  const forth = await rollBack(istok, system, { number: 3, note: 'нет, верно' })
  expect(forth).toMatchObject({ number: 4, restores: 3 })
  expect(await body(istok, 'a')).toMatchObject({ title: 'Два' })
})

test('rolling back the first release leaves an empty base whose past can be read, and going back on that brings it again', async () => {
  const istok = openTestIstok()
  await putFact(istok, 'fee', 'percent', null, '1')
  const id = await putDraft(istok, { slug: 'a', title: 'Один', blocks: [paragraph(factNode('fee'))] })
  await publish(istok, { articles: [id], facts: ['fee'] })
  expect(slugs(await rollBack(istok, system, { number: 1, note: '' }))).toEqual(['delete a ru'])
  expect(await body(istok, 'a')).toBe('gone')
  const then = await readRendition(istok, { channel: 'website', locale: 'ru', slug: 'a', profile: null, release: 1 })
  expect(then.kind).toBe('found')
  await rollBack(istok, system, { number: 2, note: '' })
  expect(await body(istok, 'a')).toMatchObject({ title: 'Один', release: 3 })
})

test('two who roll back the same release at once undo it once', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', title: 'Один' })
  await publish(istok, { articles: [id] })
  await putDraft(istok, { id, slug: 'a', title: 'Два' })
  await publish(istok, { articles: [id] })
  await Promise.allSettled([rollBack(istok, system, { number: 2, note: '' }), rollBack(istok, system, { number: 2, note: '' })])
  expect(await body(istok, 'a')).toMatchObject({ title: 'Один' })
})

test('a link’s target is not withdrawn alone; a roll-back takes both away', async () => {
  const istok = openTestIstok()
  const target = await putDraft(istok, { slug: 'target' })
  await publish(istok, { articles: [await putDraft(istok, { slug: 'first' })] })
  await publish(istok, { articles: [target] })
  const linking = await putDraft(istok, { slug: 'first-link', blocks: [paragraph(linkTo('target', 'сюда'))] })
  await publish(istok, { articles: [linking] })
  await expect(publish(istok, { withdraw: [target] })).rejects.toMatchObject({
    ...{ code: 'invalid', details: { reason: 'losses' } },
  })
  expect(slugs(await rollBack(istok, system, { number: 2, note: '' }))).toEqual(['delete first-link ru', 'delete target ru'])
})
