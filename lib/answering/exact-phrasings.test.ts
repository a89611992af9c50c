import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPhrasing, hasPhrasing, keepPhrasings } from './exact-phrasings.ts'

test('a phrasing finds its class, one that two classes share finds none but is known', () => {
  const exact = keepPhrasings([
    { words: 'карт', label: 0 },
    { words: 'перевод', label: 1 },
    { words: 'карт', label: 0 },
    { words: 'лимит', label: 1 },
    { words: 'лимит', label: 2 },
    { words: 'лимит', label: 2 },
  ])
  expect(['карт', 'перевод', 'лимит', 'борщ'].map(words => findPhrasing(exact, words))).toEqual([0, 1, -1, -1])
  expect(hasPhrasing(exact, 'лимит')).toBe(true)
  expect(hasPhrasing(exact, 'борщ')).toBe(false)
})

test('every phrasing is found again, and nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.string(), (texts, other) => {
      const exact = keepPhrasings(texts.map((words, label) => ({ words, label })))
      for (const [label, words] of texts.entries()) expect(findPhrasing(exact, words)).toBe(label)
      if (!texts.includes(other)) expect(hasPhrasing(exact, other)).toBe(false)
    }),
  )
})
