import { Extension } from '@tiptap/core'
import type { Node, NodeType } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'

/** Keeps what the schema of ProseMirror cannot say: no `only` inside `only`, header cells in the first row of a table only. */
export const KeepStructure = Extension.create({
  name: 'keepStructure',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        const span = changedSpan(transactions, state.doc.content.size)
        if (!span) return null
        const { tr } = state
        repairSpan(state.doc, span, tr)
        return tr.docChanged ? tr : null
      },
    }),
  ],
})

type Span = [from: number, to: number]

/** The smallest range of the new document that holds every change; null: nothing changed. */
function changedSpan(transactions: readonly Transaction[], size: number): Span | null {
  let span: Span | null = null
  for (const transaction of transactions) {
    for (const [index, map] of transaction.mapping.maps.entries()) {
      map.forEach((_from, _to, start, end) => {
        const rest = transaction.mapping.slice(index + 1)
        const from = rest.map(start, -1)
        const to = rest.map(end, 1)
        span = span ? [Math.min(span[0], from), Math.max(span[1], to)] : [from, to]
      })
    }
  }
  return span && [Math.min(span[0], size), Math.min(span[1], size)]
}

function repairSpan(doc: Node, [from, to]: Span, tr: Transaction): void {
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock) return false
    if (node.type.name === 'only' && isInsideOnly(doc, position)) {
      const start = tr.mapping.map(position)
      const end = tr.mapping.map(position + node.nodeSize)
      tr.replaceWith(start, end, node.content)
      return false
    }
    if (node.type.name === 'table') repairHeader(node, position, tr)
    return true
  })
}

function isInsideOnly(doc: Node, position: number): boolean {
  const $position = doc.resolve(position)
  for (let depth = $position.depth; depth > 0; depth--) if ($position.node(depth).type.name === 'only') return true
  return false
}

/** Header cells below the first row become ordinary ones; a row that was put above the header becomes the header. */
function repairHeader(table: Node, position: number, tr: Transaction): void {
  const { tableCell, tableHeader } = table.type.schema.nodes
  let hadHeader = false
  table.forEach((row, offset, index) => {
    if (index === 0 || !hasCell(row, 'tableHeader')) return
    hadHeader = true
    retype(row, position + 1 + offset, tableCell!, tr)
  })
  const first = table.firstChild
  if (hadHeader && first && !hasCell(first, 'tableHeader')) retype(first, position + 1, tableHeader!, tr)
}

function hasCell(row: Node, name: string): boolean {
  for (let index = 0; index < row.childCount; index++) if (row.child(index).type.name === name) return true
  return false
}

function retype(row: Node, position: number, type: NodeType, tr: Transaction): void {
  row.forEach((cell, offset) => {
    tr.setNodeMarkup(tr.mapping.map(position + 1 + offset), type, cell.attrs)
  })
}
