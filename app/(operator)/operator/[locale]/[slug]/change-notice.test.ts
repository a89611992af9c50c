import { expect, test } from 'vitest'
import type { PanelAnswer } from '../panel-api.ts'
import { newsOf } from './change-notice.tsx'

const answer = (slug: string, text: string): PanelAnswer => ({
  ...{ slug, articleId: 'id', locale: 'ru', title: 'Тариф', release: 7, hash: `${text}`, publishedAt: '', category: null },
  content: { html: '', text, shortAnswer: '', copy: { plain: '', html: '', short: '' }, internal: true },
})
const shown = { slug: 'a', text: 'Тариф\n\nСтоит 99 ₽' }

test('news of an answer is what changed in its words', () => {
  const { pieces, slug } = newsOf(shown, answer('a', 'Стоит 149 ₽'))
  expect(slug).toBe('a')
  expect(pieces?.filter(({ fate }) => fate !== 'same')).toEqual([
    { fate: 'removed', text: '99' },
    { fate: 'added', text: '149' },
  ])
})

test('an answer that only moved has no changed words, one that moved and changed has both', () => {
  expect(newsOf(shown, answer('b', 'Стоит 99 ₽'))).toMatchObject({ slug: 'b', release: 7, pieces: [] })
  expect(newsOf(shown, answer('b', 'Стоит 149 ₽')).pieces).not.toEqual([])
})
