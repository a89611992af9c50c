import { expect, onTestFinished, test } from 'vitest'
import { gap } from '#db/schema/learning.ts'
import { anonymous, system } from '#lib/access/actor.ts'
import { askQuestion } from '#lib/answering/ask-question.ts'
import { createSynonym } from '#lib/authoring/create-synonym.ts'
import { readTranslation } from '#lib/authoring/read-translation.ts'
import { setClock } from '../clock.ts'
import { attachGap, writeGapArticle } from './answer-gap.ts'
import { dismissGap, reopenGap } from './dismiss-gap.ts'
import { listGaps } from './list-gaps.ts'
import { readGap } from './read-gap.ts'
import { readGaps } from './read-gaps.ts'
import { searchLogOf } from './search-log.ts'
import { askEach, openLearningBank, publish } from './test-learning.ts'

const mortgage = [
  'как рефинансировать ипотеку',
  'рефинансирование ипотеки другого банка',
  'хочу рефинансировать ипотеку',
  'ипотека рефинансирование',
]
const parking = ['где у отделения парковка', 'парковка возле отделения']

function tomorrow(days = 1) {
  setClock(() => Date.now() + days * 24 * 3_600_000)
  onTestFinished(() => setClock())
}

test('questions of all channels that found no answer come together with those like them, the heavier first', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, [...mortgage, 'сколько стоит перевод'])
  await askEach(istok, parking, 'chatbot')
  searchLogOf(istok).note({ caller: 'a', channel: 'website', locale: 'ru', query: 'рефинансировать ипотеку', outcome: 'nothing' })
  await searchLogOf(istok).flush(true)
  const { items } = await listGaps(istok, system)
  expect(items.map(({ times, channels }) => ({ times, channels }))).toEqual([
    { times: 5, channels: { website: 5 } },
    { times: 2, channels: { chatbot: 2 } },
  ])
  expect(items[0]?.wordings.map(({ text }) => text)).toContain('как рефинансировать ипотеку')
  expect(items[0]?.trend.at(-1)).toBe(5)
  expect((await listGaps(istok, system, { q: 'парков' })).items).toHaveLength(1)
  expect((await listGaps(istok, system, { channel: 'chatbot' })).items).toHaveLength(1)
})

test('gaps are put in order without reading them as they are when they are read', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, [...mortgage.slice(0, 2), 'как получить справку для визы'])
  await askEach(istok, [...parking, 'обмен старых монет'], 'ivr')
  tomorrow(3)
  await askEach(istok, ['где банкомат с юанями', mortgage[2]!], 'operator')
  await askEach(istok, ['запишите мой номер +7 916 123-45-67 на приём'])
  const { items } = await listGaps(istok, system)
  expect(items.length).toBeGreaterThan(3)
  expect(items.map(({ weight }) => weight)).toEqual(items.map(({ weight }) => weight).sort((a, b) => b - a))
  const rows = await istok.database.reader.orm.select().from(gap)
  const shown = readGaps(istok, rows).filter(({ title, people }) => title !== '' || people > 1)
  expect(items.map(({ id, weight }) => ({ id, weight }))).toEqual(shown.map(({ id, weight }) => ({ id, weight })))
  const first = await listGaps(istok, system, { limit: 2 })
  const next = await listGaps(istok, system, { limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...next.items].map(({ id }) => id)).toEqual(shown.slice(0, 4).map(({ id }) => id))
})

test('the id of a gap stays when others join it, and the latest questions weigh most', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, mortgage.slice(0, 2))
  const before = (await listGaps(istok, system)).items
  tomorrow(40)
  await askEach(istok, [mortgage[2]!, ...parking])
  const after = (await listGaps(istok, system)).items
  expect(after.find(({ id }) => id === before[0]?.id)).toMatchObject({ times: 3 })
  expect(after[0]?.title).toMatch(/парковка/)
})

test('an article written for a gap has its wordings as questions; its release closes the gap and shows whether it fell', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, [...mortgage, ...mortgage])
  const [gap] = (await listGaps(istok, system)).items
  const article = await writeGapArticle(istok, system, { id: gap!.id })
  expect(article.slug).toMatch(/refinans|ipotek/)
  const draft = await readTranslation(istok, system, { articleId: article.id, locale: 'ru' })
  expect([...draft.questions].sort()).toEqual([...mortgage].sort())
  expect((await listGaps(istok, system)).items[0]).toMatchObject({ id: gap!.id, articleId: article.id })
  await expect(writeGapArticle(istok, system, { id: gap!.id })).rejects.toMatchObject({ code: 'conflict' })
  tomorrow()
  await publish(istok, article.id)
  expect((await listGaps(istok, system)).items).toEqual([])
  for (const question of mortgage)
    expect(await askQuestion(istok, anonymous, { channel: 'website', locale: 'ru', question })).toMatchObject({ status: 'answered' })
  expect((await listGaps(istok, system, { state: 'closed' })).items[0]).toMatchObject({
    ...{ id: gap!.id, state: 'closed', closedRelease: 2, fall: { days: 1, before: 0, after: 0, isComplete: false } },
  })
  tomorrow(3)
  expect((await readGap(istok, system, gap!.id)).fall).toEqual({ days: 2, before: 8, after: 0, isComplete: true })
})

