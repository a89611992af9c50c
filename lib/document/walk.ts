import type { Document, DocumentPath, Node } from './types.ts'

/** Called for each node; answer 'skip' to leave out what is inside it. `parent` is null for the blocks of the document. */
export type Visit = (node: Node, path: DocumentPath, parent: Node | null) => 'skip' | undefined

/** Visits every node below the document in reading order, without recursion. */
export function walkDocument(document: Document, visit: Visit): void {
  walkNodes(document.content, '', null, visit)
}

/** As walkDocument for a list of nodes that stands at `path` (blocks of a container, inlines of a short answer). */
export function walkNodes(nodes: readonly Node[], path: DocumentPath, parent: Node | null, visit: Visit): void {
  const pending: { node: Node; path: DocumentPath; parent: Node | null }[] = []
  const push = (children: readonly Node[], below: DocumentPath, owner: Node | null) => {
    for (let index = children.length - 1; index >= 0; index--) {
      const node = children[index]
      if (node !== undefined) pending.push({ node, path: `${below}/content/${index}`, parent: owner })
    }
  }
  push(nodes, path, parent)
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    if (visit(entry.node, entry.path, entry.parent) === 'skip') continue
    if ('content' in entry.node && entry.node.content !== undefined) push(entry.node.content, entry.path, entry.node)
  }
}
