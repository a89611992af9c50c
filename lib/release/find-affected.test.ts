import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { factNode, linkTo, paragraph, putDraft, putFact, putSnippet, text } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import type { Release } from './write-change.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const publish = async (istok: Istok, request: Record<string, string[]>) =>
  (await publishRelease(istok, system, { ...nothing, ...request })) as Release
const slugs = ({ changes }: Release) => changes.map(({ slug, locale, op }) => `${op} ${slug} ${locale}`).sort()

async function body(istok: Istok, slug: string, channel = 'website', locale = 'ru') {
  const answer = await readRendition(istok, { channel, locale, slug, profile: null })
  return answer.kind === 'found' ? (JSON.parse(answer.reply.body.toString()) as { title: string; release: number }) : answer.kind
}

test('only those are said anew who say what changed: through a snippet, by a link under any former address, in each language', async () => {
  const istok = openTestIstok()
  await putFact(istok, 'fee', 'percent', null, '1')
  await putSnippet(istok, 'note', { ru: { type: 'doc', content: [paragraph(factNode('fee'), linkTo('target', ' сюда'))] } })
  const target = await putDraft(istok, { slug: 'target', title: 'Цель' })
  const direct = await putDraft(istok, { slug: 'direct', blocks: [paragraph(linkTo('target', 'сюда'))] })
  const through = await putDraft(istok, { slug: 'through', blocks: [{ type: 'snippet', attrs: { key: 'note' } }] })
  const apart = await putDraft(istok, { slug: 'apart', blocks: [paragraph(text('Ничего.'))] })
  await publish(istok, { articles: [target, direct, through, apart], facts: ['fee'], snippets: ['note'] })
  await putFact(istok, 'fee', 'percent', null, '2')
  expect(slugs(await publish(istok, { facts: ['fee'] }))).toEqual(['upsert through ru'])
  await putDraft(istok, { id: target, slug: 'target', title: 'Цель', shortAnswer: [text('Иначе.')] })
  expect(slugs(await publish(istok, { articles: [target] }))).toEqual(['upsert target ru'])
  for (const slug of ['moved', 'newest']) {
    await putDraft(istok, { id: target, slug, title: 'Цель' })
    expect(slugs(await publish(istok, { articles: [target] }))).toEqual(['upsert direct ru', `upsert ${slug} ru`, 'upsert through ru'])
    expect(JSON.stringify(await body(istok, 'direct'))).toContain(slug)
  }
  await putSnippet(istok, 'note', { ru: { type: 'doc', content: [paragraph(text('Без ссылки.'))] } })
  expect(slugs(await publish(istok, { snippets: ['note'] }))).toEqual(['upsert through ru'])
  await putFact(istok, 'fee', 'percent', null, '3')
  expect(slugs(await publish(istok, { facts: ['fee'] }))).toEqual([])
})
