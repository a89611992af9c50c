import { expect, test } from 'vitest'
import { findAnswers, findCategory } from './find-answers.ts'

const answers = [
  { slug: 'fee', title: 'Сколько стоит перевод', shortAnswer: 'Комиссия 1,5 %', category: 'transfers', tags: ['fees'] },
  { slug: 'account', title: 'Счёт', shortAnswer: 'Откройте счёт', category: 'accounts', tags: [] },
]
const tree = [
  {
    slug: 'money',
    title: 'Деньги',
    description: '',
    count: 1,
    children: [{ slug: 'transfers', title: 'Переводы', description: '', count: 1, children: [] }],
  },
]

test('every word must be there, in any case, with е for ё', () => {
  expect(findAnswers(answers, { filter: 'КОМИССИЯ перевод', category: null }).map(({ slug }) => slug)).toEqual(['fee'])
  expect(findAnswers(answers, { filter: 'счет', category: null }).map(({ slug }) => slug)).toEqual(['account'])
  expect(findAnswers(answers, { filter: 'ипотека', category: null })).toEqual([])
})

test('a category holds what is below it', () => {
  expect(findAnswers(answers, { filter: '', category: findCategory(tree, 'money') }).map(({ slug }) => slug)).toEqual(['fee'])
  expect(findCategory(tree, 'nowhere')).toBeNull()
})
