import { expect, test } from 'vitest'
import { anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { createSynonym } from '#lib/authoring/create-synonym.ts'
import { deleteSynonym } from '#lib/authoring/delete-synonym.ts'
import { paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { explainSearch } from './explain-search.ts'
import { searchAnswers } from './search-answers.ts'

async function opened() {
  const istok = openTestIstok()
  const articles = [
    await putDraft(istok, {
      slug: 'transfer',
      title: 'Комиссия за перевод',
      questions: ['сколько стоит перевод'],
      blocks: [paragraph(text('Перевод в другой банк.'))],
    }),
    await putDraft(istok, { slug: 'card', title: 'Заказать карту', blocks: [paragraph(text('Карту привезёт курьер.'))] }),
    await putDraft(istok, {
      slug: 'secret',
      title: 'Тайный регламент',
      audience: 'internal',
      blocks: [paragraph(text('Перевод вручную.'))],
    }),
  ]
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  return istok
}
const ask = (istok: Awaited<ReturnType<typeof opened>>, q: string, channel = 'website') =>
  explainSearch(istok, system, { channel, locale: 'ru', q })

test('each word says how and where an answer met it, and the parts are the place in the list', async () => {
  const istok = await opened()
  const { items, corrected, words } = await ask(istok, 'комиссии за перевод')
  expect(corrected).toBeNull()
  expect(words.map(({ word, empty }) => [word, empty])).toEqual([
    ['комиссии', false],
    ['за', true],
    ['перевод', false],
  ])
  const [hit] = items
  expect(hit).toMatchObject({ slug: 'transfer', title: 'Комиссия за перевод', missing: [] })
  expect(hit?.matches.find(({ word }) => word === 'комиссии')).toMatchObject({ by: 'stem', met: ['комиссия'], fields: ['title'] })
  expect(hit?.matches.find(({ word }) => word === 'перевод')).toMatchObject({
    by: 'surface',
    fields: expect.arrayContaining(['title', 'questions', 'body']),
  })
  const parts = Object.values(hit?.parts ?? {})
  expect(parts.every(part => part >= 0)).toBe(true)
  expect(hit?.parts.nearest).toBeGreaterThan(0)
  expect(hit?.phrasing).toBeNull()
  expect(hit?.matches.map(({ word }) => word)).not.toContain('за')
})

test('the question of the answer that is nearest is told', async () => {
  const istok = await opened()
  expect((await ask(istok, 'сколько стоят переводы')).items[0]).toMatchObject({ slug: 'transfer', phrasing: 'сколько стоит перевод' })
})

test('typos, the wrong layout and words that nobody says are named', async () => {
  const istok = await opened()
  const typo = await ask(istok, 'камиссия')
  expect(typo.corrected).toMatchObject({ kind: 'typo', query: 'комиссия' })
  expect(typo.items[0]?.matches[0]).toMatchObject({ by: 'typo', met: ['комиссия'] })
  expect((await ask(istok, 'rjvbccbz')).corrected).toMatchObject({ kind: 'layout', query: 'комиссия' })
  const half = await ask(istok, 'перевод криптовалюты')
  expect(half.items[0]?.missing).toEqual(['криптовалюты'])
})

test('a synonym is found by the very next question, and not any more once it is gone', async () => {
  const istok = await opened()
  expect((await ask(istok, 'пластик')).items).toEqual([])
  const { id } = await createSynonym(istok, system, { locale: 'ru', terms: ['карта', 'пластик'] })
  const found = await ask(istok, 'пластик')
  expect(found.items[0]).toMatchObject({ slug: 'card', matches: [{ by: 'synonym', met: expect.arrayContaining(['карту']) }] })
  const site = { channel: 'website', locale: 'ru', q: 'пластик' }
  expect((await searchAnswers(istok, anonymous, site)).items.map(({ slug }) => slug)).toEqual(['card'])
  await deleteSynonym(istok, system, { id })
  expect((await searchAnswers(istok, anonymous, site)).items).toEqual([])
})

test('it finds what search finds, in the same order, and only in the channel that is asked', async () => {
  const istok = await opened()
  for (const channel of ['website', 'operator']) {
    const explained = await ask(istok, 'перевод', channel)
    const found = await searchAnswers(istok, system, { channel, locale: 'ru', q: 'перевод' })
    expect(explained.items.map(({ slug }) => slug)).toEqual(found.items.map(({ slug }) => slug))
    expect(explained.items.map(({ score }) => score)).toEqual(found.items.map(({ score }) => score))
    expect(explained.items.some(({ slug }) => slug === 'secret')).toBe(channel === 'operator')
  }
  expect(JSON.stringify(await ask(istok, 'тайный регламент'))).not.toContain('"met":["тайный"]')
})

test('strangers and keys of other channels learn nothing', async () => {
  const istok = await opened()
  const request = { channel: 'website', locale: 'ru', q: 'перевод' }
  await expect(explainSearch(istok, anonymous, request)).rejects.toMatchObject({ code: 'unauthenticated' })
  const bot = { ...system, scopes: scopesOf(['author']), channel: 'chatbot' }
  await expect(explainSearch(istok, bot, { ...request, channel: 'operator' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(explainSearch(istok, system, { ...request, channel: 'nothing' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(explainSearch(istok, system, { ...request, q: ' ' })).rejects.toMatchObject({ code: 'invalid' })
})
