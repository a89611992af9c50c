import type { Root } from 'hast'
import { canonicalDocument } from '#lib/document/canonical-document.ts'
import type { Document } from '#lib/document/types.ts'
import { headingLevel } from './block-elements.ts'
import { findElements, type HtmlNode } from './html-nodes.ts'
import { readBlocks } from './read-blocks.ts'
import type { HtmlNote, HtmlOptions, ReadContext } from './read-context.ts'

export interface ReadHtml {
  document: Document
  notes: HtmlNote[]
}

/**
 * Reads a page or a piece of one (a hast tree, from the clipboard or a file) as a canonical document: headings (a page with an h1 has them one level
 * down), lists of every office program, tables, links, quotes, code, callouts and bold, italic, underline, strike, code stay; looks are dropped. Pure: no
 * DOM, no I/O. What is left out is in `notes`. The structure is the caller's to check (parseDocument) when it is to be stored.
 */
export function readHtml(tree: Root | { children: readonly HtmlNode[] }, options: HtmlOptions = {}): ReadHtml {
  const nodes = tree.children as readonly HtmlNode[]
  const notes: HtmlNote[] = []
  const hasTitle = findElements(nodes, element => headingLevel(element) === 1).length > 0
  const context: ReadContext = { options, notes, headingShift: hasTitle ? 1 : 0, depth: 0, blocks: readBlocks }
  const content = readBlocks(nodes, context)
  return { document: canonicalDocument({ type: 'doc', content }), notes }
}
