// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import type { Panels } from '../panels/open-panels.ts'
import { documentNodes } from '../schema/document-nodes.ts'
import { contentOf, readDocument } from '../schema/read-document.ts'
import type { Surface } from '../surface.ts'
import { typedNames } from './typed-names.ts'

const names: Record<string, string> = { steps: 'Шаги', internal: 'Только операторам', info: 'Врезка: сведение' }
const surface = {
  words: (key: string) => names[key.slice('blocks.'.length)] ?? key,
  isInline: false,
  isSnippet: false,
} as unknown as Surface

/** What a text becomes when this is typed at its end, and what it opened beside the text. */
async function typed(markdown: string, words: string): Promise<string> {
  const opened: unknown[] = []
  const panels = { open: (panel: unknown) => opened.push(panel) } as unknown as Panels
  const content = contentOf(parseMarkdown(markdown).document)
  const extensions = [...documentNodes, typedNames(surface, panels)]
  const editor = new Editor({ element: document.createElement('div'), extensions, content })
  editor.commands.setTextSelection(editor.state.doc.content.size)
  for (const sign of words) {
    const { from, to } = editor.state.selection
    const { view } = editor
    const isUsedUp = view.someProp('handleTextInput', handle => handle(view, from, to, sign, () => view.state.tr.insertText(sign)))
    if (!isUsedUp) view.dispatch(view.state.tr.insertText(sign, from, to))
    await Promise.resolve()
  }
  const said = serializeMarkdown(readDocument(editor.state.doc)).trim()
  editor.destroy()
  return [said, ...opened].join(' ')
}

test('a block is made by its name, in either language', async () => {
  expect(await typed('', ':::steps раз')).toBe(':::steps\n1. раз\n:::')
  expect(await typed('', ':::Шаги раз')).toBe(':::steps\n1. раз\n:::')
  expect(await typed('', '::врезка слово')).toBe(':::callout{kind=info}\nслово\n:::')
  expect(await typed('', ':::warning слово')).toBe(':::callout{kind=warning}\nслово\n:::')
  expect(await typed('', ':::only слово')).toBe(':::only{audience=internal}\nслово\n:::')
  expect(await typed('', ':::table а')).toMatch(/^\| а \|/)
  expect(await typed('', '::snippet ')).toBe(' snippet')
})

test('other names, words before the signs and places where the block cannot stand leave them as typed', async () => {
  expect(await typed('', ':::шагом марш')).toContain(':::шагом марш')
  expect(await typed('', 'слово :::steps да')).toContain(':::steps да')
  expect(await typed('| а |\n| --- |\n| |', ':::table да')).toContain(':::table да')
})
