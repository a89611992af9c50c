import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classifyQuestion } from './classify-question.ts'
import type { TaughtArticle } from './taught-article.ts'
import { trainFinder } from './train-finder.ts'

const articles: TaughtArticle[] = [
  {
    key: 'card-block',
    title: 'Как заблокировать карту',
    questions: ['потерял карту что делать', 'заблокируйте мою карту', 'карту украли', 'срочно блокировка карты', 'как заморозить карту'],
  },
  {
    key: 'transfer-fee',
    title: 'Комиссия за перевод',
    questions: [
      'сколько стоит перевод',
      'какая комиссия за перевод',
      'берёте ли процент за переводы',
      'перевод без комиссии',
      'цена перевода',
    ],
  },
  {
    key: 'office-hours',
    title: 'Часы работы отделений',
    questions: ['до скольки работает банк', 'когда открыто отделение', 'работаете в воскресенье', 'адрес офиса', 'график работы офиса'],
  },
]
const finder = trainFinder(articles)
const first = (question: string) => classifyQuestion(finder, question).candidates[0]

test('questions in words that no phrasing has together find their article', () => {
  expect(first('хочу блокировать карточку')?.key).toBe('card-block')
  expect(first('сколько процентов комиссии возьмут за переводы')?.key).toBe('transfer-fee')
  expect(first('во сколько открывается отделение')?.key).toBe('office-hours')
})

test('a stored phrasing in other forms of its words is as good as certain, unless two articles share it', () => {
  const { candidates, inScope } = classifyQuestion(finder, 'Сколько стоят переводы?')
  expect(candidates[0]).toMatchObject({ key: 'transfer-fee' })
  expect(candidates[0]!.probability * inScope).toBeGreaterThan(0.9)
  const shared = trainFinder([...articles, { key: 'other', title: 'Тариф', questions: ['сколько стоит перевод'] }])
  const doubtful = classifyQuestion(shared, 'сколько стоит перевод')
  expect(doubtful.candidates[0]!.probability * doubtful.inScope).toBeLessThan(0.9)
})

test('every phrasing and title finds its own article', () => {
  for (const { key, title, questions } of articles) for (const question of [title, ...questions]) expect(first(question)?.key).toBe(key)
})

test('a question of the scope is likelier within it than a foreign one', () => {
  const own = classifyQuestion(finder, 'какую комиссию берёте за перевод').inScope
  expect(own).toBeGreaterThan(classifyQuestion(finder, 'рецепт борща с фасолью').inScope)
  expect(own).toBeGreaterThan(classifyQuestion(finder, 'who won the match yesterday').inScope)
})

test('the same articles give the same finder', () => {
  const again = trainFinder(articles)
  expect(again.classifier.weights).toEqual(finder.classifier.weights)
  expect(again.calibration).toEqual(finder.calibration)
})

test('nothing is found among no articles, nor for words of which nothing is known', () => {
  expect(classifyQuestion(trainFinder([]), 'перевод')).toEqual({ candidates: [], inScope: 0 })
  expect(classifyQuestion(finder, '☃ ?!')).toEqual({ candidates: [], inScope: 0 })
})

test('what an article says finds it where no phrasing does', () => {
  const told = trainFinder(articles.map(article => ({ ...article, passages: article.key === 'office-hours' ? ['Парковка у входа'] : [] })))
  expect(classifyQuestion(told, 'есть ли парковка').candidates[0]?.key).toBe('office-hours')
})

test('one article without questions can be asked for', () => {
  const single = trainFinder([{ key: 'only', title: 'Карта', questions: [] }])
  expect(classifyQuestion(single, 'карта').candidates).toEqual([{ key: 'only', probability: 1 }])
})

test('probabilities of any question are from 0 to 1, in falling order, of at most as many articles as wanted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 3 }), (question, most) => {
      const { candidates, inScope } = classifyQuestion(finder, question, most)
      const probabilities = candidates.map(({ probability }) => probability)
      expect(candidates.length).toBeLessThanOrEqual(most)
      expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a))
      for (const value of [inScope, ...probabilities]) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a single word that several articles say is no answer of one of them; one that a single article says is', () => {
  const finder = trainFinder([
    { key: 'block', title: 'Как заблокировать карту', questions: ['потерял карту', 'карту украли', 'заморозить карту'] },
    { key: 'order', title: 'Как заказать карту', questions: ['хочу новую карту', 'оформить карту', 'получить карту'] },
    { key: 'fee', title: 'Комиссия за перевод', questions: ['сколько стоит перевод', 'процент за переводы'] },
  ])
  const first = (question: string) => classifyQuestion(finder, question).candidates[0]!
  expect(first('карта').probability).toBeLessThan(0.65)
  expect(first('а карты?').probability).toBeLessThan(0.65)
  expect(first('перевод')).toMatchObject({ key: 'fee' })
  expect(first('перевод').probability).toBeGreaterThan(0.9)
  expect(first('украли').probability).toBeGreaterThan(0.9)
  expect(first('оформить карту').probability).toBeGreaterThan(0.9)
})
