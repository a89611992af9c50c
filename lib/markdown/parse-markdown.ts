import type { Definition, FootnoteDefinition, FootnoteReference, Paragraph } from 'mdast'
import { canonicalInlines } from '#lib/document/canonical-document.ts'
import { cleanAttribute } from '#lib/document/clean-text.ts'
import { parseDocument } from '#lib/document/parse-document.ts'
import { plainInlineText } from '#lib/document/plain-text.ts'
import type { Block, Document, Heading, Inline } from '#lib/document/types.ts'
import { walkDocument } from '#lib/document/walk.ts'
import { finding, refused } from '../findings.ts'
import { guardMarkdown } from './guard-markdown.ts'
import { MarkdownError } from './markdown-error.ts'
import { markdownTree } from './markdown-tree.ts'
import { treeBlocks } from './tree-blocks.ts'
import { type MarkdownCallbacks, type MarkdownWarning, sourceOf, type TreeContext, type TreeNode } from './tree-context.ts'
import { inlinePieces, onlyInlines } from './tree-inlines.ts'

/** The tree of the parser may be deeper than a document: marks nest, tables and items have levels of their own. */
const treeDepth = 200

export interface ParsedMarkdown {
  document: Document
  warnings: MarkdownWarning[]
}

/**
 * Reads a text in Istok's Markdown: the canonical document and what could not be taken over, by line. Without a callback relative links and
 * pictures are left out with a warning. Throws MarkdownError when the text is refused as a whole (too large, nested too deep, unclear `only`).
 */
export function parseMarkdown(text: string, callbacks: MarkdownCallbacks = {}): ParsedMarkdown {
  const context = readTree(text, callbacks)
  return finishDocument(treeBlocks(context.nodes, context), context)
}

/**
 * As parseMarkdown for a body whose title may stand in it: without a known title the heading that comes first is taken out and returned, with
 * one a first heading of level 1 that repeats it.
 */
export function parseArticleBody(
  text: string,
  callbacks: MarkdownCallbacks,
  known: string | null,
): ParsedMarkdown & { title: string | null } {
  const context = readTree(text, callbacks)
  const content = treeBlocks(context.nodes, context)
  const [first] = content
  const heading = first?.type === 'heading' ? cleanAttribute(plainInlineText(canonicalInlines(first.content ?? []))) : ''
  const repeats = known !== null && first?.type === 'heading' && (first.attrs.level as number) === 1 && folded(heading) === folded(known)
  if (heading === '' || !(known === null || repeats)) return { ...finishDocument(content, context), title: null }
  return { ...finishDocument(content.slice(1), context), title: heading }
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

function finishDocument(content: Block[], context: TreeContext): ParsedMarkdown {
  normaliseHeadings(content, context)
  const parsed = parseDocument({ type: 'doc', content })
  if (!parsed.ok) {
    throw new MarkdownError('invalid', refused(parsed.errors.slice(0, 1)))
  }
  return { document: parsed.document, warnings: context.warnings.sort((left, right) => left.line - right.line) }
}

/** Reads one paragraph, e.g. a short answer; further blocks are joined with a line break. Throws as parseMarkdown. */
export function parseInlineMarkdown(text: string, warnings: MarkdownWarning[] = []): Inline[] {
  const context = readTree(text, {})
  const inlines: Inline[] = []
  for (const node of context.nodes) {
    if (node.type === 'definition') continue
    if (inlines.length > 0) inlines.push({ type: 'hardBreak' })
    if (node.type === 'paragraph') inlines.push(...onlyInlines(inlinePieces(node.children, [], context)))
    else inlines.push({ type: 'text', text: context.source.slice(node.position?.start.offset, node.position?.end.offset) })
  }
  warnings.push(...context.warnings)
  return canonicalInlines(inlines)
}

/** A container of the schema holds one block at least. */
function containerBlocks(nodes: readonly TreeNode[], context: TreeContext): Block[] {
  const blocks = treeBlocks(nodes, context)
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
}

function readTree(text: string, callbacks: MarkdownCallbacks) {
  guardMarkdown(text)
  // NUL would become U+FFFD in the parser; the document drops it, so it goes before.
  const source = text.replaceAll('\u0000', '').replace(/^\uFEFF/, '')
  const root = markdownTree(source)
  const context: TreeContext = {
    source,
    warnings: [],
    callbacks,
    definitions: new Map(),
    notes: new Map(),
    blocks: containerBlocks,
    headingLines: new WeakMap(),
    restricted: false,
  }
  const references = new Map<string, number>()
  const pending: { node: TreeNode & { children?: TreeNode[] }; depth: number }[] = [{ node: root, depth: 0 }]
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    if (entry.depth > treeDepth) throw new MarkdownError('too_large', finding('markdown-deep'), entry.node.position?.start.line ?? null)
    if (entry.node.type === 'definition') {
      const definition = entry.node as unknown as Definition
      if (!context.definitions.has(definition.identifier)) context.definitions.set(definition.identifier, definition)
    }
    if (entry.node.type === 'footnoteReference') {
      const { identifier } = entry.node as unknown as FootnoteReference
      references.set(identifier, (references.get(identifier) ?? 0) + 1)
    }
    // A closing fence that stands too early comes after the block that it cut short, wherever that is.
    if (entry.node.type === 'containerDirective' && (entry.node as { name?: string }).name === 'only') context.restricted = true
    for (const node of entry.node.children ?? []) pending.push({ node, depth: entry.depth + 1 })
  }
  for (const node of root.children) {
    if (node.type === 'footnoteDefinition' && isBrief(node, references.get(node.identifier) ?? 0, sourceOf(context, node)))
      context.notes.set(node.identifier, (node.children[0] as Paragraph).children)
  }
  return { ...context, nodes: root.children }
}

/** A note of one short paragraph that few places refer to can stand in brackets there. One inside of a block stays there: that may be for some readers only. */
function isBrief({ children }: FootnoteDefinition, references: number, source: string): boolean {
  return (
    children.length === 1 &&
    children[0]?.type === 'paragraph' &&
    references >= 1 &&
    references <= 3 &&
    source.length <= 300 &&
    !/.\[\^/s.test(source)
  )
}

/**
 * Brings headings of other systems into levels 2 to 4: `#` becomes 2, deeper ones follow without a gap. A text that uses only levels 2 to 4 is
 * already ours and stays as it is.
 */
function normaliseHeadings(content: Block[], context: TreeContext): void {
  const headings: Heading[] = []
  walkDocument({ type: 'doc', content }, node => {
    if (node.type === 'heading') headings.push(node)
    return undefined
  })
  const foreign = headings.filter(({ attrs }) => attrs.level < 2 || attrs.level > 4)
  if (foreign.length === 0) return
  for (const heading of foreign) {
    const found = finding('heading-level', { level: heading.attrs.level })
    context.warnings.push({ line: context.headingLines.get(heading) ?? 1, kind: 'heading', ...found })
  }
  const open: number[] = []
  for (const heading of headings) {
    const written: number = heading.attrs.level
    while (open.length > 0 && (open.at(-1) ?? 0) >= written) open.pop()
    open.push(written)
    heading.attrs.level = Math.min(4, open.length + 1) as 2 | 3 | 4
  }
}
