import { expect, test } from 'vitest'
import { typedDecimal, typedPhone } from './typed-value.ts'

test('numbers are stored with a point whatever was typed', () => {
  for (const [typed, stored] of [
    ['1 500,50', '1500.50'],
    ['1\u00a0500', '1500'],
    ['−2,5', '-2.5'],
    ['007', '7'],
    ['0,5', '0.5'],
    ['one', 'one'],
    ['1,2,3', '1,2,3'],
  ] as const)
    expect(typedDecimal(typed)).toBe(stored)
})

test('telephone numbers lose their signs and Russian ones begin with +7', () => {
  expect(typedPhone('8 (800) 555-35-35')).toBe('+78005553535')
  expect(typedPhone('+7 495 123-45-67')).toBe('+74951234567')
  expect(typedPhone('900')).toBe('900')
  expect(typedPhone('звоните')).toBe('звоните')
})
