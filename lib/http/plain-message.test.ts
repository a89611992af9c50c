import { z } from '@hono/zod-openapi'
import { expect, test } from 'vitest'
import { checkBody, checkQuery } from './check-input.ts'

const schema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).optional(),
  name: z.string().max(3).optional(),
  tags: z.array(z.string()).max(1).optional(),
  kind: z.enum(['a', 'b']).optional(),
})

test.each([
  ['?limit=0', '?limit must be at least 1'],
  ['?limit=201', '?limit must be at most 200'],
  ['?limit=abc', '?limit must be a number'],
  ['?name=long', '?name must have at most 3 characters'],
  ['?kind=c', '?kind must be one of a, b'],
])('a fault of a query is said in words that name field and limit: %s', (query, words) => {
  expect(() => checkQuery(schema, `/x${query}`)).toThrow(words)
})

test('a member that is missing is needed, one of a wrong type is told what it must be', () => {
  const errors = (value: unknown) => {
    try {
      checkBody(z.object({ slug: z.string(), tags: z.array(z.string()).max(1) }), value)
    } catch (error) {
      return (error as { details: { errors: { pointer: string; message: string }[] } }).details.errors.map(
        ({ pointer, message }) => `${pointer} ${message}`,
      )
    }
    return []
  }
  expect(errors({ tags: ['a', 'b'] })).toEqual(['/slug is needed', '/tags must have at most 1 members'])
  expect(errors({ slug: 5, tags: {} })).toEqual(['/slug must be a text', '/tags must be a list'])
})
