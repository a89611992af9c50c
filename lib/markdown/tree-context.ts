import type { Definition, PhrasingContent } from 'mdast'
import type { Block, Image, Inline, Mark } from '#lib/document/types.ts'
import type { Finding } from '../findings.ts'

/** What reading a text found worth telling; `kind` groups them in an import's report. */
export interface MarkdownWarning extends Finding {
  /** 1-based. */
  line: number
  kind: 'heading' | 'html' | 'link' | 'image' | 'directive' | 'footnote' | 'syntax' | 'front-matter' | 'derived'
  /** The kind of the channel in whose variation it stands. */
  variation?: string
}

/** How an import finds what a text points to; null: not known. Without a callback nothing but the dialect's own addresses is accepted. */
export interface MarkdownCallbacks {
  /** A picture's path as written → the id of the medium. */
  resolveImage?: (path: string) => string | null
  /** A relative address such as `./other.md#part` → id or slug of the article. */
  resolveArticleLink?: (path: string) => string | null
}

/** A picture inside a paragraph splits it, as does a block element of HTML. */
export type Piece = Inline | Image | { type: 'split' }

export interface TreeContext {
  source: string
  warnings: MarkdownWarning[]
  callbacks: MarkdownCallbacks
  definitions: Map<string, Definition>
  /** Footnotes that stand in brackets where they are referred to. */
  notes: Map<string, PhrasingContent[]>
  /** Maps the children of a container, never to nothing; in the context so that files need not import one another in a circle. */
  blocks: (nodes: readonly TreeNode[], context: TreeContext) => Block[]
  /** The line of each heading, for the warning about its level. */
  headingLines: WeakMap<Block, number>
  /** Whether a block for some readers only was seen: then a stray fence is refused, since it may have ended that block too early. */
  restricted: boolean
}

/** The part of an mdast node that all have. */
export interface TreeNode {
  type: string
  position?: { start: { line: number; offset?: number }; end: { offset?: number } }
}

export function lineOf(node: TreeNode): number {
  return node.position?.start.line ?? 1
}

export function warn(context: TreeContext, node: TreeNode, kind: MarkdownWarning['kind'], found: Finding): void {
  context.warnings.push({ line: lineOf(node), kind, ...found })
}

/** The text of a node as its author wrote it. */
export function sourceOf(context: TreeContext, node: TreeNode): string {
  return context.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}

/** A mark once, whatever the nesting says. */
export function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  return marks.some(known => known.type === mark.type) ? [...marks] : [...marks, mark]
}
