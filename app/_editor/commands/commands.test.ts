import { getSchema } from '@tiptap/core'
import { type Command, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { addRowBefore } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import { documentNodes } from '../schema/document-nodes.ts'
import { contentOf, readDocument } from '../schema/read-document.ts'
import { KeepStructure } from './keep-structure.ts'
import { moveBlock } from './move-block.ts'
import { moveCursor } from './move-cursor.ts'
import { toggleHeaderRow } from './table-commands.ts'
import { toggleSteps } from './toggle-steps.ts'

const schema = getSchema(documentNodes)
const keepStructure = KeepStructure.config.addProseMirrorPlugins?.call({} as never) ?? []

/** A state with the cursor in front of a word. */
function stateAt(markdown: string, word: string): EditorState {
  const doc = schema.nodeFromJSON(contentOf(parseMarkdown(markdown).document))
  let position = 0
  doc.descendants((node, at) => {
    if (node.isText && position === 0 && node.text?.includes(word)) position = at + node.text.indexOf(word)
  })
  return EditorState.create({ doc, selection: TextSelection.create(doc, position), plugins: keepStructure })
}

function after(command: Command, state: EditorState): EditorState {
  let next = state
  command(state, transaction => {
    next = state.apply(transaction)
  })
  return next
}
const markdownOf = (state: EditorState) => serializeMarkdown(readDocument(state.doc)).trim()

test('a paragraph moves over its neighbour and takes the cursor with it', () => {
  const state = after(moveBlock(1), stateAt('Один\n\nДва\n\nТри', 'Один'))
  expect(markdownOf(state)).toBe('Два\n\nОдин\n\nТри')
  expect(state.selection.$from.parent.textContent).toBe('Один')
  expect(markdownOf(after(moveBlock(-1), state))).toBe('Один\n\nДва\n\nТри')
})

test('an item moves in its list, at the edge of the list the whole list moves, at the edge of the text nothing', () => {
  const list = stateAt('Текст\n\n- а\n- б', 'б')
  const moved = after(moveBlock(-1), list)
  expect(markdownOf(moved)).toBe('Текст\n\n- б\n- а')
  expect(markdownOf(after(moveBlock(-1), moved))).toBe('- б\n- а\n\nТекст')
  expect(moveBlock(1)(stateAt('Один', 'Один'))).toBe(false)
})

test('a chosen divider moves, and a table moves as one', () => {
  const state = stateAt('Один\n\n---', 'Один')
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 6)))
  expect(markdownOf(after(moveBlock(-1), chosen))).toBe('---\n\nОдин')
  expect(markdownOf(after(moveBlock(1), stateAt('| а | б |\n| --- | --- |\n| в | г |\n\nТекст', 'в')))).toMatch(/^Текст\n\n\| а/)
})

test('steps come of a paragraph and of a list, and become a numbered list again', () => {
  expect(markdownOf(after(toggleSteps, stateAt('Текст', 'Текст')))).toBe(':::steps\n1. Текст\n:::')
  const steps = after(toggleSteps, stateAt('- а\n- б', 'б'))
  expect(markdownOf(steps)).toBe(':::steps\n1. а\n2. б\n:::')
  expect(markdownOf(after(toggleSteps, steps))).toBe('1. а\n2. б')
})

test('the first row of a table becomes its header and an ordinary row again', () => {
  const table = stateAt('| а | б |\n| --- | --- |\n| в | г |', 'г')
  const plain = after(toggleHeaderRow, table)
  expect(plain.doc.firstChild?.firstChild?.firstChild?.type.name).toBe('tableCell')
  expect(markdownOf(after(toggleHeaderRow, plain))).toBe(markdownOf(table))
})

test('a row put above the header becomes the header; there is only one', () => {
  const state = after(addRowBefore, stateAt('| а | б |\n| --- | --- |\n| в | г |', 'а'))
  const names: string[] = []
  state.doc.firstChild?.forEach(row => {
    names.push(row.firstChild?.type.name ?? '')
  })
  expect(names).toEqual(['tableHeader', 'tableCell', 'tableCell'])
})

test('a box for some readers inside another gives its content only', () => {
  const state = stateAt(':::only{audience=internal}\nТекст\n:::', 'Текст')
  const { $from } = state.selection
  const inner = schema.nodes.only!.create({ channels: ['website'] }, schema.nodes.paragraph!.create(null, schema.text('внутри')))
  const next = state.apply(state.tr.insert($from.after(), inner))
  expect(markdownOf(next)).toBe(':::only{audience=internal}\nТекст\n\nвнутри\n:::')
})

test('the cursor goes to the first and the last place where one can type, and takes the selection with it when asked', () => {
  const state = stateAt('Один\n\n| а | б |\n| --- | --- |\n| в | г |\n\nТри\n\n---', 'г')
  const end = after(moveCursor(1), state).selection
  expect([end.empty, end.$from.parent.textContent, end.$from.parentOffset]).toEqual([true, 'Три', 3])
  const start = after(moveCursor(-1), state).selection
  expect([start.empty, start.$from.parent.textContent, start.$from.parentOffset]).toEqual([true, 'Один', 0])
  const { selection } = after(moveCursor(1, true), state)
  expect([selection.anchor, selection.$head.parent.textContent]).toEqual([state.selection.anchor, 'Три'])
})
