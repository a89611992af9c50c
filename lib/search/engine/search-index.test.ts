import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer, found, indexOf, search } from './answer.fixture.ts'
import { SearchIndex } from './search-index.ts'

const bank = () =>
  indexOf(
    answer('block', 'Как заблокировать карту', { body: 'Позвоните нам или откройте приложение. Разблокировать карту можно там же.' }),
    answer('unblock', 'Как разблокировать карту', { body: 'Подтвердите вход по коду.' }),
    answer('fee', 'Комиссия за перевод', { shortAnswer: 'Перевод по номеру телефона бесплатный.', questions: ['сколько стоит перевод'] }),
    answer('tax', 'Справка 3-НДФЛ', { body: 'Для вычета нужна декларация 3-НДФЛ.' }),
    answer('tax2', 'Справка 2-НДФЛ', { body: 'Справку 2-НДФЛ выдаёт работодатель.' }),
    answer('error', 'Ошибка ERR-1024', { body: 'Позвоните 8 800 555-35-35.' }),
    answer('pin', 'Не работает ПИН-код', { body: 'Код можно сменить в банкомате.' }),
    answer('pin-works', 'Как работает ПИН-код', { body: 'Код вводят в банкомате.' }),
  )

test.each([
  ['заблокировать карту', 'block'],
  ['блокировка карты', 'block'],
  ['разблокировка карт', 'unblock'],
  ['КОМИССИЯ ПЕРЕВОДА', 'fee'],
  ['сколько стоят переводы', 'fee'],
  ['3-ндфл', 'tax'],
  ['3 ндфл', 'tax'],
  ['справку 2 НДФЛ', 'tax2'],
  ['err1024', 'error'],
  ['err 1024', 'error'],
  ['+7 (800) 555 35 35', 'error'],
  ['пин код не работает', 'pin'],
  ['как работает пин', 'pin-works'],
])('"%s" finds %s first', (text, slug) => {
  expect(found(bank(), text)[0]).toBe(slug)
})

test('what no answer speaks of is not found by its "for" and "how"; function words alone are looked for as they are', () => {
  expect(search(bank(), 'парковка за дирижаблями')).toMatchObject({ hits: [], total: 0 })
  expect(search(bank(), 'как парковать дирижабли').hits).toEqual([])
  expect(found(bank(), 'за')).toContain('fee')
  expect(found(bank(), 'перевод за дирижабль')).toContain('fee')
})

test('scores lie between 0 and 1, the whole title is exact, little of the question is weak', () => {
  const { hits } = search(bank(), 'как заблокировать карту')
  expect(hits[0]).toMatchObject({ slug: 'block', confidence: 'exact' })
  expect(search(bank(), 'заблокировать карты').hits[0]).toMatchObject({ slug: 'block', confidence: 'exact' })
  expect(search(bank(), 'заблокировать карту жены').hits[0]?.confidence).not.toBe('exact')
  for (const { score } of hits) {
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
  }
  expect(search(bank(), 'карту съела моя собака вчера вечером').hits[0]?.confidence).toBe('weak')
})

test('the score falls down the list, and so does the confidence', () => {
  const word = fc.constantFrom('карта', 'карты', 'счёт', 'перевод', 'лимит', 'код', 'не', 'без', 'комиссия', 'вклад')
  const text = fc.array(word, { minLength: 1, maxLength: 5 }).map(words => words.join(' '))
  const texts = fc.record({ title: text, questions: fc.array(text, { maxLength: 3 }), shortAnswer: text, body: text })
  const bands = ['exact', 'strong', 'weak']
  fc.assert(
    fc.property(fc.array(texts, { minLength: 2, maxLength: 12 }), text, (answers, query) => {
      const index = indexOf(...answers.map(({ title, ...rest }, at) => answer(`a${at}`, title, rest)))
      const { hits } = search(index, query)
      for (let at = 1; at < hits.length; at++) {
        expect(hits[at]!.score).toBeLessThanOrEqual(hits[at - 1]!.score)
        expect(bands.indexOf(hits[at]!.confidence)).toBeGreaterThanOrEqual(bands.indexOf(hits[at - 1]!.confidence))
      }
    }),
  )
})

test('a form of the title in another order is strong', () => {
  expect(search(bank(), 'перевода комиссии').hits[0]).toMatchObject({ slug: 'fee' })
  expect(search(bank(), 'перевода комиссии').hits[0]?.confidence).not.toBe('weak')
})

test('what is taken out is not found, counted, completed or proposed any more', () => {
  const index = bank()
  index.remove('error')
  expect(found(index, 'err-1024')).toEqual([])
  expect(index.vocabulary.has('err1024')).toBe(false)
  expect(index.vocabulary.startingWith('err', 10)).toEqual([])
  expect(search(index, 'ошыбка').query.corrected).toBeNull()
  expect(index.size).toBe(7)
})

test('a changed answer loses its former words', () => {
  const index = bank()
  index.put(answer('block', 'Заморозка счёта'))
  expect(found(index, 'заблокировать карту')).not.toContain('block')
  expect(found(index, 'заморозка счета')[0]).toBe('block')
  expect(index.size).toBe(8)
})

test('an index changed step by step finds what an index built at once finds', () => {
  const word = fc.constantFrom('карта', 'счёт', 'перевод', 'лимит', 'код', 'телефон', 'комиссия', 'вклад')
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map(words => words.join(' '))
  const step = fc.record({ slug: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: text, body: text, gone: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), text, (steps, query) => {
      const changed = new SearchIndex()
      const last = new Map<string, (typeof steps)[number]>()
      for (const one of steps) {
        if (one.gone) changed.remove(one.slug)
        else changed.put(answer(one.slug, one.title, { body: one.body }))
        last.set(one.slug, one)
      }
      const alive = [...last.values()].filter(one => !one.gone)
      const built = indexOf(...alive.map(one => answer(one.slug, one.title, { body: one.body })))
      const seen = (index: SearchIndex) => search(index, query).hits.map(hit => `${hit.slug} ${hit.score.toFixed(5)}`)
      expect(seen(changed)).toEqual(seen(built))
    }),
  )
})

test('no question makes it fail', () => {
  const index = bank()
  const strange = [
    '"',
    'AND OR NEAR(',
    '*',
    'карта*',
    "'; DROP TABLE answers; --",
    '\u0000',
    '😀😀',
    '\ud800',
    'שלום',
    '(((((',
    'а'.repeat(10_000),
    'a b '.repeat(3000),
    '1'.repeat(500),
  ]
  for (const text of strange) expect(() => found(index, text)).not.toThrow()
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => void found(index, text)))
})
