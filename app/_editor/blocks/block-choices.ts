import type { Editor } from '@tiptap/core'
import { findParentNode } from '@tiptap/core'
import { isInTable } from '@tiptap/pm/tables'
import { focusControl } from '../commands/focus-control.ts'
import { emptyTable, insertBlock } from '../commands/insert-block.ts'
import { setTextBlock } from '../commands/set-text-block.ts'
import { toggleItems } from '../commands/toggle-items.ts'
import { toggleSteps } from '../commands/toggle-steps.ts'
import type { Panels } from '../panels/open-panels.ts'
import type { Surface } from '../surface.ts'

export interface BlockChoice {
  id: BlockName
  /** What it is also searched by, in both languages: nobody switches the keyboard for a slash. */
  aliases: string
  glyph: string
  /** Shown beside the name. */
  keys?: string
  run(editor: Editor, panels: Panels): unknown
}
export type BlockName = (typeof names)[number]
const names = [
  'paragraph',
  'heading2',
  'heading3',
  'heading4',
  'bulletList',
  'orderedList',
  'steps',
  'table',
  'fact',
  'snippet',
  'link',
  'image',
  'info',
  'warning',
  'tip',
  'details',
  'internal',
  'channels',
  'quote',
  'code',
  'divider',
] as const

const heading = (level: 2 | 3 | 4, aliases: string): BlockChoice => ({
  id: `heading${level}`,
  aliases,
  glyph: `H${level}`,
  keys: `Mod Alt ${level}`,
  run: editor => setTextBlock(editor, 'heading', { level }),
})
const wrap = (editor: Editor, name: string, attributes: Record<string, unknown> = {}) =>
  editor.chain().focus().wrapIn(name, attributes).run()
const callout = (kind: 'info' | 'warning' | 'tip', aliases: string): BlockChoice => ({
  id: kind,
  aliases,
  glyph: kind === 'tip' ? 'check' : kind,
  run: editor =>
    isIn(editor, 'callout') ? editor.chain().focus().updateAttributes('callout', { kind }).run() : wrap(editor, 'callout', { kind }),
})
/** Whether the block with the cursor stands in a box of this kind, and in nothing between. */
const isIn = ({ state: { selection } }: Editor, name: string) => selection.$from.depth > 1 && selection.$from.node(-1).type.name === name

/** Everything that can be put into a text, in the order of the menu. */
export const blockChoices: BlockChoice[] = [
  {
    id: 'paragraph',
    aliases: 'текст абзац параграф text paragraph',
    glyph: '¶',
    keys: 'Mod Alt 0',
    run: editor => setTextBlock(editor, 'paragraph'),
  },
  heading(2, 'заголовок раздел h2 heading section'),
  heading(3, 'заголовок подраздел h3 heading subsection'),
  heading(4, 'заголовок h4 heading'),
  {
    id: 'bulletList',
    aliases: 'список маркированный ul bullet list',
    glyph: '•',
    keys: 'Mod Shift 8',
    run: editor => toggleItems(editor, 'bulletList'),
  },
  {
    id: 'orderedList',
    aliases: 'список нумерованный ol numbered ordered list',
    glyph: '1.',
    keys: 'Mod Shift 7',
    run: editor => toggleItems(editor, 'orderedList'),
  },
  { id: 'steps', aliases: 'шаги инструкция процедура steps procedure instruction', glyph: 'steps', keys: 'Mod Shift 9', run: runSteps },
  { id: 'table', aliases: 'таблица table grid', glyph: 'table', run: editor => insertBlock(editor, emptyTable(editor)) },
  {
    id: 'fact',
    aliases: 'факт значение тариф цена fact value variable',
    glyph: '{}',
    keys: '{',
    run: editor => editor.chain().focus().insertContent('{').run(),
  },
  {
    id: 'snippet',
    aliases: 'фрагмент вставка общий snippet shared reuse include',
    glyph: 'snippet',
    run: (_editor, panels) => panels.open('snippet'),
  },
  {
    id: 'link',
    aliases: 'ссылка статья адрес link article url',
    glyph: 'link',
    keys: 'Mod K',
    run: (_editor, panels) => panels.open('link'),
  },
  {
    id: 'image',
    aliases: 'картинка изображение рисунок фото image picture photo',
    glyph: 'image',
    run: (_editor, panels) => panels.open('picture'),
  },
  callout('info', 'врезка примечание важно сведение callout info note'),
  callout('warning', 'врезка предупреждение осторожно внимание callout warning caution'),
  callout('tip', 'врезка совет подсказка callout tip hint'),
  { id: 'details', aliases: 'раскрывающийся подробности спойлер details toggle spoiler accordion', glyph: 'details', run: runDetails },
  {
    id: 'internal',
    aliases: 'оператор внутренний служебный только operator internal only',
    glyph: 'operator',
    run: editor => wrap(editor, 'only', { audience: 'internal' }),
  },
  { id: 'channels', aliases: 'канал каналы сайт бот только channel channels only website chatbot', glyph: 'windows', run: runChannels },
  {
    id: 'quote',
    aliases: 'цитата quote blockquote',
    glyph: 'quote',
    keys: 'Mod Shift B',
    run: editor => editor.chain().focus().toggleWrap('quote').run(),
  },
  {
    id: 'code',
    aliases: 'код code pre',
    glyph: 'code',
    keys: 'Mod Alt C',
    run: editor => editor.chain().focus().toggleNode('codeBlock', 'paragraph').run(),
  },
  {
    id: 'divider',
    aliases: 'разделитель линия черта divider rule line hr',
    glyph: 'divider',
    run: editor => insertBlock(editor, editor.schema.nodes.divider!.create()),
  },
]

function runSteps(editor: Editor): void {
  editor.view.focus()
  toggleSteps(editor.state, editor.view.dispatch)
}
function runDetails(editor: Editor): void {
  wrap(editor, 'details')
  focusControl(editor)
}
function runChannels(editor: Editor): void {
  wrap(editor, 'only', { channels: ['website'] })
  focusControl(editor)
}

/** What a text of one paragraph can hold. */
export const isInlineChoice = ({ id }: BlockChoice): boolean => id === 'fact' || id === 'link'

/** A table in a table, and sections of a cell, no channel can show. */
const notInCells = new Set<BlockName>(['table', 'heading2', 'heading3', 'heading4'])

/** Whether a choice makes sense where the cursor is. */
export function isPossible(choice: BlockChoice, editor: Editor, { isSnippet, isInline }: Surface): boolean {
  if (isInline) return isInlineChoice(choice)
  if (choice.id === 'snippet') return !isSnippet
  if (notInCells.has(choice.id) && isInTable(editor.state)) return false
  if (choice.id !== 'internal' && choice.id !== 'channels') return true
  return !findParentNode(node => node.type.name === 'only')(editor.state.selection)
}

/** The choices whose name or aliases have a word that begins with every word typed; names first. */
export function findChoices(choices: readonly BlockChoice[], query: string, nameOf: (id: BlockName) => string): BlockChoice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (text: string) => {
    const parts = text.toLowerCase().split(/[\s-]+/)
    return words.every(word => parts.some(part => part.startsWith(word)))
  }
  const byName = choices.filter(choice => holds(nameOf(choice.id)))
  return [...byName, ...choices.filter(choice => !byName.includes(choice) && holds(`${nameOf(choice.id)} ${choice.aliases}`))]
}
