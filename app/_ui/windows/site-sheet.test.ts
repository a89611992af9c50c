import { expect, test } from 'vitest'
import { forShadowRoot } from './site-sheet.ts'

test('rules for the page hold inside a shadow root', () => {
  expect(forShadowRoot(':root { --ink: red } body { margin: 0 }')).toBe(':host { --ink: red } .site { margin: 0 }')
  expect(forShadowRoot(':root:not([data-theme="light"]) {}')).toBe(':host(:not([data-theme="light"])) {}')
  expect(forShadowRoot(':root[data-theme="dark"] .a {}')).toBe(':host([data-theme="dark"]) .a {}')
  expect(forShadowRoot('@font-face { font-family: "Golos Text" }p { font: "Golos Text" }')).toBe("p { font: 'Golos Text Variable' }")
  expect(forShadowRoot('.body-text, tbody td {}')).toBe('.body-text, tbody td {}')
})
