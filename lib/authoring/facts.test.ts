import { afterEach, expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { createFact } from './create-fact.ts'
import { createSnippet } from './create-snippet.ts'
import { deleteFact } from './delete-fact.ts'
import { deleteSnippet } from './delete-snippet.ts'
import { listFacts } from './list-facts.ts'
import { listSnippets } from './list-snippets.ts'
import { readContent, readDocuments } from './read-content.ts'
import { readFact } from './read-fact.ts'
import { readFactUsage } from './read-fact-usage.ts'
import { readSnippet } from './read-snippet.ts'
import { readSnippetUsage } from './read-snippet-usage.ts'
import { saveFact } from './save-fact.ts'
import { saveSnippet } from './save-snippet.ts'
import { saveTranslation } from './save-translation.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const fee = (value = '1.5') => ({
  key: 'fee.transfer',
  type: 'percent' as const,
  unit: null,
  title: { ru: 'Комиссия за перевод' },
  values: [{ value, validFrom: null, validTo: null }],
})
const contacts = (markdown = 'Звоните. Комиссия :fact[fee.transfer].') => ({
  key: 'contacts',
  title: { ru: 'Контакты' },
  documents: readDocuments({ ru: { markdown } }).documents,
})

/** The fact is named by one article directly and by another through the snippet. */
async function opened() {
  const istok = openTestIstok()
  await createFact(istok, author, fee())
  await createSnippet(istok, author, contacts())
  const ids = [await article(istok, 'direct', 'Комиссия :fact[fee.transfer].'), await article(istok, 'through', '::snippet{key=contacts}')]
  return { istok, ids }
}
async function article(istok: Istok, slug: string, markdown: string): Promise<string> {
  const { id } = await createArticle(istok, author, { slug })
  const { content } = readContent({ title: slug, shortAnswer: 'Да.', markdown })
  await saveTranslation(istok, author, { articleId: id, locale: 'ru', expectedVersion: null, content })
  return id
}
const publish = (istok: Istok, ids: string[]) =>
  publishRelease(istok, system, { note: '', articles: ids, facts: ['fee.transfer'], snippets: ['contacts'], withdraw: [] })
afterEach(() => setClock())

