import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { parseDocument } from '#lib/document/parse-document.ts'
import type { Document } from '#lib/document/types.ts'
import { headingLevel } from '#lib/markup/block-elements.ts'
import { findElements, isElement, textOf } from '#lib/markup/html-nodes.ts'
import type { HtmlNote } from '#lib/markup/read-context.ts'
import { readHtml } from '#lib/markup/read-html.ts'
import { detailOf, type Finding, finding } from '../../findings.ts'
import { ConvertError } from './convert-task.ts'

const parser = unified().use(rehypeParse, { fragment: true })
const pageParser = unified().use(rehypeParse)

export interface PageReading {
  /** The article of the import that an address means: what stands after `article:`; null: none. */
  linkTo(address: string): string | null
  /** The id of a picture, null: unknown. */
  picture(address: string): string | null
  /** Where the page was: what its addresses without a site are relative to. */
  origin?: string
  tell(found: Finding): void
}

/** A piece of HTML as a tree. */
export function parseFragment(html: string): Root {
  return parser.parse(html)
}

/** A whole page as a tree. */
export function parsePage(html: string): Root {
  return pageParser.parse(html)
}

const findings: Record<HtmlNote['kind'], (value: string) => Finding> = {
  picture: value => finding('picture-left-out', { value }),
  link: value => finding('link-not-allowed', { value }),
  depth: () => finding('too-deep-form'),
  embed: value => finding('player-left-out', { value }),
}

/** The document of a tree; headers of tables, links between files and pictures as the import has them. What was left out is told. Throws ConvertError. */
export function documentOf(tree: Root, { linkTo, picture, origin = '', tell }: PageReading): Document {
  for (const link of findElements(tree.children as never, element => element.tagName === 'a')) {
    const address = link.properties.href
    const target = typeof address === 'string' ? linkTo(address) : null
    if (target !== null) link.properties.href = `article:${target}`
    else if (typeof address === 'string') link.properties.href = absolute(address, origin)
  }
  const { document, notes } = readHtml(tree, {
    picture: address => {
      const id = picture(address)
      return id === null ? null : `media:${id}`
    },
  })
  for (const { kind, text } of notes) tell(findings[kind](text))
  const parsed = parseDocument(document)
  if (parsed.ok) return parsed.document
  const faults = parsed.errors.slice(0, 1)
  throw new ConvertError(finding('not-taken-over', { detail: detailOf(faults) }, { faults }))
}

/** A page that is not in the import stays where it is. */
function absolute(address: string, origin: string): string {
  const isWhole = /^([a-z][a-z0-9+.-]*:|#|$)/i.test(address.trim())
  return isWhole || !/^https?:/i.test(origin) || !URL.canParse(address, origin) ? address : new URL(address, origin).href
}

/** Takes the title out of a page: its one heading of the first level, or one before everything else. null: it has none. */
export function takeTitle(tree: Root): string | null {
  const headings = findElements(tree.children as never, element => headingLevel(element) === 1)
  const [first] = headings
  if (!first) return null
  const before = textBefore(tree, first)
  if (headings.length > 1 && before.trim() !== '') return null
  const title = textOf(first).replace(/\s+/g, ' ').trim()
  first.tagName = 'div'
  first.properties = {}
  first.children = []
  return title === '' ? null : title
}

function textBefore(tree: Root, element: object): string {
  const pending = [...tree.children].reverse()
  let text = ''
  for (let node = pending.pop(); node !== undefined && node !== element; node = pending.pop()) {
    if (node.type === 'text') text += node.value
    else if (isElement(node as never)) pending.push(...[...(node as { children: typeof pending }).children].reverse())
  }
  return text
}