test('the wordings of a gap become questions of an article that is there, published at once where nothing else waits', async () => {
  const { istok, fee } = await openLearningBank()
  await askEach(istok, ['почём переслать деньги маме', 'переслать деньги маме'])
  const [gap] = (await listGaps(istok, system)).items
  const { nearest } = await readGap(istok, system, gap!.id)
  expect(nearest.length).toBeGreaterThan(0)
  const attached = await attachGap(istok, system, { id: gap!.id, articleId: fee, publish: true })
  expect(attached).toMatchObject({ articleId: fee, release: 2 })
  expect((await listGaps(istok, system, { state: 'closed' })).items[0]).toMatchObject({ id: gap!.id, closedRelease: 2 })
  const reply = await askQuestion(istok, anonymous, { channel: 'website', locale: 'ru', question: 'переслать деньги маме' })
  expect(reply).toMatchObject({ status: 'answered', answer: { slug: 'transfer-fee' } })
})

test('wordings that an editor leaves out of an article become a gap of their own', async () => {
  const { istok, fee } = await openLearningBank()
  await askEach(istok, ['почём переслать деньги маме', 'переслать деньги маме', 'переслать деньги маме в Германию'])
  const [gap] = (await listGaps(istok, system)).items
  const [left, ...chosen] = gap!.wordings.toSorted((a, b) => b.text.length - a.text.length)
  await attachGap(istok, system, { id: gap!.id, articleId: fee, wordings: chosen.map(({ id }) => id), publish: true })
  const { items } = await listGaps(istok, system)
  expect(items).toMatchObject([{ title: left!.text, times: 1, articleId: null }])
  expect(await readGap(istok, system, gap!.id)).toMatchObject({ state: 'closed', times: 2 })
  searchLogOf(istok).note({ caller: 'a', channel: 'website', locale: 'ru', query: 'в Германию переслать деньги маме', outcome: 'nothing' })
  await searchLogOf(istok).flush(true)
  expect((await listGaps(istok, system)).items).toMatchObject([{ id: items[0]!.id, times: 2 }])
})

test('a gap is named by a wording in which nothing is masked, where it has one', async () => {
  const { istok } = await openLearningBank()
  const masked = ['парковка у отделения, мой номер +7 916 123-45-67', 'парковка у отделения, мой номер +7 903 765-43-21']
  await askEach(istok, [...masked, 'парковка у отделения'])
  expect((await listGaps(istok, system)).items[0]).toMatchObject({ title: 'парковка у отделения', times: 3 })
})

test('a dismissed gap stays away, with what joins it, until it is put back', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, parking)
  const [gap] = (await listGaps(istok, system)).items
  await dismissGap(istok, system, gap!.id)
  await askEach(istok, ['парковка у отделения'])
  expect((await listGaps(istok, system)).items).toEqual([])
  expect((await listGaps(istok, system, { state: 'dismissed' })).items[0]).toMatchObject({ times: 3 })
  await reopenGap(istok, system, gap!.id)
  expect((await listGaps(istok, system)).items[0]).toMatchObject({ id: gap!.id, times: 3 })
})

test('what one person says of himself is counted and not shown until a second one says it', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, ['пропишите номер +7 916 123-45-67 в реестр'])
  expect((await listGaps(istok, system)).items).toEqual([])
  await askEach(istok, ['пропишите номер 8 (903) 765-43-21 в реестр'])
  const { items } = await listGaps(istok, system)
  expect(items).toMatchObject([{ times: 2, people: 2, title: 'пропишите номер [phone] в реестр' }])
  // Ids and times may hold these digits.
  expect(JSON.stringify(items.map(({ title, wordings }) => [title, wordings.map(({ text }) => text)]))).not.toMatch(/916|903|765/)
})

test('what the own table of the base calls the same comes together, also when the table was made later', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, ['где парковка', 'есть ли стоянка'])
  expect((await listGaps(istok, system)).items).toHaveLength(2)
  await createSynonym(istok, system, { locale: 'ru', terms: ['парковка', 'стоянка'], direction: 'both' })
  await askEach(istok, ['парковка у дома'])
  const { items } = await listGaps(istok, system)
  expect(items.map(({ wordings }) => wordings.map(({ text }) => text).sort())).toEqual([
    ['где парковка', 'есть ли стоянка', 'парковка у дома'],
  ])
})

test('nobody but people of the house sees gaps', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, parking)
  const reader = { ...anonymous, kind: 'key' as const, scopes: new Set(['read' as const]) }
  for (const actor of [anonymous, reader]) {
    await expect(listGaps(istok, actor)).rejects.toThrow()
    await expect(readGap(istok, actor, 'x')).rejects.toThrow()
    await expect(writeGapArticle(istok, actor, { id: 'x' })).rejects.toThrow()
  }
})