test('a fact is saved with versions as a translation is', async () => {
  const istok = openTestIstok()
  expect(await createFact(istok, author, fee())).toMatchObject({ outcome: 'created', version: 1, status: 'draft', current: '1.5' })
  await expect(createFact(istok, author, fee())).rejects.toMatchObject({ code: 'conflict' })
  expect(await saveFact(istok, author, { expectedVersion: 1, fact: fee() })).toMatchObject({ outcome: 'unchanged', version: 1 })
  expect(await saveFact(istok, author, { expectedVersion: 1, fact: fee('2') })).toMatchObject({
    outcome: 'saved',
    version: 2,
    current: '2',
  })
  await expect(saveFact(istok, author, { expectedVersion: 1, fact: fee('3') })).rejects.toMatchObject({
    details: { status: 412, headers: { ETag: '"2"' }, extra: { current: { version: 2, updatedBy: 'user:anna' } } },
  })
  await expect(saveFact(istok, author, { expectedVersion: null, fact: fee('3') })).rejects.toMatchObject({ details: { status: 428 } })
  await expect(saveFact(istok, author, { expectedVersion: null, fact: { ...fee(), key: 'other' } })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('the value of a fact that holds now follows the clock', async () => {
  const istok = openTestIstok()
  const edge = '2027-01-01T00:00:00+03:00'
  const values = [
    { value: '1', validFrom: null, validTo: edge },
    { value: '2', validFrom: edge, validTo: null },
  ]
  await createFact(istok, author, { ...fee(), values })
  setClock(() => Date.parse(edge) - 1)
  expect((await readFact(istok, author, { key: 'fee.transfer' })).current).toBe('1')
  setClock(() => Date.parse(edge))
  expect((await readFact(istok, author, { key: 'fee.transfer' })).current).toBe('2')
})

test('the status of facts and snippets follows drafts and releases', async () => {
  const { istok, ids } = await opened()
  const status = async () => [
    (await readFact(istok, author, { key: 'fee.transfer' })).status,
    (await readSnippet(istok, author, { key: 'contacts' })).status,
  ]
  expect(await status()).toEqual(['draft', 'draft'])
  await publish(istok, ids)
  expect(await status()).toEqual(['published', 'published'])
  await saveFact(istok, author, { expectedVersion: 1, fact: fee('2') })
  await saveSnippet(istok, author, { expectedVersion: 1, snippet: contacts('Пишите.') })
  expect(await status()).toEqual(['changed', 'changed'])
  expect((await listFacts(istok, author, { status: 'changed' })).items).toHaveLength(1)
  expect((await listSnippets(istok, author, { status: 'published' })).items).toHaveLength(0)
})

test('usage names drafts, live answers and snippets, also through a snippet', async () => {
  const { istok, ids } = await opened()
  const drafts = [
    { slug: 'direct', locale: 'ru', title: 'direct', via: null },
    { slug: 'through', locale: 'ru', title: 'through', via: 'contacts' },
  ]
  expect(await readFactUsage(istok, author, { key: 'fee.transfer' })).toMatchObject({
    drafts,
    live: [],
    snippets: [{ key: 'contacts', state: 'draft' }],
    channels: {},
  })
  await publish(istok, ids)
  const usage = await readFactUsage(istok, author, { key: 'fee.transfer' })
  expect(usage).toMatchObject({ drafts, live: drafts, snippets: [{ state: 'draft' }, { state: 'live' }] })
  expect(usage.channels).toMatchObject({ website: 2, operator: 2 })
  expect(await readSnippetUsage(istok, author, { key: 'contacts' })).toMatchObject({
    drafts: [{ slug: 'through' }],
    live: [{ slug: 'through' }],
  })
  await expect(readFactUsage(istok, author, { key: 'nothing' })).rejects.toMatchObject({ code: 'not_found' })
})

test('what is used is not deleted, and the refusal says by whom', async () => {
  const { istok } = await opened()
  await expect(deleteFact(istok, author, { key: 'fee.transfer' })).rejects.toMatchObject({
    code: 'conflict',
    details: { extra: { usage: { drafts: [{ slug: 'direct' }, { slug: 'through' }] } } },
  })
  await expect(deleteSnippet(istok, author, { key: 'contacts' })).rejects.toMatchObject({ code: 'conflict' })
  await createFact(istok, author, { ...fee(), key: 'unused' })
  await expect(deleteFact(istok, author, { key: 'unused', expectedVersion: 7 })).rejects.toMatchObject({ details: { status: 412 } })
  await deleteFact(istok, author, { key: 'unused', expectedVersion: 1 })
  await expect(readFact(istok, author, { key: 'unused' })).rejects.toMatchObject({ code: 'not_found' })
  await createSnippet(istok, author, { ...contacts('Да.'), key: 'unused' })
  await deleteSnippet(istok, author, { key: 'unused' })
  await expect(deleteSnippet(istok, author, { key: 'unused' })).rejects.toMatchObject({ code: 'not_found' })
})

test('a snippet is saved with versions, holds no snippet, and warns of what does not exist', async () => {
  const istok = openTestIstok()
  const first = await createSnippet(istok, author, contacts())
  expect(first).toMatchObject({
    outcome: 'created',
    version: 1,
    warnings: [{ reason: 'missing-fact', path: expect.stringMatching(/^\/documents\/ru/) }],
  })
  await expect(createSnippet(istok, author, contacts())).rejects.toMatchObject({ code: 'conflict' })
  expect(await saveSnippet(istok, author, { expectedVersion: 1, snippet: contacts() })).toMatchObject({ outcome: 'unchanged', version: 1 })
  expect(await saveSnippet(istok, author, { expectedVersion: 1, snippet: contacts('Другое.') })).toMatchObject({
    outcome: 'saved',
    version: 2,
  })
  await expect(saveSnippet(istok, author, { expectedVersion: 1, snippet: contacts() })).rejects.toMatchObject({ details: { status: 412 } })
  expect(() => readDocuments({ ru: { markdown: '::snippet{key=other}' } })).toThrow('not accepted')
  const nested = { type: 'doc' as const, content: [{ type: 'snippet' as const, attrs: { key: 'other' } }] }
  const wrong = { key: 'Контакты', title: {}, documents: { ru: nested } }
  const errors = ['/key', '/title', '/documents/ru/content/0'].map(pointer => expect.objectContaining({ pointer }))
  await expect(createSnippet(istok, author, wrong)).rejects.toMatchObject({ code: 'invalid', details: { errors } })
})

test('lists are cut into pages by key and searched', async () => {
  const istok = openTestIstok()
  for (const key of ['a', 'b', 'c']) await createFact(istok, author, { ...fee(), key, title: { ru: `Факт ${key}` } })
  const first = await listFacts(istok, author, { limit: 2 })
  const second = await listFacts(istok, author, { limit: 2, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect((await listFacts(istok, author, { q: 'Факт b' })).items.map(({ key }) => key)).toEqual(['b'])
  expect((await listFacts(istok, author, { type: 'money' })).items).toEqual([])
  await createSnippet(istok, author, contacts('Да.'))
  expect((await listSnippets(istok, author, { q: 'Контакт' })).items).toHaveLength(1)
})

test('only authors change facts and snippets', async () => {
  const { istok } = await opened()
  const viewer: Actor = { ...author, scopes: scopesOf(['viewer']) }
  for (const actor of [anonymous, viewer]) {
    await expect(createFact(istok, actor, fee())).rejects.toMatchObject({ name: 'IstokError' })
    await expect(saveFact(istok, actor, { expectedVersion: 1, fact: fee() })).rejects.toMatchObject({ name: 'IstokError' })
    await expect(deleteFact(istok, actor, { key: 'fee.transfer' })).rejects.toMatchObject({ name: 'IstokError' })
    await expect(createSnippet(istok, actor, contacts())).rejects.toMatchObject({ name: 'IstokError' })
    await expect(deleteSnippet(istok, actor, { key: 'contacts' })).rejects.toMatchObject({ name: 'IstokError' })
  }
  await expect(listFacts(istok, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listSnippets(istok, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
})
