import { expect, test } from 'vitest'
import { classifyQuestion } from './classify-question.ts'
import { decide, thresholdsOf } from './decide.ts'
import type { TaughtArticle } from './taught-article.ts'
import { learnBriefly } from './train-finder.ts'

const articles: TaughtArticle[] = [
  {
    key: 'block',
    title: 'Как заблокировать карту',
    questions: ['потерял карту что делать', 'карту украли'],
    passages: ['Позвоните в поддержку банка.'],
  },
  { key: 'fee', title: 'Комиссия за перевод', questions: ['сколько стоит перевод', 'цена перевода'] },
  { key: 'hours', title: 'Часы работы отделений', questions: ['до скольки работает банк', 'когда открыто отделение'] },
]

test('articles that are learned for one question answer their questions, stored phrasings for certain, and are less sure of foreign ones', () => {
  const finder = learnBriefly(articles)
  expect(classifyQuestion(finder, 'украли карту').candidates[0]?.key).toBe('block')
  expect(classifyQuestion(finder, 'сколько стоит перевод')).toMatchObject({ candidates: [{ key: 'fee' }, {}, {}] })
  expect(classifyQuestion(finder, 'сколько стоит перевод').inScope).toBeGreaterThan(0.9)
  expect(classifyQuestion(finder, 'рецепт борща').inScope).toBeLessThan(classifyQuestion(finder, 'украли карту').inScope)
})

test('where search finds nothing there is no candidate', () => {
  expect(classifyQuestion(learnBriefly([]), 'рецепт борща')).toEqual({ candidates: [], inScope: 0 })
})

test('a phrasing that was just attached to an article of many answers what is asked alike, before anything is trained', () => {
  const things = [
    'вклад',
    'кредит',
    'перевод',
    'ипотека',
    'страховка',
    'выписка',
    'лимит',
    'пароль',
    'бонусы',
    'терминал',
    'подписка',
    'паспорт',
  ]
  const asks = [
    'как открыть',
    'сколько стоит',
    'где найти',
    'почему не работает',
    'как закрыть',
    'можно ли изменить',
    'кому положен',
    'что даёт',
  ]
  const many = things.map(thing => ({ key: thing, title: `Про ${thing}`, questions: asks.map(ask => `${ask} ${thing}`) }))
  const [first] = many
  first!.questions.push('можно ли оформить доверенность на жену')
  const finder = learnBriefly(many)
  for (const question of ['оформить доверенность на жену', 'как оформить доверенность', 'доверенность на жену можно оформить?']) {
    expect(decide(classifyQuestion(finder, question), thresholdsOf('website')), question).toMatchObject({
      status: 'answered',
      key: 'вклад',
    })
  }
  expect(decide(classifyQuestion(finder, 'рецепт борща с пампушками'), thresholdsOf('website')).status).toBe('unanswered')
  expect(decide(classifyQuestion(learnBriefly([first!]), 'рецепт борща с пампушками'), thresholdsOf('website')).status).toBe('unanswered')
})
