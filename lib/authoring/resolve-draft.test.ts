import { afterEach, expect, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { createFact } from './create-fact.ts'
import { createSnippet } from './create-snippet.ts'
import { deleteArticle } from './delete-article.ts'
import { readContent, readDocuments } from './read-content.ts'
import { missingReferences } from './references.ts'
import { resolveDraft } from './resolve-draft.ts'
import { saveFact } from './save-fact.ts'
import { saveTranslation } from './save-translation.ts'
import { updateArticle } from './update-article.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const metadata = { articleId: 'x', slug: 'x', locale: 'ru', category: null, tags: [], audience: 'public' as const, channels: null }
const source = (markdown: string, locale = 'ru') => ({ ...metadata, locale, ...readContent({ title: 'X', markdown }).content })
const day = (text: string) => Date.parse(`${text}T12:00:00Z`)
afterEach(() => setClock())

async function put(istok: Istok, slug: string, title: string) {
  const { id } = await createArticle(istok, author, { slug })
  await saveTranslation(istok, author, {
    ...{ articleId: id, locale: 'ru' },
    expectedVersion: null,
    content: readContent({ title, markdown: 'Т.' }).content,
  })
  return id
}
const publish = (istok: Istok, id: string) =>
  publishRelease(istok, system, { note: '', articles: [id], facts: [], snippets: [], withdraw: [] })
const fee = (value: string) => ({
  key: 'fee',
  type: 'percent' as const,
  unit: null,
  title: { ru: 'К' },
  values: [{ value, validFrom: null, validTo: null }],
})

test('a fact is as drafted, with the value that holds at the instant asked for, also when only a snippet names it', async () => {
  const istok = openTestIstok()
  const values = [
    { value: '1', validFrom: null, validTo: '2026-12-01T00:00:00Z' },
    { value: '2', validFrom: '2026-12-01T00:00:00Z', validTo: '2026-12-31T00:00:00Z' },
  ]
  await createFact(istok, author, { ...fee('1'), values })
  await createSnippet(istok, author, {
    key: 's',
    title: { ru: 'С' },
    documents: readDocuments({ ru: { markdown: ':fact[fee]' } }).documents,
  })
  const valueAt = (at: string, markdown = '::snippet{key=s}') => resolveDraft(istok, source(markdown), day(at)).facts.get('fee')?.value
  expect(valueAt('2026-11-30')).toBe('1')
  expect(valueAt('2026-12-02')).toBe('2')
  expect(valueAt('2026-12-02', ':fact[fee]')).toBe('2')
  expect(valueAt('2027-01-02')).toBeUndefined()
  await saveFact(istok, author, { expectedVersion: 1, fact: fee('3') })
  expect(valueAt('2027-01-02')).toBe('3')
})

test('a snippet is there in its languages only, and what does not exist is nowhere', async () => {
  const istok = openTestIstok()
  await createSnippet(istok, author, { key: 's', title: { ru: 'С' }, documents: readDocuments({ ru: { markdown: 'Текст.' } }).documents })
  const markdown = '::snippet{key=s}\n\n::snippet{key=none}\n\n:fact[none] [а](article:none) ![б](media:none)'
  const ru = resolveDraft(istok, source(markdown), day('2026-11-23'))
  expect([...ru.snippets.keys()]).toEqual(['s'])
  expect([ru.facts.size, ru.articles.size, ru.media.size]).toEqual([0, 0, 0])
  expect(resolveDraft(istok, source(markdown, 'en'), day('2026-11-23')).snippets.size).toBe(0)
})

test('another article is as it is live, as drafted when it never was, by its slug, its id and a slug that it had', async () => {
  const istok = openTestIstok()
  const id = await put(istok, 'old', 'Черновик')
  const target = (ref: string, locale = 'ru') =>
    resolveDraft(istok, source(`[а](article:${ref})`, locale), day('2026-11-23')).articles.get(ref)
  expect(target('old')).toMatchObject({ articleId: id, title: 'Черновик', slug: 'old' })
  await publish(istok, id)
  const { content } = readContent({ title: 'Новый черновик', markdown: 'Т.' })
  await saveTranslation(istok, author, { articleId: id, locale: 'ru', expectedVersion: 1, content })
  await updateArticle(istok, author, { id, fields: { slug: 'new', audience: 'internal' } })
  for (const ref of ['old', 'new', id]) expect(target(ref)).toMatchObject({ title: 'Черновик', slug: 'old', audience: 'public' })
  expect(missingReferences(istok.database.reader.orm, [{ kind: 'article', key: 'old', path: '/document' }])).toEqual([])
  await publish(istok, id)
  for (const ref of ['old', 'new', id]) expect(target(ref)).toMatchObject({ title: 'Новый черновик', slug: 'new', audience: 'internal' })
  expect(target('new', 'en')).toBeUndefined()
})

test('a deleted article is nowhere', async () => {
  const istok = openTestIstok()
  const id = await put(istok, 'gone', 'Нет')
  await deleteArticle(istok, author, { id })
  for (const ref of ['gone', id]) expect(resolveDraft(istok, source(`[а](article:${ref})`), day('2026-11-23')).articles.size).toBe(0)
})
