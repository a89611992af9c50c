import { expect, test } from 'vitest'
import { withinPanel } from './panel-api.ts'

test('links of an answer stay in the panel, and what is for staff is a note and no landmark', () => {
  const html = '<section class="internal" aria-label="Только для сотрудников"><p><a href="/ru/articles/card">Карта</a></p></section>'
  expect(withinPanel(html, 'ru')).toBe(
    '<section role="note" class="internal" aria-label="Только для сотрудников"><p><a href="/operator/ru/card">Карта</a></p></section>',
  )
})
