import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MergedPart, mergeLists } from './merge-lists.ts'

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 10 })
const merge = (base: string[], mine: string[], theirs: string[]) => mergeLists(base, mine, theirs, entry => entry)
const taking = (parts: MergedPart<string>[], side: 'base' | 'mine' | 'theirs') =>
  parts.flatMap(part => (part.kind === 'settled' ? part.content : part[side]))
const conflicts = (parts: MergedPart<string>[]) => parts.filter(({ kind }) => kind === 'conflict')

test('what one side left alone becomes what the other made of it, without a question', () => {
  fc.assert(
    fc.property(list, list, (base, changed) => {
      for (const parts of [merge(base, changed, base), merge(base, base, changed), merge(base, changed, changed)]) {
        expect(conflicts(parts)).toEqual([])
        expect(taking(parts, 'mine')).toEqual(changed)
      }
    }),
  )
})

test('it is the same merge from both sides', () => {
  fc.assert(
    fc.property(list, list, list, (base, mine, theirs) => {
      const [there, back] = [merge(base, mine, theirs), merge(base, theirs, mine)]
      expect(conflicts(back).length).toBe(conflicts(there).length)
      expect(taking(back, 'theirs')).toEqual(taking(there, 'mine'))
      expect(taking(back, 'base')).toEqual(taking(there, 'base'))
    }),
  )
})

test('a conflict has two different texts, and settled stretches never stand beside one another', () => {
  fc.assert(
    fc.property(list, list, list, (base, mine, theirs) => {
      const parts = merge(base, mine, theirs)
      for (const [index, part] of parts.entries()) {
        if (part.kind === 'conflict') expect(part.mine).not.toEqual(part.theirs)
        else {
          expect(part.content.length).toBeGreaterThan(0)
          expect(parts[index + 1]?.kind).not.toBe('settled')
        }
      }
    }),
  )
})

test('what nobody touched is there once, and what somebody added is on his side', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...'abcdefgh']), fc.subarray([...'abcdefgh']), fc.subarray([...'abcdefgh']), (base, cut, gone) => {
      const mine = [...base.filter(one => !cut.includes(one)), 'mine']
      const theirs = ['theirs', ...base.filter(one => !gone.includes(one))]
      const parts = merge(base, mine, theirs)
      for (const one of base.filter(one => !cut.includes(one) && !gone.includes(one)))
        expect(taking(parts, 'mine').filter(other => other === one)).toHaveLength(1)
      expect(taking(parts, 'mine')).toContain('mine')
      expect(taking(parts, 'theirs')).toContain('theirs')
    }),
  )
})

test('two insertions at one place are a question, equal ones are one', () => {
  expect(merge(['a'], ['a', 'x'], ['a', 'y'])).toEqual([
    { kind: 'settled', content: ['a'] },
    { kind: 'conflict', base: [], mine: ['x'], theirs: ['y'] },
  ])
  expect(merge(['a'], ['a', 'x'], ['a', 'x'])).toEqual([{ kind: 'settled', content: ['a', 'x'] }])
  expect(merge([], ['x'], ['y'])).toEqual([{ kind: 'conflict', base: [], mine: ['x'], theirs: ['y'] }])
  expect(merge([], [], [])).toEqual([])
})

test('a conflict that somebody can settle is settled, and he is asked for conflicts only', () => {
  const asked: string[] = []
  const parts = mergeLists(['a', 'b', 'c'], ['a1', 'b', 'c1'], ['a', 'b1', 'c2'], String, (base, mine, theirs) => {
    asked.push(base.join())
    return [...mine, ...theirs]
  })
  expect(asked).toEqual(['c'])
  expect(parts).toEqual([{ kind: 'settled', content: ['a1', 'b1', 'c1', 'c2'] }])
})
