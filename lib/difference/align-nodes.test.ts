import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Node } from '#lib/document/types.ts'
import { type Aligned, alignNodes, similarity } from './align-nodes.ts'

const paragraph = (text: string): Node => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string): Node => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] }) as Node
const words = fc.array(fc.constantFrom('карта', 'счёт', 'fee', '5'), { maxLength: 4 }).map(list => list.join(' '))
const nodes = fc.array(fc.oneof(words.map(paragraph), words.map(heading)), { maxLength: 8 })
const sides = (aligned: Aligned[], side: 'before' | 'after') => aligned.flatMap(pair => pair[side] ?? [])
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

test('every node of both lists is in the alignment once and in order', () => {
  fc.assert(
    fc.property(nodes, nodes, (before, after) => {
      const aligned = alignNodes(before, after)
      expect(sides(aligned, 'before')).toEqual(upTo(before.length))
      expect(sides(aligned, 'after')).toEqual(upTo(after.length))
      expect(aligned.every(pair => pair.before !== null || pair.after !== null)).toBe(true)
    }),
  )
})

test('likeness is between 0 and 1, the same from both sides, and 1 for equal words', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const score = similarity(paragraph(one), paragraph(other))
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(similarity(paragraph(other), paragraph(one))).toBe(score)
      if (one !== '') expect(similarity(paragraph(one), heading(one.toUpperCase()))).toBe(similarity(heading(one), paragraph(one)))
    }),
  )
  expect(similarity(paragraph('Комиссия за ПЕРЕВОД'), paragraph('перевод за комиссия'))).toBe(1)
  expect(
    similarity(paragraph('один'), { type: 'codeBlock', attrs: { language: 'sql' }, content: [{ type: 'text', text: 'один' }] } as Node),
  ).toBe(0)
})

test('a changed paragraph stands beside what it was, not beside a new one before it', () => {
  const before = [paragraph('Комиссия за перевод один процент')]
  const after = [paragraph('Совсем новый абзац о другом'), paragraph('Комиссия за перевод два процента')]
  expect(alignNodes(before, after)).toEqual([
    { before: null, after: 0 },
    { before: 0, after: 1 },
  ])
})

test('cells that have nothing in common still stand for their column', () => {
  const cell = (text: string) => ({ type: 'tableCell', content: [paragraph(text)] }) as Node
  expect(alignNodes([cell('один'), cell('два')], [cell('три'), cell('два')])).toEqual([
    { before: 0, after: 0 },
    { before: 1, after: 1 },
  ])
})

test('hundreds of blocks that all changed are laid side by side by their place', () => {
  const many = (word: string) => upTo(210).map(index => paragraph(`Пункт ${index} о том же самом ${word}`))
  const aligned = alignNodes(many('раньше'), [...many('теперь'), paragraph('Последний')])
  expect(aligned.slice(0, 210)).toEqual(upTo(210).map(index => ({ before: index, after: index })))
  expect(aligned.slice(210)).toEqual([{ before: null, after: 210 }])
})
