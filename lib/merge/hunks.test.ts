import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyHunks, hunksBetween, touches } from './hunks.ts'

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
const between = (base: string[], changed: string[]) => hunksBetween(base, changed, entry => entry)

test('the changes between two lists, made to the first, give the second', () => {
  fc.assert(
    fc.property(list, list, (base, changed) => {
      expect(applyHunks(base, between(base, changed))).toEqual(changed)
    }),
  )
})

test('changes stand in order and none concerns an entry of another', () => {
  fc.assert(
    fc.property(list, list, (base, changed) => {
      let end = 0
      for (const hunk of between(base, changed)) {
        expect(hunk.start).toBeGreaterThanOrEqual(end)
        expect(hunk.end).toBeGreaterThanOrEqual(hunk.start)
        expect(hunk.end - hunk.start + hunk.content.length).toBeGreaterThan(0)
        end = hunk.end
      }
      expect(end).toBeLessThanOrEqual(base.length)
    }),
  )
})

test('equal lists have no changes, also when they are empty', () => {
  expect(between([], [])).toEqual([])
  expect(between(['a', 'a'], ['a', 'a'])).toEqual([])
})

test('as many replaced by as many are one change each, more or fewer are one together', () => {
  expect(between(['a', 'b'], ['x', 'y'])).toEqual([
    { start: 0, end: 1, content: ['x'] },
    { start: 1, end: 2, content: ['y'] },
  ])
  expect(between(['a', 'b'], ['x', 'y', 'z'])).toEqual([{ start: 0, end: 2, content: ['x', 'y', 'z'] }])
  expect(between(['a', 'b'], [])).toEqual([{ start: 0, end: 2, content: [] }])
})

test('whether two changes touch is the same from both sides', () => {
  const hunk = fc.tuple(fc.nat(5), fc.nat(3)).map(([start, length]) => ({ start, end: start + length, content: ['x'] }))
  fc.assert(
    fc.property(hunk, hunk, (one, other) => {
      expect(touches(one, other)).toBe(touches(other, one))
    }),
  )
})

test('neighbours do not touch, an insertion inside a replaced stretch does, one at its edge does not', () => {
  const hunk = (start: number, end: number) => ({ start, end, content: ['x'] })
  expect(touches(hunk(0, 2), hunk(2, 3))).toBe(false)
  expect(touches(hunk(0, 2), hunk(1, 3))).toBe(true)
  expect(touches(hunk(1, 1), hunk(0, 2))).toBe(true)
  expect(touches(hunk(0, 0), hunk(0, 2))).toBe(false)
  expect(touches(hunk(2, 2), hunk(0, 2))).toBe(false)
  expect(touches(hunk(2, 2), hunk(2, 2))).toBe(true)
})
