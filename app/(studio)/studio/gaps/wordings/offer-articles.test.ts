import { expect, test } from 'vitest'
import { offerArticles } from './offer-articles.ts'

const [loan, card] = ['loan', 'card'].map(articleId => ({ articleId, slug: articleId, titles: {}, probability: 0.5 }))

test('one click attaches to the article that is named, never to a less likely one of one’s own', () => {
  expect(offerArticles([loan!, card!], new Set(['loan', 'card']))).toEqual({ first: loan, others: [loan, card] })
  expect(offerArticles([loan!, card!], new Set(['card']))).toEqual({ first: null, others: [card] })
  expect(offerArticles([], new Set(['card']))).toEqual({ first: null, others: [] })
})
