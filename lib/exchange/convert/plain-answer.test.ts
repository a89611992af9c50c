import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import { documentOf, parseFragment } from './html-page.ts'
import { answerAsHtml } from './plain-answer.ts'

const readingOf = (text: string) =>
  documentOf(parseFragment(answerAsHtml(text)), { linkTo: () => null, picture: () => null, tell: () => undefined })
const markdown = (text: string) => serializeMarkdown(readingOf(text)).trim()

test('lines are paragraphs, marked lines are lists, whatever line ends the table has', () => {
  expect(markdown('Нужны:\r\n- паспорт\r\n• договор\r\n\r\nПридите.')).toBe('Нужны:\n\n- паспорт\n- договор\n\nПридите.')
  expect(markdown('1. Войдите\r2) Нажмите')).toBe('1. Войдите\n2. Нажмите')
})

test('steps keep their numbers when a remark stands between them', () => {
  expect(markdown('1. Войдите\nПодождите минуту.\n2. Нажмите\n3. Готово')).toBe('1. Войдите\n\nПодождите минуту.\n\n2. Нажмите\n3. Готово')
})

test('a mark with nothing behind it is no item, and a price or a minus is no list', () => {
  expect(markdown('- \nДа')).toBe('Да')
  expect(markdown('-5 градусов')).toBe('-5 градусов')
  expect(markdown('10.50 рублей')).toBe('10.50 рублей')
})

test('plain text says the same words as HTML, whatever is in it', () => {
  const word = fc.constantFrom('да', '<', '>', '&amp;', '&', 'a<5', '</5', '"', '😀', '{{x}}', '1', '–')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), words => {
      const text = `а ${words.join(' ')}`
      const [paragraph] = readingOf(text).content
      expect(JSON.stringify(paragraph)).toContain(JSON.stringify(text))
    }),
    { numRuns: 100 },
  )
})

test('HTML stays HTML, and an angle bracket alone does not make it so', () => {
  expect(markdown('Раз<br>два')).toContain('Раз')
  expect(markdown('<b>Да</b> & нет')).toBe('**Да** & нет')
  expect(markdown('Если a < b, то да')).toContain('b, то да')
})
