import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, correctAccent } from './correct-accent.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map(number => `#${number.toString(16).padStart(6, '0')}`)

test('every colour can be read on light and on dark ground, and what is written on it, too', () => {
  fc.assert(
    fc.property(hex, colour => {
      const { light, dark } = correctAccent(colour)
      for (const ground of ['#ffffff', '#e8efef', light.on, light.tint]) expect(contrast(light.accent, ground)).toBeGreaterThanOrEqual(4.5)
      for (const ground of ['#0b1214', '#1f2e31', dark.on, dark.tint]) expect(contrast(dark.accent, ground)).toBeGreaterThanOrEqual(4.5)
      for (const shade of [light, dark]) for (const one of Object.values(shade)) expect(one).toMatch(/^#[0-9a-f]{6}$/)
    }),
  )
})

test('a colour that can be read already stays as it is', () => {
  expect(correctAccent('#7A1FA2').light.accent).toBe('#7a1fa2')
  expect(correctAccent('#ffd54f').dark.accent).toBe('#ffd54f')
})

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})
