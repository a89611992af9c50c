import type { Document, Node } from '#lib/document/types.ts'
import { joinTexts } from './compare-inlines.ts'
import type { NodeDifference } from './types.ts'

/** The document that a difference leads to (`side` 'after') or comes from ('before'); for canonical documents exactly the one that was compared. */
export function applyDifference(differences: readonly NodeDifference[], side: 'before' | 'after'): Document {
  return { type: 'doc', content: nodesOf(differences, side) as Document['content'] }
}

function nodesOf(differences: readonly NodeDifference[], side: 'before' | 'after'): Node[] {
  const gone = side === 'after' ? 'removed' : 'added'
  return differences.flatMap((difference): Node[] => {
    if (difference.fate === gone) return []
    if (difference.fate !== 'changed') return [difference.node]
    const shell = side === 'after' ? difference.after : difference.before
    const content = difference.pieces
      ? joinTexts(difference.pieces.filter(({ fate }) => fate !== gone).flatMap(({ inlines }) => inlines))
      : nodesOf(difference.children ?? [], side)
    return [(content.length > 0 ? { ...shell, content } : shell) as Node]
  })
}
