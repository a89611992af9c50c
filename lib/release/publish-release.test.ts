import { expect, test } from 'vitest'
import { anonymous, system } from '#lib/access/actor.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { listAnswers } from '#lib/delivery/list-answers.ts'
import { readChanges } from '#lib/delivery/read-changes.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { factNode, linkTo, paragraph, putDraft, putFact, putSnippet, text } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import { rollBack } from './roll-back.ts'
import { runDue } from './run-due.ts'
import type { Release } from './write-change.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }

async function publish(istok: Istok, request: Partial<typeof nothing> | Record<string, unknown>): Promise<Release> {
  return (await publishRelease(istok, system, { ...nothing, ...request })) as Release
}

async function read(istok: Istok, channel: string, slug: string, more: { release?: number; at?: number; profile?: string } = {}) {
  const answer = await readRendition(istok, { channel, locale: 'ru', slug, profile: null, ...more })
  return answer.kind === 'found' ? { ...answer, value: JSON.parse(answer.reply.body.toString()) } : { ...answer, value: null }
}

test('one release puts the same fact into every channel at once', async () => {
  const istok = openTestIstok()
  await putFact(istok, 'fee', 'percent', null, '1.5')
  const id = await putDraft(istok, { slug: 'transfer-fee', blocks: [paragraph(text('Комиссия — '), factNode('fee'), text('.'))] })
  const release = await publish(istok, { articles: [id], facts: ['fee'] })
  expect(release).toMatchObject({ number: 1, changes: [{ articleId: id, slug: 'transfer-fee', locale: 'ru', op: 'upsert' }] })
  for (const channel of channelKinds) {
    const { value } = await read(istok, channel, 'transfer-fee')
    expect(value).toMatchObject({
      slug: 'transfer-fee',
      channel,
      release: 1,
      revision: 1,
      facts: { fee: { type: 'percent', value: '1.5' } },
    })
    expect(value.hash).toMatch(/^sha256-[\w-]{43}$/)
  }
})

test('a changed fact alone releases every article that says it, also through a snippet, and no other', async () => {
  const istok = openTestIstok()
  await putFact(istok, 'fee', 'percent', null, '1.5')
  await putSnippet(istok, 'note', { ru: { type: 'doc', content: [paragraph(text('Берём '), factNode('fee'))] } })
  const direct = await putDraft(istok, { slug: 'direct', blocks: [paragraph(factNode('fee'))] })
  const through = await putDraft(istok, { slug: 'through', blocks: [{ type: 'snippet', attrs: { key: 'note' } }] })
  const other = await putDraft(istok, { slug: 'other' })
  await publish(istok, { articles: [direct, through, other], facts: ['fee'], snippets: ['note'] })
  await putFact(istok, 'fee', 'percent', null, '2')
  const release = await publish(istok, { facts: ['fee'] })
  expect(release.changes.map(change => change.slug).sort()).toEqual(['direct', 'through'])
  expect((await read(istok, 'chatbot', 'through')).value).toMatchObject({ release: 2, facts: { fee: { value: '2' } } })
  expect((await read(istok, 'chatbot', 'other')).value.release).toBe(1)
})

test('a draft that changes after publication changes nothing that is said', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', blocks: [paragraph(text('Первое'))] })
  await publish(istok, { articles: [id] })
  await putDraft(istok, { id, slug: 'a', blocks: [paragraph(text('Второе'))] })
  expect((await read(istok, 'agent', 'a')).value.content.markdown).toContain('Первое')
})

test('a missing fact refuses the release, names the place, and changes nothing', async () => {
  const istok = openTestIstok()
  const good = await putDraft(istok, { slug: 'good' })
  const bad = await putDraft(istok, { slug: 'bad', blocks: [paragraph(text('x')), paragraph(factNode('absent'))] })
  const refused = publish(istok, { articles: [good, bad] })
  await expect(refused).rejects.toMatchObject({ code: 'invalid', details: { extra: { losses: expect.anything() } } })
  const error = await refused.catch(reason => reason)
  expect(error.details.extra.losses[0]).toMatchObject({
    articleId: bad,
    slug: 'bad',
    locale: 'ru',
    path: '/content/1/content/0',
    level: 'error',
    reason: 'fact-missing',
  })
  expect((await read(istok, 'website', 'good')).kind).toBe('missing')
  expect((await readChanges(istok, { channel: 'website', after: null, limit: 10 })).items).toEqual([])
})

