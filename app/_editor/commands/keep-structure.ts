import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
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
  doc.nodesBetween(from, to, (node, position, parent) => {
    if (node.isTextblock) return false
    if (node.type.name === 'only' && isInsideOnly(doc, position)) {
      const start = tr.mapping.map(position)
      const end = tr.mapping.map(position + node.nodeSize)
      tr.replaceWith(start, end, node.content)
      return false
    }
    if (node.type.name === 'tableRow' && parent && parent.firstChild !== node) unhead(node, position, tr)
    return true
  })
}

function isInsideOnly(doc: Node, position: number): boolean {
  const $position = doc.resolve(position)
  for (let depth = $position.depth; depth > 0; depth--) if ($position.node(depth).type.name === 'only') return true
  return false
}

function unhead(row: Node, position: number, tr: Transaction): void {
  row.forEach((cell, offset) => {
    if (cell.type.name !== 'tableHeader') return
    tr.setNodeMarkup(tr.mapping.map(position + 1 + offset), cell.type.schema.nodes.tableCell, cell.attrs)
  })
}
