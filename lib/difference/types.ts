import type { Inline, Node } from '#lib/document/types.ts'

/** What became of something: it stayed, it is new, or it is gone. */
export type Fate = 'same' | 'added' | 'removed'

/** A run of text; runs in order, without the removed ones, are the new text; without the added ones, the old. */
export interface Piece {
  fate: Fate
  text: string
}

/** The same for inline content with its marks and facts. */
export interface InlinePiece {
  fate: Fate
  inlines: Inline[]
}

/** A node without what is inside it. */
export type Shell = { type: Node['type']; attrs?: unknown }

/**
 * What became of a node and of all inside it. A `changed` node has either `pieces` (it holds text) or `children`; `before` and `after` are its shells, so that a
 * changed heading level or table caption shows. `index` is the place among the new siblings, null for a removed node.
 */
export type NodeDifference =
  | { fate: 'same' | 'added'; node: Node; index: number }
  | { fate: 'removed'; node: Node; index: null }
  | { fate: 'changed'; before: Shell; after: Shell; pieces: InlinePiece[] | null; children: NodeDifference[] | null; index: number }

/** A line of text with what became of its words. */
export interface LineDifference {
  pieces: Piece[]
  isChanged: boolean
}