test('unknown ids, doubles and an empty request are refused with pointers', async () => {
  const istok = openTestIstok()
  await expect(publish(istok, { articles: ['no'] })).rejects.toMatchObject({
    code: 'invalid',
    details: { errors: [{ pointer: '/articles/0' }] },
  })
  await expect(publish(istok, { facts: ['no', 'no'] })).rejects.toMatchObject({
    details: { errors: [{ pointer: '/facts/0' }, { pointer: '/facts/1' }] },
  })
  await expect(publish(istok, {})).rejects.toMatchObject({ code: 'invalid' })
  await expect(publishRelease(istok, anonymous, nothing)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('a withdrawn article is gone from every channel, stays readable as of then, and cannot be linked to', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', tags: ['x'] })
  const linking = await putDraft(istok, { slug: 'b', blocks: [paragraph(linkTo('a', 'см.'))] })
  await publish(istok, { articles: [id, linking] })
  await expect(publish(istok, { withdraw: [id] })).rejects.toMatchObject({ code: 'invalid' })
  const release = await publish(istok, { withdraw: [id, linking] })
  expect(release.changes.map(change => change.op)).toEqual(['delete', 'delete'])
  for (const channel of channelKinds) expect((await read(istok, channel, 'a')).kind).toBe('gone')
  expect((await read(istok, 'ivr', 'a', { release: 1 })).value.release).toBe(1)
  const { items } = await readChanges(istok, { channel: 'ivr', after: null, limit: 10 })
  expect(items.map(item => [item.seq > 0, item.op, item.slug])).toEqual([
    [true, 'upsert', 'a'],
    [true, 'upsert', 'b'],
    [true, 'delete', 'a'],
    [true, 'delete', 'b'],
  ])
  await expect(publish(istok, { withdraw: [id] })).rejects.toMatchObject({ details: { errors: [{ pointer: '/withdraw/0' }] } })
})

test('a new slug moves the old one, re-releases those who link to it, and both are right as of then', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'old' })
  const linking = await putDraft(istok, { slug: 'linking', blocks: [paragraph(linkTo(id, 'см.'))] })
  await publish(istok, { articles: [id, linking] })
  await putDraft(istok, { id, slug: 'new' })
  const release = await publish(istok, { articles: [id] })
  expect(release.changes.map(change => change.slug).sort()).toEqual(['linking', 'new'])
  expect(await read(istok, 'website', 'old')).toMatchObject({ kind: 'moved', slug: 'new' })
  expect((await read(istok, 'website', 'linking')).value.content.html).toContain('/ru/articles/new')
  expect((await read(istok, 'website', 'old', { release: 1 })).kind).toBe('found')
  expect(await read(istok, 'website', 'old', { release: 2 })).toMatchObject({ kind: 'moved', slug: 'new' })
  expect((await read(istok, 'website', 'new', { release: 1 })).kind).toBe('missing')
})

test('an article that becomes internal disappears from public channels and stays for operators', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a' })
  await publish(istok, { articles: [id] })
  await putDraft(istok, { id, slug: 'a', audience: 'internal' })
  await publish(istok, { articles: [id] })
  for (const channel of ['website', 'chatbot', 'ivr', 'agent']) expect((await read(istok, channel, 'a')).kind).toBe('gone')
  expect((await read(istok, 'operator', 'a')).value.release).toBe(2)
})

