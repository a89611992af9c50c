// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import { KeepStructure } from '../commands/keep-structure.ts'
import type { Panels } from '../panels/open-panels.ts'
import { documentNodes } from '../schema/document-nodes.ts'
import { contentOf, readDocument } from '../schema/read-document.ts'
import type { Surface } from '../surface.ts'
import { type BlockName, blockChoices, isPossible } from './block-choices.ts'

const panels = { open: () => undefined } as unknown as Panels
const contexts = {
  paragraph: 'Сюда',
  heading: '## Сюда',
  item: '- раз\n- Сюда\n- три',
  step: ':::steps\n1. раз\n2. Сюда\n3. три\n:::',
  cell: '| а | б |\n| --- | --- |\n| Сюда | г |',
  quote: '> Сюда',
  callout: ':::callout{kind=info}\nСюда\n:::',
  details: ':::details[Ещё]\nСюда\n:::',
  only: ':::only{audience=internal}\n## Сюда\n:::',
  code: '```\nСюда\n```',
}

/** An editor with the cursor behind the word. */
function editorAt(markdown: string): Editor {
  const content = contentOf(parseMarkdown(markdown).document)
  const editor = new Editor({ element: document.createElement('div'), extensions: [...documentNodes, KeepStructure], content })
  let place = 0
  editor.state.doc.descendants((node, position) => {
    if (node.text?.includes('Сюда')) place = position + node.text.indexOf('Сюда') + 4
  })
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, place)))
  return editor
}

/** What the text becomes when something is chosen, and typed after that. */
function chosen(name: BlockName, markdown: string): string {
  const editor = editorAt(markdown)
  blockChoices.find(({ id }) => id === name)?.run(editor, panels)
  editor.state.doc.check()
  editor.view.dispatch(editor.state.tr.insertText('!'))
  const said = serializeMarkdown(readDocument(editor.state.doc)).trim()
  editor.destroy()
  return said
}

test('whatever is chosen wherever, no word is lost, typing overwrites nothing, and what was for operators only stays so', () => {
  for (const [context, markdown] of Object.entries(contexts))
    for (const { id } of blockChoices) {
      if (id === 'fact' || id === 'snippet' || id === 'link' || id === 'image') continue
      const said = chosen(id, markdown)
      expect(said, `${id} in ${context}`).toContain('Сюда')
      expect(said, `${id} in ${context}`).toContain('!')
      if (id === 'divider') expect(said, `${id} in ${context}`).toMatch(/^[\s>]*---$/m)
      if (context === 'only') expect(said, `${id} in ${context}`).toMatch(/^:{3,}only\{audience=internal\}\n.*Сюда.*\n:::+$/s)
    }
})

test('an item or a step is never a section: headings that become a list are ordinary text, and a heading leaves the list', () => {
  expect(chosen('steps', contexts.heading)).toBe(':::steps\n1. Сюда!\n:::')
  expect(chosen('bulletList', contexts.heading)).toBe('- Сюда!')
  expect(chosen('orderedList', contexts.heading)).toBe('1. Сюда!')
  expect(chosen('heading2', contexts.item)).toBe('- раз\n\n## Сюда!\n\n- три')
  expect(chosen('heading3', contexts.step)).toBe(':::steps\n1. раз\n:::\n\n### Сюда!\n\n:::steps\n1. три\n:::')
})

test('steps become the other lists, and a callout another kind of callout, not one inside the other', () => {
  expect(chosen('orderedList', contexts.step)).toBe('1. раз\n2. Сюда!\n3. три')
  expect(chosen('bulletList', contexts.step)).toBe('- раз\n- Сюда!\n- три')
  expect(chosen('warning', contexts.callout)).toBe(':::callout{kind=warning}\nСюда!\n:::')
})

test('text that is plain already stays in its box; an item becomes a paragraph', () => {
  expect(chosen('paragraph', contexts.callout)).toBe(':::callout{kind=info}\nСюда!\n:::')
  expect(chosen('paragraph', contexts.item)).toBe('- раз\n\nСюда!\n\n- три')
})

test('one step of undo takes a choice back', () => {
  const editor = editorAt(contexts.step)
  const transactions: unknown[] = []
  editor.on('transaction', ({ transaction }) => transaction.docChanged && transactions.push(transaction))
  blockChoices.find(({ id }) => id === 'heading2')?.run(editor, panels)
  expect(transactions).toHaveLength(1)
  editor.destroy()
})

test('a cell is offered no table and no heading', () => {
  const surface = { isSnippet: false, isInline: false } as Surface
  const offered = (markdown: string) => {
    const editor = editorAt(markdown)
    const names = blockChoices.filter(choice => isPossible(choice, editor, surface)).map(({ id }) => id)
    editor.destroy()
    return names
  }
  const missing = offered(contexts.paragraph).filter(name => !offered(contexts.cell).includes(name))
  expect(missing).toEqual(['heading2', 'heading3', 'heading4', 'table'])
})
