import { expect, test } from 'vitest'
import { renditionText, shownText } from './rendition-text.ts'

test('what stands in place of pictures is searched but not shown in lists', () => {
  const content = { text: 'Сначала заблокируйте карту\n[Изображение: Экран карты]\n1. Откройте приложение [важно].\n[Изображение]' }
  expect(shownText('operator', content, 'ru')).toBe('Сначала заблокируйте карту\n1. Откройте приложение [важно].\n')
  expect(renditionText('operator', content)).toContain('Экран карты')
  expect(shownText('website', { text: 'First [Picture: The card screen] then' }, 'en')).toBe('First  then')
})
