// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import { documentNodes } from '../schema/document-nodes.ts'
import { contentOf, readDocument } from '../schema/read-document.ts'

/** What a text becomes when something is typed at the beginning of its last line of text. */
function typed(markdown: string, words: string): string {
  const content = contentOf(parseMarkdown(markdown).document)
  const editor = new Editor({ element: document.createElement('div'), extensions: documentNodes, content })
  let start = 1
  editor.state.doc.descendants((node, position) => {
    if (node.isTextblock) start = position + 1
  })
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, start)))
  for (const sign of words) {
    const { from, to } = editor.state.selection
    const { view } = editor
    const isUsedUp = view.someProp('handleTextInput', handle => handle(view, from, to, sign, () => view.state.tr.insertText(sign)))
    if (!isUsedUp) view.dispatch(view.state.tr.insertText(sign, from, to))
  }
  const said = serializeMarkdown(readDocument(editor.state.doc)).trim()
  editor.destroy()
  return said
}

test('signs of Markdown make what they say', () => {
  expect(typed('', '### Раздел')).toBe('### Раздел')
  expect(typed('', '# Раздел')).toBe('## Раздел')
  expect(typed('', '- раз')).toBe('- раз')
  expect(typed('', '1. раз')).toBe('1. раз')
  expect(typed('', '> слово')).toBe('> слово')
  expect(typed('', '```js let')).toBe('```js\nlet\n```')
  expect(typed('', '---слово')).toBe('---\n\nслово')
  expect(typed('', '**раз** *два* ~~три~~ `четыре` пять')).toBe('**раз** _два_ ~~три~~ `четыре` пять')
})

test('a link is typed with its address; where an address is not allowed the signs stay', () => {
  expect(typed('', 'См. [тарифы](https://bank.example/fees), там')).toBe('См. [тарифы](https://bank.example/fees), там')
  expect(typed('', '[перевод](article:transfer-abroad).')).toBe('[перевод](article:transfer-abroad).')
  expect(typed('', '[клик](javascript:alert) дальше')).toContain('javascript')
  expect(typed('', '[клик](javascript:alert) дальше')).toMatch(/^\\\[клик/)
})

test('a heading typed in a list leaves it; in a cell the signs stay', () => {
  expect(typed('- раз\n- два', '## ')).toBe('- раз\n\n## два')
  expect(typed('| а |\n| --- |\n| б |', '## ')).toContain('| ## б |')
})
