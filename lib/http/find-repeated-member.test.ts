import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRepeatedMember } from './find-repeated-member.ts'

test.each([
  ['{"a":1,"a":2}', '/a'],
  ['{"a":{"b":[0,{"c":1,"d":"}","c":2}]}}', '/a/b/1/c'],
  ['{"a\\u0062":1,"ab":2}', '/ab'],
  ['[{"x":1},{"x":1}]', null],
  ['{"a":"a","b":"a"}', null],
  ['{"a":"\\"a\\":1,\\\\","b":"\\\\"}', null],
  ['{ "a" : 1 , "a" : 2 }', '/a'],
  ['{"__proto__":1,"__proto__":2}', '/__proto__'],
  ['{"a/b~":1,"a/b~":1}', '/a~1b~0'],
  ['"a"', null],
])('%s', (text, pointer) => {
  expect(findRepeatedMember(text)).toBe(pointer)
})

test('what JavaScript writes has no member twice', () => {
  fc.assert(fc.property(fc.jsonValue(), value => findRepeatedMember(JSON.stringify(value)) === null))
})

test('a member put in twice is found', () => {
  const member = fc.tuple(fc.string(), fc.jsonValue())
  fc.assert(
    fc.property(fc.uniqueArray(member, { selector: ([name]) => name, minLength: 1 }), members => {
      const [first = ['', null]] = members
      const text = [...members, first].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')
      expect(findRepeatedMember(`{${text}}`)).not.toBeNull()
    }),
  )
})
