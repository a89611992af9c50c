import type { Document, Inline, Node } from '#lib/document/types.ts'
import { alignNodes } from './align-nodes.ts'
import { compareInlines } from './compare-inlines.ts'
import type { NodeDifference, Shell } from './types.ts'

/** Block by block, and word by word inside, what became of a document. */
export function compareDocuments(before: Document, after: Document): NodeDifference[] {
  return compareNodes(before.content, after.content)
}

function compareNodes(before: readonly Node[], after: readonly Node[]): NodeDifference[] {
  return alignNodes(before, after).map((pair): NodeDifference => {
    const old = pair.before === null ? null : (before[pair.before] as Node)
    const fresh = pair.after === null ? null : (after[pair.after] as Node)
    if (fresh === null) return { fate: 'removed', node: old as Node, index: null }
    const index = pair.after as number
    if (old === null) return { fate: 'added', node: fresh, index }
    if (JSON.stringify(old) === JSON.stringify(fresh)) return { fate: 'same', node: fresh, index }
    const holdsText = isText(old) && isText(fresh)
    return {
      fate: 'changed',
      before: shellOf(old),
      after: shellOf(fresh),
      pieces: holdsText ? compareInlines(inside(old) as Inline[], inside(fresh) as Inline[]) : null,
      children: holdsText ? null : compareNodes(inside(old), inside(fresh)),
      index,
    }
  })
}

const isText = ({ type }: Node) => type === 'paragraph' || type === 'heading' || type === 'codeBlock'

function inside(node: Node): Node[] {
  return ('content' in node ? node.content : undefined) ?? []
}

function shellOf(node: Node): Shell {
  return 'attrs' in node && node.attrs !== undefined ? { type: node.type, attrs: node.attrs } : { type: node.type }
}
