import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from '#lib/document/content.ts'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import { plainText } from '#lib/document/plain-text.ts'
import type { Block, Document } from '#lib/document/types.ts'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { mergeContent } from './merge-content.ts'

const empty: Content = { title: 'Комиссия', shortAnswer: [], questions: [], document: { type: 'doc', content: [] }, variations: {} }
const written = (markdown: string, change: Partial<Content> = {}): Content => ({
  ...empty,
  document: parseMarkdown(markdown).document,
  ...change,
})
const textOf = (document: Document | undefined) => plainText(document ?? { type: 'doc', content: [] })
const merged = (base: string, mine: string, theirs: string) => {
  const merge = mergeContent(written(base), written(mine), written(theirs))
  return { conflicts: merge.conflicts.length, text: textOf(merge.settle({}).document) }
}

test('changes of different blocks are both made, also of neighbours', () => {
  expect(merged('A\n\nB\n\nC', 'A1\n\nB\n\nC', 'A\n\nB1\n\nC')).toEqual({ conflicts: 0, text: 'A1\nB1\nC' })
  expect(merged('A\n\nB', 'A\n\nB1', 'A\n\nB\n\nD')).toEqual({ conflicts: 0, text: 'A\nB1\nD' })
  expect(merged('A\n\nB', 'X\n\nA\n\nB', 'A1\n\nB')).toEqual({ conflicts: 0, text: 'X\nA1\nB' })
  expect(merged('A\n\nB\n\nC', 'A\n\nC', 'A\n\nB\n\nC\n\nD')).toEqual({ conflicts: 0, text: 'A\nC\nD' })
})

test('the same change by both is made once', () => {
  expect(merged('A\n\nB', 'A\n\nB1', 'A\n\nB1')).toEqual({ conflicts: 0, text: 'A\nB1' })
})

test('different steps of one procedure, items of one list and blocks of one box do not touch', () => {
  const steps = (...items: string[]) => `:::steps\n${items.map((item, index) => `${index + 1}. ${item}`).join('\n')}\n:::`
  expect(merged(steps('A', 'B', 'C'), steps('A1', 'B', 'C'), steps('A', 'B', 'C1', 'D'))).toEqual({ conflicts: 0, text: 'A1\nB\nC1\nD' })
  expect(merged('- A\n- B', '- A1\n- B', '- A\n- B1')).toEqual({ conflicts: 0, text: 'A1\nB1' })
  expect(merged('- A\n- B', '- A1\n- B', '- A2\n- B').conflicts).toBe(1)
})

test('where both changed the same there is a choice, and without one nothing is lost', () => {
  const merge = mergeContent(written('A\n\nB'), written('A1\n\nB'), written('A2\n\nB'))
  const [conflict] = merge.conflicts
  expect(conflict).toMatchObject({ place: 'document' })
  const chosen = (choice: 'base' | 'mine' | 'theirs' | 'both') => textOf(merge.settle({ [conflict?.id ?? '']: choice }).document)
  expect([chosen('base'), chosen('mine'), chosen('theirs'), chosen('both')]).toEqual(['A\nB', 'A1\nB', 'A2\nB', 'A1\nA2\nB'])
  expect(textOf(merge.settle({}).document)).toBe('A1\nA2\nB')
  expect(merged('A\n\nB', 'A', 'A\n\nB1')).toEqual({ conflicts: 1, text: 'A\nB1' })
})

test('title, short answer, questions and variations are merged each for itself', () => {
  const ivr = parseMarkdown('Вслух').document
  const base = written('A', { questions: ['q1', 'q2'], variations: { ivr } })
  const mine = { ...base, title: 'Мой', questions: ['q1', 'q2', 'q3'], variations: {} }
  const theirs = { ...base, shortAnswer: [{ type: 'text' as const, text: 'Коротко' }], questions: ['q4', 'q2'] }
  const merge = mergeContent(base, mine, theirs)
  expect(merge.conflicts).toEqual([])
  expect(merge.settle({})).toMatchObject({ title: 'Мой', shortAnswer: theirs.shortAnswer, questions: ['q4', 'q2', 'q3'], variations: {} })
  const titles = mergeContent(base, { ...base, title: 'Мой' }, { ...base, title: 'Их' })
  expect(titles.conflicts.map(({ place }) => place)).toEqual(['title'])
  expect(titles.settle({}).title).toBe('Мой / Их')
  const spoken = mergeContent(base, { ...base, variations: {} }, { ...base, variations: { ivr: parseMarkdown('Иначе').document } })
  expect(spoken.conflicts.map(({ place }) => place)).toEqual(['variations/ivr'])
})

test('whoever changed nothing gets the other text; no block of either side is lost when both are kept', () => {
  const contents = fc.record({ a: arbitraryDocument(), b: arbitraryDocument(), c: arbitraryDocument() })
  const keys = (document: Document) => new Set(document.content.map(block => JSON.stringify(block)))
  fc.assert(
    fc.property(contents, ({ a, b, c }) => {
      const [base, mine, theirs] = [a, b, c].map(document => ({ ...empty, document })) as [Content, Content, Content]
      expect(mergeContent(base, mine, base).settle({})).toEqual(mergeContent(mine, mine, mine).settle({}))
      expect(mergeContent(base, base, theirs).settle({})).toEqual(mergeContent(theirs, theirs, theirs).settle({}))
      const merge = mergeContent(base, mine, theirs)
      const result = keys(merge.settle({}).document)
      const [before, left, right] = [base, mine, theirs].map(content =>
        keys(mergeContent(content, content, content).settle({}).document),
      ) as [Set<string>, Set<string>, Set<string>]
      for (const block of [...left, ...right]) if (!before.has(block)) expect(hasBlock(result, block)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

/** A container that was merged inside is another block than either side's. */
function hasBlock(result: Set<string>, block: string): boolean {
  return result.has(block) || 'content' in (JSON.parse(block) as Block)
}
