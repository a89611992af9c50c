import { afterEach, expect, test } from 'vitest'
import { anonymous, system } from '#lib/access/actor.ts'
import { createArticle } from '#lib/authoring/create-article.ts'
import { createFact } from '#lib/authoring/create-fact.ts'
import { createSnippet } from '#lib/authoring/create-snippet.ts'
import { readContent, readDocuments } from '#lib/authoring/read-content.ts'
import { saveFact } from '#lib/authoring/save-fact.ts'
import { saveTranslation } from '#lib/authoring/save-translation.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Piece } from '#lib/difference/types.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { readFactImpact } from './read-fact-impact.ts'
import { readSnippetImpact } from './read-snippet-impact.ts'

const later = '2027-01-01T00:00:00+03:00'
const fee = (...values: { value: string; validFrom?: string }[]) => ({
  ...{ key: 'fee', type: 'percent' as const, unit: null, title: { ru: 'Комиссия' } },
  values: values.map(({ value, validFrom = null }) => ({ value, validFrom, validTo: null })),
})
const read = (pieces: Piece[] | undefined, gone: 'added' | 'removed') =>
  pieces
    ?.filter(({ fate }) => fate !== gone)
    .map(({ text }) => text)
    .join('')

async function article(istok: Istok, slug: string, input: { markdown: string; variations?: Record<string, { markdown: string }> }) {
  const { id } = await createArticle(istok, system, { slug })
  const { content } = readContent({ title: slug, shortAnswer: 'Смотрите ниже.', ...input })
  await saveTranslation(istok, system, { articleId: id, locale: 'ru', expectedVersion: null, content })
  return id
}

async function opened() {
  setClock(() => Date.parse('2026-11-22T10:00:00Z'))
  const istok = openTestIstok()
  await createFact(istok, system, fee({ value: '1.5' }))
  const documents = readDocuments({ ru: { markdown: 'Тариф :fact[fee].' } }).documents
  await createSnippet(istok, system, { key: 'tariff', title: { ru: 'Тариф' }, documents })
  const articles = [
    await article(istok, 'direct', { markdown: 'Перевод идёт минуту. За перевод мы возьмём :fact[fee].' }),
    await article(istok, 'through', { markdown: '::snippet{key=tariff}' }),
    await article(istok, 'other', { markdown: 'Ничего о деньгах.' }),
  ]
  await publishRelease(istok, system, { note: '', articles, facts: ['fee'], snippets: ['tariff'], withdraw: [] })
  return istok
}
afterEach(() => setClock())

test('a changed value shows each sentence as it reads and will read, in every channel, also through a snippet', async () => {
  const istok = await opened()
  const impact = await readFactImpact(istok, system, fee({ value: '2' }))
  expect(impact).toMatchObject({ articles: 2, translations: 2, compiled: 2, errors: 0, furtherMoments: 0, draftsOnly: 0 })
  expect(impact.channels).toEqual({ website: 2, chatbot: 2, ivr: 2, operator: 2, agent: 2 })
  const [now, ...rest] = impact.moments
  expect(rest).toEqual([])
  expect(now).toMatchObject({ at: null, before: '1.5', after: '2' })
  expect(now?.articles.map(({ slug }) => slug).sort()).toEqual(['direct', 'through'])
  const direct = now?.articles.find(({ slug }) => slug === 'direct')
  expect(direct?.channels.map(({ channel }) => channel)).toEqual(['website', 'chatbot', 'ivr', 'operator', 'agent'])
  const [website, , ivr] = direct?.channels ?? []
  expect(website).toMatchObject({ effect: 'changed', count: 1 })
  expect(read(website?.sentences[0], 'added')).toBe('За перевод мы возьмём 1,5\u00a0%.')
  expect(read(website?.sentences[0], 'removed')).toBe('За перевод мы возьмём 2\u00a0%.')
  expect(read(ivr?.sentences[0], 'removed')).toBe('За перевод мы возьмём два процента.')
})

