import type { Node } from '@tiptap/pm/model'

/** A child that the canonical document keeps, with its offset in the parent's content. */
export interface Kept {
  node: Node
  offset: number
}

/** Nodes that have been looked into; ProseMirror never changes one. */
const found = new WeakMap<Node, readonly Kept[]>()

/**
 * The children of a node that its canonical form keeps, in order: an editor holds empty paragraphs and pictures on their way, a document does not.
 * Index in the list = index in a document path.
 */
export function canonicalChildren(parent: Node): readonly Kept[] {
  const known = found.get(parent)
  if (known) return known
  const kept = findKept(parent)
  found.set(parent, kept)
  return kept
}

function findKept(parent: Node): Kept[] {
  const kept: Kept[] = []
  parent.forEach((node, offset) => {
    if (!isDropped(node)) kept.push({ node, offset })
  })
  const isContainer = !parent.isTextblock && parent.type.name !== 'doc'
  return kept.length === 0 && isContainer && parent.firstChild ? [{ node: parent.firstChild, offset: 0 }] : kept
}

function isDropped(node: Node): boolean {
  if (node.type.name === 'image') return node.attrs.src === ''
  if (node.type.name !== 'paragraph' && node.type.name !== 'heading') return false
  if (node.content.size === 0) return true
  let isEmpty = true
  node.forEach(child => {
    if (child.type.name === 'fact' || (child.isText && /[^ \t\n]/.test(child.text ?? ''))) isEmpty = false
  })
  return isEmpty
}
