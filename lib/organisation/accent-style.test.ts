import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentStyle } from './accent-style.ts'
import { correctAccent } from './correct-accent.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)

/** What a place of the style sheet says, by its selector. */
const said = (css: string, selector: string) => css.split('\n').find(line => line.startsWith(selector)) ?? ''

test('any colour gives a sheet that sets colours and nothing else', () => {
  fc.assert(
    fc.property(colours, colour => {
      const { css } = accentStyle(colour)
      const values = [...css.matchAll(/(--[a-z-]+):([^;}]*)/g)]
      expect(new Set(values.map(([, name]) => name))).toEqual(
        new Set(['--accent', '--accent-soft', '--on-accent', '--tint', '--brand', '--on-brand']),
      )
      for (const [, , value] of values) expect(value).toMatch(/^#[0-9a-f]{6}$/)
      expect(css.split('{').length).toBe(css.split('}').length)
      expect(css).not.toMatch(/[<@]import|url\(|</)
    }),
    { numRuns: 50 },
  )
})

test('a reader who chose light or dark gets it, whatever the device prefers; print stays black', () => {
  const { light, dark } = correctAccent('#ffd54f')
  const { css } = accentStyle('#ffd54f')
  expect(css.startsWith('@media screen{')).toBe(true)
  expect(said(css, ':root{')).toContain(`--accent:${light.accent};`)
  expect(said(css, '@media (prefers-color-scheme:dark)')).toContain(':root:not([data-theme="light"])')
  for (const selector of ['@media (prefers-color-scheme:dark)', ':root[data-theme="dark"]'])
    expect(said(css, selector)).toContain(`--accent:${dark.accent};`)
  expect(said(css, ':root[data-mantine-color-scheme="light"]')).toContain(`--brand:${light.accent};--on-brand:${light.on}`)
  expect(said(css, ':root[data-mantine-color-scheme="dark"]')).toContain(`--brand:${dark.accent};--on-brand:${dark.on}`)
})

test('the address of the sheet changes with the colour and with nothing else', () => {
  fc.assert(
    fc.property(colours, colours, (one, other) => {
      const [first, second] = [accentStyle(one), accentStyle(other)]
      expect(accentStyle(one.toUpperCase())).toEqual(first)
      expect(first.hash === second.hash).toBe(first.css === second.css)
      expect(first.hash).toMatch(/^[\w+/=-]{16}$/)
    }),
    { numRuns: 50 },
  )
})
