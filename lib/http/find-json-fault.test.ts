import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJsonFault } from './find-json-fault.ts'

test.each([
  ['', 0],
  ['{"a":1', 6],
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ['[1,,2]', 3],
  ['{"a":tru}', 5],
  ['{"a":"\n"}', 5],
  ['  [1] x', 6],
  ['{"a":01}', 5],
  ['nul', 0],
])('names the place in %j', (text, place) => {
  expect(findJsonFault(text)).toBe(place)
})

test('agrees with JSON.parse about what is JSON', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().chain(json => fc.nat(json.length).map(cut => json.slice(0, cut))),
      ),
      text => {
        expect(findJsonFault(text) === -1).toBe(isJson(text))
      },
    ),
    { numRuns: 500 },
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('survives a megabyte of an unfinished string', () => {
  expect(findJsonFault(`["${'я'.repeat(1_000_000)}`)).toBe(1)
})
