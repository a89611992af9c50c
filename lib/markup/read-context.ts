import type { Block } from '#lib/document/types.ts'
import type { HtmlNode } from './html-nodes.ts'

/** Something that was not taken over, so that it can be said. */
export interface HtmlNote {
  /** picture: from elsewhere, left out; link: its address is not allowed, its text stays; depth: nested too deep, its text stays; embed: a player or a foreign page, left out. */
  kind: 'picture' | 'link' | 'depth' | 'embed'
  /** The address, at most 200 characters. */
  text: string
}

export interface HtmlOptions {
  /**
   * Where a picture is to be found: the `src` of the image block (`media:{id}`), or null to leave it out with a note. Called once for each picture in
   * reading order; `address` is what stands in the page: https:, a relative path, data:, cid:. Without it pictures are left out.
   */
  picture?: (address: string, alt: string) => string | null
}

/** What the parts of the reader share while one page is read. */
export interface ReadContext {
  options: HtmlOptions
  notes: HtmlNote[]
  /** What is added to the level of a heading: 1 when the page has an h1. */
  headingShift: number
  /** Containers around what is read now. */
  depth: number
  /** The blocks of these nodes; the reader itself, for the parts that hold blocks. */
  blocks(nodes: readonly HtmlNode[], context: ReadContext): Block[]
}

export function note(context: ReadContext, kind: HtmlNote['kind'], text: string): void {
  if (context.notes.length < 500) context.notes.push({ kind, text: text.slice(0, 200) })
}
