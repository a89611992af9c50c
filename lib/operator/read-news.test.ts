import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWords } from '#lib/difference/compare-words.ts'
import type { Block, Inline } from '#lib/document/types.ts'
import { paragraph, text } from '#lib/release/draft.fixture.ts'
import { openPanel, operatorNamed, strangers } from './desk.fixture.ts'
import { markShift } from './mark-shift.ts'
import { readNews, shortened } from './read-news.ts'

const anna = operatorNamed('Анна')
const saying = (value: string): Block[] => [paragraph(text(value) as Inline)]

/** A panel in which Anna begins her shift. */
async function openShift(...drafts: Parameters<ReturnType<typeof openPanel>['publish']>) {
  const panel = openPanel()
  const { istok, publish, clock } = panel
  const ids = drafts.length > 0 ? await publish(...drafts) : []
  const news = (locale = 'ru') => readNews(istok, anna, { locale })
  const told = async (locale = 'ru') => (await news(locale)).items.map(({ slug, title, fate }) => `${fate} ${slug}: ${title}`)
  const mark = async () => markShift(istok, anna, { seq: (await news()).seq })
  await mark()
  clock.at += 1000
  return { ...panel, ids, news, told, mark }
}

test('an empty base has no news, and a first shift begins with none', async () => {
  const { istok, publish, news } = await openShift()
  expect(await news()).toMatchObject({ since: { release: 0 }, items: [], seq: 0 })
  await publish({ slug: 'a', title: 'А' })
  const boris = operatorNamed('Борис')
  expect(await readNews(istok, boris, { locale: 'ru' })).toEqual({ since: null, items: [], more: 0, settled: [], seq: 1 })
  expect((await news()).items).toMatchObject([{ slug: 'a', fate: 'added', release: 1, pieces: null }])
})

test('what came, changed and went is told once each, under its present name, the latest first', async () => {
  const { clock, publish, withdraw, told, ids } = await openShift(
    { slug: 'a', title: 'А' },
    { slug: 'b', title: 'Б' },
    { slug: 'c', title: 'В' },
  )
  await publish({ id: ids[0] as string, slug: 'a2', title: 'А новая' })
  clock.at += 1000
  await withdraw(ids[1] as string)
  clock.at += 1000
  await publish({ slug: 'd', title: 'Г' })
  expect(await told()).toEqual(['added d: Г', 'removed b: Б', 'changed a2: А новая'])
})

test('what came and went again, and what is said in the same words, is no news', async () => {
  const { publish, withdraw, told, ids } = await openShift({ slug: 'a', title: 'А' })
  const [brief = ''] = await publish({ slug: 'brief' })
  await withdraw(brief)
  await publish({ id: ids[0] as string, slug: 'a', title: 'Иначе' })
  await publish({ id: ids[0] as string, slug: 'a', title: 'А' })
  await publish({ id: ids[0] as string, slug: 'elsewhere', title: 'А' })
  expect(await told()).toEqual([])
})

test('an article that came to the former address of another is new, not a change of the other', async () => {
  const { clock, publish, news, ids } = await openShift({ slug: 'rate', title: 'Ставка', blocks: saying('Старая ставка.') })
  const [y = ''] = await publish({ slug: 'draft-rate', title: 'Новая ставка' })
  clock.at += 1000
  await publish({ id: ids[0] as string, slug: 'archive', title: 'Ставка', blocks: saying('Старая ставка.') })
  clock.at += 1000
  await publish({ id: y, slug: 'rate', title: 'Новая ставка' })
  expect((await news()).items).toMatchObject([{ slug: 'rate', title: 'Новая ставка', fate: 'added', pieces: null }])
})

test('news is of one language and of the panel: the other channels and languages have their own', async () => {
  const { publish, told, ids } = await openShift({ slug: 'a', title: 'А' })
  await publish({ id: ids[0] as string, slug: 'a', locale: 'en', title: 'A' })
  await publish({ slug: 'site', channels: ['website'] })
  await publish({ slug: 'staff', title: 'Только нам', audience: 'internal' })
  expect([await told(), await told('en'), await told('de')]).toEqual([['added staff: Только нам'], ['added a: A'], []])
})

test('one reply compares fifty answers; the others are told by title', async () => {
  const drafts = Array.from({ length: 52 }, (_, index) => ({ slug: `a${index}`, title: `Статья ${index}` }))
  const { publish, news, ids } = await openShift(...drafts)
  await publish(...drafts.map((draft, index) => ({ ...draft, id: ids[index] as string, title: `Ответ ${index}` })))
  const { items } = await news()
  expect(items.map(({ fate }) => fate)).toEqual(drafts.map(() => 'changed'))
  expect(items.filter(({ pieces }) => pieces !== null)).toHaveLength(50)
})

test('one reply names the hundred latest changes and counts the others', async () => {
  const { publish, news } = await openShift()
  await publish(...Array.from({ length: 101 }, (_, index) => ({ slug: `a${index}` })))
  await publish({ slug: 'last' })
  const { items, more } = await news()
  expect([items.length, more, items.some(({ slug }) => slug === 'last')]).toEqual([100, 2, true])
})

test('a mark is the newest change up to the number, nothing before the first and the end beyond it', async () => {
  const { istok, publish, news } = await openShift({ slug: 'a' }, { slug: 'b' })
  await publish({ slug: 'c' })
  expect(await markShift(istok, anna, { seq: 0 })).toEqual({ seq: 0, release: 0 })
  expect((await news()).items.map(({ slug }) => slug).sort()).toEqual(['a', 'b', 'c'])
  expect(await markShift(istok, anna, { seq: 2 })).toEqual({ seq: 2, release: 1 })
  expect((await news()).items.map(({ slug }) => slug)).toEqual(['c'])
  expect(await markShift(istok, anna, { seq: Number.MAX_SAFE_INTEGER })).toEqual({ seq: 3, release: 2 })
  expect((await news()).items).toEqual([])
})

test('news and marks are for those who work in the panel', async () => {
  const { istok } = await openShift({ slug: 'a' })
  for (const [actor, code] of strangers) {
    await expect(readNews(istok, actor, { locale: 'ru' })).rejects.toMatchObject({ code })
    await expect(markShift(istok, actor, { seq: 1 })).rejects.toMatchObject({ code })
  }
})

test('what was shortened has every word that changed, and never half a character', () => {
  const word = fc.oneof(fc.constantFrom('карта', 'ставка', '😀', '👩‍👩‍👧', '10', '₽'), fc.string({ unit: 'binary', maxLength: 12 }))
  const words = fc.array(word, { maxLength: 80 }).map(all => all.join(' '))
  fc.assert(
    fc.property(words, words, fc.lorem({ maxCount: 60 }), (before, after, same) => {
      const pieces = compareWords(`${same} ${before} ${same}`, `${same} ${after} ${same}`)
      const short = shortened(pieces)
      expect(short.filter(({ fate }) => fate !== 'same')).toEqual(pieces.filter(({ fate }) => fate !== 'same'))
      for (const { fate, text } of short) if (fate === 'same') expect(text.length).toBeLessThanOrEqual(203)
      for (const [index, { text }] of short.entries()) if (pieces[index]?.text.isWellFormed()) expect(text.isWellFormed()).toBe(true)
    }),
    { numRuns: 60 },
  )
})
