import { expect, test } from 'vitest'
import { choose, nothing, parseSelection, selectionOf } from './selection.ts'

test('what is chosen stays in its order, once, and can be taken out again', () => {
  const chosen = choose(choose(nothing, 'articles', ['a', 'b'], true), 'articles', ['b', 'c'], true)
  expect(chosen.articles).toEqual(['a', 'b', 'c'])
  expect(choose(chosen, 'articles', ['a', 'c'], false).articles).toEqual(['b'])
})

test('an article is either published or withdrawn: the later choice holds', () => {
  const both = choose(choose(nothing, 'articles', ['a'], true), 'withdraw', ['a'], true)
  expect(both).toMatchObject({ articles: [], withdraw: ['a'] })
  expect(choose(both, 'articles', ['a'], true)).toMatchObject({ articles: ['a'], withdraw: [] })
})

test('an address names articles and facts', () => {
  expect(selectionOf(new URLSearchParams('articles=a,b&facts=fee&articles=c,a'))).toEqual({
    ...nothing,
    articles: ['a', 'b', 'c'],
    facts: ['fee'],
  })
  expect(selectionOf(new URLSearchParams('other=1'))).toBeNull()
})

test('what was stored comes back, anything else does not', () => {
  const selection = { ...nothing, facts: ['fee'] }
  expect(parseSelection(JSON.stringify(selection))).toEqual(selection)
  for (const text of [null, '', '{', '[]', '{"articles":[1],"facts":[],"snippets":[],"withdraw":[]}', 'null'])
    expect(parseSelection(text)).toBeNull()
})