test('rolling back restores the state before a release, facts included, as a new release', async () => {
  const istok = openTestIstok()
  await putFact(istok, 'fee', 'percent', null, '1.5')
  const id = await putDraft(istok, { slug: 'a', blocks: [paragraph(factNode('fee'))] })
  await publish(istok, { articles: [id], facts: ['fee'] })
  const hash = (await read(istok, 'website', 'a')).value.hash
  await putFact(istok, 'fee', 'percent', null, '9')
  const added = await putDraft(istok, { slug: 'added' })
  await publish(istok, { articles: [added], facts: ['fee'] })
  const back = await rollBack(istok, system, { number: 2, note: 'ошибка' })
  expect(back).toMatchObject({ number: 3, kind: 'rollback', restores: 2 })
  expect((await read(istok, 'website', 'a')).value).toMatchObject({ hash, release: 3, facts: { fee: { value: '1.5' } } })
  expect((await read(istok, 'website', 'added')).kind).toBe('gone')
  await expect(rollBack(istok, system, { number: 99, note: '' })).rejects.toMatchObject({ code: 'not_found' })
})

test('a value that becomes valid at midnight is released by the clock, in that second, in every channel', async () => {
  const midnight = Date.parse('2027-01-01T00:00:00+03:00')
  setClock(() => midnight - 3_600_000)
  const istok = openTestIstok()
  await putFact(istok, 'price', 'money', 'RUB', '990', { value: '1290', validFrom: '2027-01-01T00:00:00+03:00', validTo: null })
  const id = await putDraft(istok, { slug: 'a', blocks: [paragraph(factNode('price'))] })
  await publish(istok, { articles: [id], facts: ['price'] })
  expect((await read(istok, 'chatbot', 'a')).value).toMatchObject({
    facts: { price: { value: '990' } },
    validUntil: '2027-01-01T00:00:00+03:00',
  })
  setClock(() => midnight - 1)
  expect(await runDue(istok)).toBe(0)
  setClock(() => midnight)
  expect(await runDue(istok)).toBe(1)
  for (const channel of channelKinds) {
    expect((await read(istok, channel, 'a')).value).toMatchObject({ release: 2, facts: { price: { value: '1290' } }, validUntil: null })
  }
  expect((await read(istok, 'chatbot', 'a', { at: midnight - 1 })).value.facts.price.value).toBe('990')
  expect((await read(istok, 'chatbot', 'a', { at: midnight })).value.facts.price.value).toBe('1290')
  expect(await runDue(istok)).toBe(0)
  setClock()
})

test('a scheduled release goes out as it was agreed, whatever happens to the drafts', async () => {
  const at = Date.parse('2027-01-01T12:00:00+03:00')
  setClock(() => at - 1000)
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', blocks: [paragraph(text('Согласовано'))] })
  const scheduled = await publishRelease(istok, system, { ...nothing, articles: [id], publishAt: at })
  expect(scheduled).toMatchObject({ state: 'scheduled', publishAt: '2027-01-01T12:00:00+03:00' })
  await putDraft(istok, { id, slug: 'a', blocks: [paragraph(text('Позже'))] })
  expect((await read(istok, 'agent', 'a')).kind).toBe('missing')
  setClock(() => at)
  expect(await runDue(istok)).toBe(1)
  expect((await read(istok, 'agent', 'a')).value.content.markdown).toContain('Согласовано')
  setClock()
})

test('lists page through everything exactly once, newest change first, by category and tag', async () => {
  const istok = openTestIstok()
  const ids: string[] = []
  for (let i = 0; i < 25; i++)
    ids.push(await putDraft(istok, { slug: `a-${i}`, category: i % 2 ? 'odd' : 'even', tags: i === 7 ? ['seven'] : [] }))
  await publish(istok, { articles: ids })
  await publish(istok, { articles: [ids[3]] })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const reply = await listAnswers(istok, { channel: 'website', locale: 'ru', category: null, tag: null, limit: 10, cursor })
    const page = JSON.parse(reply.body.toString())
    seen.push(...page.items.map((item: { slug: string }) => item.slug))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toHaveLength(25)
  expect(new Set(seen).size).toBe(25)
  expect(seen[0]).toBe('a-3')
  const odd = await listAnswers(istok, { channel: 'website', locale: 'ru', category: 'odd', tag: null, limit: 50, cursor: null })
  expect(JSON.parse(odd.body.toString()).items).toHaveLength(12)
  const seven = await listAnswers(istok, { channel: 'website', locale: 'ru', category: null, tag: 'seven', limit: 50, cursor: null })
  expect(JSON.parse(seven.body.toString()).items).toMatchObject([{ slug: 'a-7', tags: ['seven'] }])
})
