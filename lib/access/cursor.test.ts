import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultLimit, limitOf, type Page, pageOf, readCursor, writeCursor } from './cursor.ts'

const refused = expect.objectContaining({
  code: 'invalid',
  details: { errors: [expect.objectContaining({ pointer: '?cursor', reason: 'cursor' })] },
})

test('a position comes back as it was written, whatever the texts', () => {
  const position = fc.array(fc.oneof(fc.integer(), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(position, given => {
      const kinds = given.map(one => typeof one as 'string' | 'number')
      const cursor = writeCursor(given)
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(readCursor(cursor, kinds)).toEqual(given)
    }),
  )
})

test('no cursor, an empty one and null mean the first page', () => {
  for (const cursor of [undefined, null, '']) expect(readCursor(cursor, ['string'])).toBeNull()
})

test('a cursor of another list, a made up one and one with another number of places are refused', () => {
  const wrong = [
    writeCursor(['a']),
    writeCursor([1, 2]),
    writeCursor([]),
    'null',
    '!!!',
    Buffer.from('{"0":1,"length":1}').toString('base64url'),
  ]
  for (const cursor of wrong) expect(() => readCursor(cursor, ['number'])).toThrow(refused)
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), cursor => {
      expect(() => readCursor(cursor, ['number', 'string', 'number'])).toThrow(refused)
    }),
  )
})

test('a page has 1 to 200 entries, fifty when nobody says', () => {
  expect([{}, { limit: 0 }, { limit: -5 }, { limit: 1 }, { limit: 200 }, { limit: 201 }].map(limitOf)).toEqual([
    defaultLimit,
    1,
    1,
    1,
    200,
    200,
  ])
})

test('pages one after the other are the list, without holes and doubles, and the last says that it is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 30 }), fc.integer({ min: 1, max: 10 }), (numbers, limit) => {
      const sorted = numbers.sort((a, b) => a - b)
      const seen: number[] = []
      let cursor: string | null = null
      do {
        const after: string | number | undefined = readCursor(cursor, ['number'])?.[0]
        const rows = sorted.filter(one => after === undefined || one > Number(after)).slice(0, limit + 1)
        const page: Page<number> = pageOf(rows, limit, one => [one])
        expect(page.items.length).toBeLessThanOrEqual(limit)
        seen.push(...page.items)
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(seen).toEqual(sorted)
    }),
  )
  expect(pageOf([], 5, () => [])).toEqual({ items: [], nextCursor: null })
})
