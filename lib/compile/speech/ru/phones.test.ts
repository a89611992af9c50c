import { expect, test } from 'vitest'
import { phoneGroups, readPhone } from './phones.ts'

test.each([
  ['+7 (495) 123-45-67', '+ 7 495 123 45 67'],
  ['+7 495 123 45 67', '+ 7 495 123 45 67'],
  ['+74951234567', '+ 7 495 123 45 67'],
  ['8 800 555-35-35', '8 800 555 35 35'],
  ['8(800)555-35-35', '8 800 555 35 35'],
  ['8-800-555-35-35', '8 800 555 35 35'],
  ['88005553535', '8 800 555 35 35'],
  ['79161234567', '7 916 123 45 67'],
  ['8\u00a0800\u00a0555-35-35', '8 800 555 35 35'],
  ['+375 29 123-45-67', '+ 375 29 123 45 67'],
  ['+77012345678', '+ 7 701 234 56 78'],
  ['+998901234567', '+ 99 89 01 23 45 67'],
  ['123-45-67', '123 45 67'],
  ['(495) 123-45-67', '495 123 45 67'],
  ['12-34-56', '12 34 56'],
])('%s is read in groups', (written, groups) => {
  const phone = readPhone(written, 0)!
  expect(`${phone.plus ? '+ ' : ''}${phone.groups.join(' ')}`).toBe(groups)
  expect(phone.end).toBe(written.length)
})

test.each(['900', '0611', '1 500', '2025', '31.12.2025', '8 800', '+5', '123-45', '12-34', '880055535355', '1234 5678 9012 3456'])(
  '%s is no phone number',
  written => {
    expect(readPhone(written, 0)).toBeNull()
  },
)

test('a number is read from its place in a text and ends where it ends', () => {
  const text = 'Звоните: 8 800 555-35-35, бесплатно'
  expect(readPhone(text, 9)).toEqual({ plus: false, groups: ['8', '800', '555', '35', '35'], end: 24 })
  expect(readPhone(text, 0)).toBeNull()
})

test.each([
  ['+78005553535', true, '7 800 555 35 35'],
  ['88005553535', false, '8 800 555 35 35'],
  ['900', false, '900'],
  ['0611', false, '0611'],
  ['12345', false, '123 45'],
  ['123456', false, '12 34 56'],
])('the stored number %s has its groups', (value, plus, groups) => {
  const phone = phoneGroups(value)
  expect(phone.plus).toBe(plus)
  expect(phone.groups.join(' ')).toBe(groups)
})
