import { afterEach, expect, test } from 'vitest'
import { hearing, wording } from '#db/schema/learning.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { type Searched, searchLogOf } from './search-log.ts'

afterEach(() => setClock())

const usual: Searched = { caller: '10.0.0.1', channel: 'website', locale: 'ru', query: '', outcome: 'found' }
const search = (istok: Istok, query: string, more: Partial<Searched> = {}) => searchLogOf(istok).note({ ...usual, query, ...more })
const textsOf = async (istok: Istok) => (await istok.database.reader.orm.select().from(wording)).map(({ text }) => text)
const hearings = (istok: Istok) => istok.database.reader.orm.select().from(hearing)

function at(time: number) {
  setClock(() => time)
}

test('what is being typed counts once, as it was when it was finished, also where letters were taken back', async () => {
  const istok = openTestIstok()
  for (const query of ['пар', 'парков', 'Парковка у', 'парковка', 'парковка у дома']) search(istok, query)
  await searchLogOf(istok).flush(true)
  expect(await textsOf(istok)).toEqual(['парковка у дома'])
})

test('another question of the same caller finishes the one before; each caller, channel and language types by itself', async () => {
  const istok = openTestIstok()
  search(istok, 'парковка')
  search(istok, 'ячейка')
  search(istok, 'парк', { caller: '10.0.0.2' })
  search(istok, 'парки', { channel: 'operator' })
  await searchLogOf(istok).flush(true)
  expect((await textsOf(istok)).sort()).toEqual(['парк', 'парковка', 'ячейка'])
  expect((await hearings(istok)).map(({ channel }) => channel).sort()).toEqual(['operator', 'website', 'website', 'website'])
})

test('nothing is written while somebody may still be typing, and what was opened at once', async () => {
  const istok = openTestIstok()
  at(1_000_000)
  search(istok, 'парковка')
  search(istok, 'ячейка', { caller: '10.0.0.2', outcome: 'opened', articleId: 'a' })
  at(1_003_999)
  await searchLogOf(istok).flush()
  expect(await textsOf(istok)).toEqual(['ячейка'])
  at(1_004_000)
  await searchLogOf(istok).flush()
  expect(await textsOf(istok)).toEqual(['ячейка', 'парковка'])
  expect((await hearings(istok)).map(({ at }) => at)).toEqual([1_000_000, 1_000_000])
})

test('the same search again before it was written is one hearing of as many times', async () => {
  const istok = openTestIstok()
  for (const query of ['парковка', 'ячейка', 'парковка', 'ячейка', 'парковка']) search(istok, query, { outcome: 'nothing' })
  await searchLogOf(istok).flush(true)
  expect((await hearings(istok)).map(({ times, outcome }) => ({ times, outcome }))).toEqual([
    { times: 3, outcome: 'nothing' },
    { times: 2, outcome: 'nothing' },
  ])
})

test('a flood of one caller is cut, others are still heard, and after a writing so is he', async () => {
  const istok = openTestIstok()
  const words = Array.from({ length: 60 }, (_, number) => `слово${String.fromCharCode(1072 + (number % 30))}${number}`)
  for (const word of words) search(istok, word)
  search(istok, 'парковка', { caller: '10.0.0.2' })
  await searchLogOf(istok).flush(true)
  expect(await textsOf(istok)).toHaveLength(31)
  search(istok, 'ячейка')
  await searchLogOf(istok).flush(true)
  expect(await textsOf(istok)).toContain('ячейка')
})

test('who searched is a number that means nothing, the same all day and another one the next day; the address is nowhere', async () => {
  const istok = openTestIstok()
  at(Date.UTC(2026, 0, 10, 9))
  search(istok, 'парковка')
  search(istok, 'ячейка')
  search(istok, 'парковка', { caller: '10.0.0.2' })
  await searchLogOf(istok).flush(true)
  at(Date.UTC(2026, 0, 11, 9))
  search(istok, 'вклады')
  await searchLogOf(istok).flush(true)
  const heard = await hearings(istok)
  const texts = new Map((await istok.database.reader.orm.select().from(wording)).map(({ id, text }) => [id, text]))
  const personsOf = (text: string) => heard.filter(one => texts.get(one.wordingId) === text).map(({ person }) => person)
  expect(new Set(personsOf('парковка')).size).toBe(2)
  expect(personsOf('парковка')).toContain(personsOf('ячейка')[0])
  expect(personsOf('парковка')).not.toContain(personsOf('вклады')[0])
  expect(JSON.stringify(heard)).not.toContain('10.0.0')
})
