import { type Editor, Node, wrappingInputRule } from '@tiptap/core'
import type { NodeType } from '@tiptap/pm/model'
import { toggleItems } from '../commands/toggle-items.ts'

/** Backspace at the beginning of an item takes it out of its list, instead of gluing it to the item above. */
function liftAtStart(editor: Editor, item: NodeType): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parentOffset > 0 || $from.depth < 2) return false
  if ($from.node(-1).type !== item || $from.index(-1) > 0) return false
  return editor.commands.liftListItem(item)
}

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-8': () => toggleItems(this.editor, 'bulletList') }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^[-+*•]\s$/, type: this.type })]
  },
})

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ start: { default: 1, rendered: false } }),
  parseHTML: () => [{ tag: 'ol', getAttrs: element => ({ start: startOf(element) }) }],
  renderHTML: ({ node }) => ['ol', node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => toggleItems(this.editor, 'orderedList') }
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,6})[.)]\s$/,
        type: this.type,
        getAttributes: match => ({ start: Number(match[1]) }),
        joinPredicate: (match, node) => node.childCount + (node.attrs.start as number) === Number(match[1]),
      }),
    ]
  },
})

function startOf(element: HTMLElement): number {
  const start = Number(element.getAttribute('start') ?? 1)
  return Number.isInteger(start) && start >= 0 && start <= 1_000_000 ? start : 1
}

export const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
      Backspace: () => liftAtStart(this.editor, this.type),
    }
  },
})

/** A numbered procedure: its own node, because channels say it in their own way. */
export const Steps = Node.create({
  name: 'steps',
  group: 'block',
  content: 'step+',
  parseHTML: () => [{ tag: 'ol[data-steps]', priority: 60 }],
  renderHTML: () => ['ol', { 'data-steps': '', class: 'steps' }, 0],
})

export const Step = Node.create({
  name: 'step',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'li[data-step]', priority: 60 }],
  renderHTML: () => ['li', { 'data-step': '' }, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Backspace: () => liftAtStart(this.editor, this.type),
    }
  },
})
