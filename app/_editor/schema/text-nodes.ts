import { InputRule, Node, nodeInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { isInTable } from '@tiptap/pm/tables'
import { leaveLists, setTextBlock } from '../commands/set-text-block.ts'

export const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })

export const Text = Node.create({ name: 'text', group: 'inline' })

export const Paragraph = Node.create({
  name: 'paragraph',
  // The first block of the schema is what ProseMirror fills empty places with.
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => setTextBlock(this.editor, 'paragraph') }
  },
})

const levels = [2, 3, 4] as const

export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => levels.map(level => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${node.attrs.level}`, 0],
  addKeyboardShortcuts() {
    const toggle = (level: number) => () =>
      isInTable(this.editor.state) ||
      (this.editor.isActive(this.name, { level })
        ? setTextBlock(this.editor, 'paragraph')
        : setTextBlock(this.editor, 'heading', { level }))
    return Object.fromEntries(levels.map(level => [`Mod-Alt-${level}`, toggle(level)]))
  },
  // The title is the only heading of level 1, so "#" and "##" both give the highest level of a document.
  addInputRules() {
    return [
      new InputRule({
        find: /^(#{1,4})\s$/,
        handler: ({ state, range, match }) => {
          if (isInTable(state)) return null
          const tr = leaveLists(state.tr.delete(range.from, range.to))
          tr.setBlockType(tr.selection.from, tr.selection.to, this.type, { level: Math.max(2, match[1]?.length ?? 2) })
          return undefined
        },
      }),
    ]
  },
})

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  extendNodeSchema: () => ({ linebreakReplacement: true }),
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: this.name }) }
  },
})

export const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => ({ language: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full', getAttrs: element => ({ language: languageOf(element) }) }],
  renderHTML: ({ node }) => ['pre', { 'data-language': node.attrs.language }, ['code', 0]],
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-c': () => this.editor.commands.toggleNode(this.name, 'paragraph'),
      'Mod-Enter': () => this.editor.isActive(this.name) && this.editor.commands.exitCode(),
      ArrowDown: () => {
        const { $from, empty } = this.editor.state.selection
        const atEnd = $from.parentOffset === $from.parent.content.size && $from.pos + 2 >= this.editor.state.doc.content.size
        return empty && $from.parent.type === this.type && atEnd && this.editor.commands.exitCode()
      },
    }
  },
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^```([A-Za-z0-9+#._-]{0,40})[\s\n]$/,
        type: this.type,
        getAttributes: match => ({ language: match[1] || null }),
      }),
    ]
  },
})

function languageOf(element: HTMLElement): string | null {
  const language = element.getAttribute('data-language') ?? ''
  return /^[A-Za-z0-9+#._-]{1,40}$/.test(language) ? language : null
}

export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap(this.name) }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^>\s$/, type: this.type })]
  },
})

export const Divider = Node.create({
  name: 'divider',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
  addInputRules() {
    return [nodeInputRule({ find: /^(?:---|—-|\*\*\*\s)$/, type: this.type })]
  },
})
