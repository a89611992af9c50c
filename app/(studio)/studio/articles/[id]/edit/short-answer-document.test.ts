import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { asDocument, inlinesOf } from './short-answer-document.ts'

test('a short answer is edited as a paragraph, and stays one line whatever was pasted into it', () => {
  const { document } = parseMarkdown('Комиссия — :fact[fee].\n\n- **Сразу**\n- без очереди')
  const inlines = inlinesOf(document)
  expect(inlines).toEqual([
    { type: 'text', text: 'Комиссия — ' },
    { type: 'fact', attrs: { key: 'fee' } },
    { type: 'text', text: '.' },
    { type: 'text', text: ' ' },
    { type: 'text', text: 'Сразу', marks: [{ type: 'bold' }] },
    { type: 'text', text: ' ' },
    { type: 'text', text: 'без очереди' },
  ])
  expect(inlinesOf(asDocument(inlines))).toEqual(inlines)
  expect(inlinesOf(asDocument([]))).toEqual([])
})
