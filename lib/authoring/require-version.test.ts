import { expect, test } from 'vitest'
import type { IstokError } from '../errors.ts'
import { requireVersion } from './require-version.ts'

const current = { version: 3, updatedAt: Date.UTC(2026, 10, 23), updatedBy: 'user:anna' }
const refusal = (expected: number | null | undefined, state: Parameters<typeof requireVersion>[0] = current) => {
  try {
    requireVersion(state, expected)
  } catch (error) {
    return error as IstokError
  }
  return null
}

test('the current version passes', () => expect(refusal(3)).toBeNull())

test.each([2, 4, 0, -1, Number.NaN])('version %s is another one: 412 with what is there now', expected => {
  expect(refusal(expected)).toMatchObject({
    code: 'conflict',
    details: {
      ...{ status: 412, reason: 'changed-meanwhile', headers: { ETag: '"3"' } },
      extra: { current: { version: 3, updatedAt: '2026-11-23T00:00:00.000Z', updatedBy: 'user:anna' } },
      errors: [{ pointer: 'If-Match', reason: 'other-version', arguments: { value: 3 } }],
    },
  })
})

test.each([null, undefined])('no version (%s) is 428, with what is there now as well', expected => {
  expect(refusal(expected)).toMatchObject({
    code: 'invalid',
    details: {
      status: 428,
      headers: { ETag: '"3"' },
      extra: { current: { version: 3 } },
      errors: [{ pointer: 'If-Match', reason: 'needed' }],
    },
  })
})

test('nobody is named where nobody is known to have changed it', () => {
  expect(refusal(1, { version: 2, updatedAt: 0 })?.details.extra?.current).toEqual({ version: 2, updatedAt: '1970-01-01T00:00:00.000Z' })
})
