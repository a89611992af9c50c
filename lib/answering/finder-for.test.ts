import { expect, test } from 'vitest'
import { classifyQuestion } from './classify-question.ts'
import type { TaughtArticle } from './taught-article.ts'
import { compareArticles } from './train-finder.ts'

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

test('articles that are only compared answer their questions, stored phrasings for certain, and are less sure of foreign ones', () => {
  const finder = compareArticles(articles)
  expect(classifyQuestion(finder, 'украли карту').candidates[0]?.key).toBe('block')
  expect(classifyQuestion(finder, 'сколько стоит перевод')).toMatchObject({ candidates: [{ key: 'fee' }, {}, {}] })
  expect(classifyQuestion(finder, 'сколько стоит перевод').inScope).toBeGreaterThan(0.9)
  expect(classifyQuestion(finder, 'рецепт борща').inScope).toBeLessThan(classifyQuestion(finder, 'украли карту').inScope)
})

test('where search finds nothing there is no candidate', () => {
  expect(classifyQuestion(compareArticles([]), 'рецепт борща')).toEqual({ candidates: [], inScope: 0 })
})
