import type { Node } from '@tiptap/pm/model'
import type { DocumentPath } from '#lib/document/types.ts'
import { canonicalChildren } from './canonical-children.ts'

export interface Place {
  /** Positions before and after the node. */
  from: number
  to: number
  node: Node
}

/**
 * Where in the editor the node of a document path stands (`/content/2/content/0`). A path that leads deeper than the text reaches gives the
 * deepest node on its way; one that does not lead into the document (`/title`), or to a block that is gone, gives null.
 */
export function positionOfPath(doc: Node, path: DocumentPath): Place | null {
  const steps = path.split('/').slice(1)
  let place: Place | null = null
  let parent = doc
  let start = 0
  for (let index = 0; index + 1 < steps.length; index += 2) {
    if (steps[index] !== 'content') return place
    const child = canonicalChildren(parent)[Number(steps[index + 1])]
    if (child === undefined) return place
    const from: number = start + child.offset
    place = { from, to: from + child.node.nodeSize, node: child.node }
    parent = child.node
    start = from + 1
  }
  return place
}
