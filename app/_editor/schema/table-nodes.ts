import { Node } from '@tiptap/core'
import { tableEditing } from '@tiptap/pm/tables'
import { lengthLimits } from '#lib/document/limits.ts'

/** A span that makes sense, else 1. */
function spanOf(element: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const span = Number(element.getAttribute(name) ?? 1)
  return Number.isInteger(span) && span >= 1 && span <= 100 ? span : 1
}
const cellAttributes = () => ({ colspan: { default: 1, rendered: false }, rowspan: { default: 1, rendered: false } })
const cellRule = (tag: string) => ({
  tag,
  getAttrs: (element: HTMLElement) => ({ colspan: spanOf(element, 'colspan'), rowspan: spanOf(element, 'rowspan') }),
})
function spansOf({ colspan, rowspan }: Record<string, unknown>): Record<string, unknown> {
  return { ...(colspan !== 1 && { colspan }), ...(rowspan !== 1 && { rowspan }) }
}

/** `tableRole` is what ProseMirror's table commands know nodes by. */
export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: extension => (extension.name === 'table' ? { tableRole: 'table' } : {}),
  addAttributes: () => ({ caption: { default: null, rendered: false } }),
  parseHTML: () => [
    { tag: 'table', getAttrs: element => ({ caption: element.getAttribute('data-caption')?.slice(0, lengthLimits.caption) ?? null }) },
  ],
  renderHTML: ({ node }) => ['table', node.attrs.caption ? { 'data-caption': node.attrs.caption } : {}, ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing()],
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  extendNodeSchema: extension => (extension.name === 'tableRow' ? { tableRole: 'row' } : {}),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'block+',
  isolating: true,
  extendNodeSchema: extension => (extension.name === 'tableCell' ? { tableRole: 'cell' } : {}),
  addAttributes: cellAttributes,
  parseHTML: () => [cellRule('td')],
  renderHTML: ({ node }) => ['td', spansOf(node.attrs), 0],
})

export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'block+',
  isolating: true,
  extendNodeSchema: extension => (extension.name === 'tableHeader' ? { tableRole: 'header_cell' } : {}),
  addAttributes: cellAttributes,
  parseHTML: () => [cellRule('th')],
  renderHTML: ({ node }) => ['th', spansOf(node.attrs), 0],
})
