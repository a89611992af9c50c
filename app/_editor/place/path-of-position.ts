import type { Node } from '@tiptap/pm/model'
import type { DocumentPath } from '#lib/document/types.ts'
import { canonicalChildren } from './canonical-children.ts'

/** The document path of the innermost block around a position; '' when the document has no block there (an empty paragraph). */
export function pathOfPosition(doc: Node, position: number): DocumentPath {
  let path = ''
  let parent = doc
  let start = 0
  while (!parent.isTextblock && !parent.isLeaf) {
    const children = canonicalChildren(parent)
    const index = children.findIndex(({ node, offset }) => position >= start + offset && position < start + offset + node.nodeSize)
    const child = children[index]
    if (child === undefined) return path
    path += `/content/${index}`
    parent = child.node
    start += child.offset + 1
  }
  return path
}