test('what the impact says is what publishing then stores', async () => {
  const istok = await opened()
  const impact = await readFactImpact(istok, system, fee({ value: '3' }))
  await saveFact(istok, system, { expectedVersion: 1, fact: fee({ value: '3' }) })
  await publishRelease(istok, system, { note: '', articles: [], facts: ['fee'], snippets: [], withdraw: [] })
  for (const { slug, channels } of impact.moments[0]?.articles ?? []) {
    for (const { channel, sentences } of channels) {
      const found = await readRendition(istok, { channel, locale: 'ru', slug, profile: null })
      const body = found.kind === 'found' ? JSON.stringify(JSON.parse(found.reply.body.toString()).content) : ''
      for (const sentence of sentences) expect(body, `${slug} ${channel}`).toContain(read(sentence, 'removed')?.replaceAll('\\', '\\\\'))
    }
  }
})

test('a value to come changes nothing now and everything on its day', async () => {
  const istok = await opened()
  const { moments } = await readFactImpact(istok, system, fee({ value: '1.5' }, { value: '2', validFrom: later }))
  expect(moments.map(({ at, before, after, articles }) => [at, before, after, articles.length])).toEqual([
    [null, '1.5', '1.5', 0],
    [Date.parse(later), '1.5', '2', 2],
  ])
})

test('a wording that types another number is a loss before it is published', async () => {
  const istok = await opened()
  const id = await article(istok, 'spoken', {
    markdown: 'Берём :fact[fee].',
    variations: { ivr: { markdown: 'Комиссия :fact[fee], то есть 1,5 %.' } },
  })
  await publishRelease(istok, system, { note: '', articles: [id], facts: [], snippets: [], withdraw: [] })
  const impact = await readFactImpact(istok, system, fee({ value: '2' }))
  const spoken = impact.moments[0]?.articles.find(({ slug }) => slug === 'spoken')
  expect(spoken?.losses.length).toBeGreaterThan(0)
  expect(spoken?.losses[0]).toMatchObject({ channel: 'ivr', path: expect.stringContaining('/variations/ivr') })
})

test('every value reads as its channels write and say it, in each case', async () => {
  const istok = openTestIstok()
  const { readings, moments } = await readFactImpact(istok, system, fee({ value: '1.5' }, { value: '2', validFrom: later }))
  const [russian, english] = readings.filter(({ index }) => index === 1)
  expect(russian?.written).toEqual({ usual: '2\u00a0%', short: '2\u00a0%', long: '2\u00a0процента' })
  expect(russian?.spoken.map(({ text }) => text).slice(0, 3)).toEqual(['два процента', 'двух процентов', 'двум процентам'])
  expect(english?.spoken).toEqual([{ case: 'nominative', text: 'two percent' }])
  expect(moments[0]).toMatchObject({ before: null, after: '1.5', articles: [] })
})

test('a changed snippet shows its new sentences where it stands; a text that vanishes from a language does, too', async () => {
  const istok = await opened()
  const { documents } = readDocuments({ ru: { markdown: 'Тариф :fact[fee]. Подробности в офисе.' } })
  const impact = await readSnippetImpact(istok, system, { key: 'tariff', title: { ru: 'Тариф' }, documents })
  expect(impact).toMatchObject({ articles: 1, errors: 0 })
  expect(read(impact.moments[0]?.articles[0]?.channels[0]?.sentences[0], 'removed')).toContain('Подробности в офисе.')
  const gone = await readSnippetImpact(istok, system, { key: 'tariff', title: { ru: 'Тариф' }, documents: { en: documents.ru as never } })
  expect(gone.errors).toBeGreaterThan(0)
})

test('only the house asks for an impact', async () => {
  const istok = await opened()
  await expect(readFactImpact(istok, anonymous, fee({ value: '2' }))).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(readSnippetImpact(istok, anonymous, { key: 'x', title: {}, documents: {} })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})
