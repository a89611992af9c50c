import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { closeTexts } from './close-texts.ts'
import { type DraftStep, draftOf, markdownOf } from './script-draft.ts'

const step = (id: string, kind: DraftStep['kind'], change: Partial<DraftStep> = {}): DraftStep => ({
  ...{ id, kind, title: id, text: '', next: '', article: '', href: '', options: [] },
  ...change,
})
const options = [
  { label: 'Да', next: 'end' },
  { label: 'Нет', next: 'end' },
]

test.each([
  '```\nкод',
  '~~~',
  '<script>',
  '<!-- начало',
  '<pre>',
  ':::',
  ':::only{audience=internal}\nтайна',
  '> цитата',
  '- пункт',
  '    код',
  '$$',
])('the text %j takes neither options nor steps with it', async text => {
  const steps = [step('start', 'question', { text, options }), step('end', 'end', { text })]
  const saved = draftOf(parseMarkdown(markdownOf(await closeTexts({ before: '', after: '', steps }))).document)
  expect(saved?.steps.map(({ id, kind, options: kept }) => [id, kind, kept])).toEqual([
    ['start', 'question', options],
    ['end', 'end', []],
  ])
})

test('what is written as it is stored stays as it is', async () => {
  const text = 'Комиссия — :fact[fee.transfer].\n\n:::only{audience=internal}\nСначала проверьте тариф.\n:::'
  const draft = { before: 'a', after: 'b', steps: [step('start', 'end', { text })] }
  expect(await closeTexts(draft)).toEqual(draft)
})
