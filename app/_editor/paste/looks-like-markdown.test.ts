import { expect, test } from 'vitest'
import { looksLikeMarkdown } from './looks-like-markdown.ts'

test.each([
  '## Заголовок\nтекст',
  '- один\n- два',
  '1. раз\n2. два',
  '```js\nx\n```',
  '| а | б |\n| --- | --- |',
  'см. [правила](https://a.example/)',
  ':::steps\n1. а\n:::',
  'до :fact[fee.transfer]',
])('Markdown is recognised: %j', text => expect(looksLikeMarkdown(text)).toBe(true))

test.each([
  'Обычный текст.',
  '- одно тире в начале',
  '5. один пункт',
  'a * b * c',
  'цена #5',
  'https://a.example/x_y_z',
  'Привет\nкак дела',
])('plain text stays plain: %j', text => expect(looksLikeMarkdown(text)).toBe(false))
