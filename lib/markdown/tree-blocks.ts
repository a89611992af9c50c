import type { Blockquote, Heading, List, Paragraph, RootContent, Table } from 'mdast'
import type { Block, Callout, Inline, ListItem, TableCell } from '#lib/document/types.ts'
import { finding } from '../findings.ts'
import { htmlPieces, newHtmlState } from './html-pieces.ts'
import { MarkdownError } from './markdown-error.ts'
import { lineOf, type Piece, sourceOf, type TreeContext, type TreeNode, warn } from './tree-context.ts'
import { containerBlocks, leafBlocks } from './tree-directives.ts'
import { inlinePieces, onlyInlines } from './tree-inlines.ts'
import { imagePiece, linkMark } from './tree-links.ts'

/** Alerts of GitHub and of Microsoft's documentation. */
const alertKinds: Record<string, Callout['attrs']['kind']> = {
  NOTE: 'info',
  INFO: 'info',
  TIP: 'tip',
  IMPORTANT: 'warning',
  WARNING: 'warning',
  CAUTION: 'warning',
}

/** Block nodes of mdast as blocks of ours. */
export function treeBlocks(nodes: readonly TreeNode[], context: TreeContext): Block[] {
  return (nodes as RootContent[]).flatMap(node => nodeBlocks(node, context))
}

function nodeBlocks(node: RootContent, context: TreeContext): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphBlocks(node, context)
    case 'heading':
      return headingBlocks(node, context)
    case 'list':
      return [listBlock(node, context)]
    case 'blockquote':
      return [quoteBlock(node, context)]
    case 'code':
      return [codeBlock(node.lang ?? '', node.value)]
    case 'thematicBreak':
      return [{ type: 'divider' }]
    case 'table':
      return tableBlocks(node, context)
    case 'html':
      return paragraphs(htmlPieces(node.value, node, newHtmlState(), [], context))
    case 'containerDirective':
      return containerBlocks(node, context)
    case 'leafDirective':
      return leafBlocks(node, context)
    case 'footnoteDefinition':
      if (context.notes.has(node.identifier)) return []
      warn(context, node, 'footnote', finding('footnote-paragraph'))
      return labelled(`[${node.label ?? node.identifier}] `, context.blocks(node.children, context))
    case 'definition':
      return []
    default:
      warn(context, node, 'syntax', finding('kept-as-text', { value: node.type }))
      return [{ type: 'paragraph', content: [{ type: 'text', text: sourceOf(context, node) }] }]
  }
}

function paragraphBlocks(node: Paragraph, context: TreeContext): Block[] {
  const first = node.children[0]
  if (first?.type === 'text') {
    const source = context.source.slice(node.position?.start.offset, (node.position?.start.offset ?? 0) + 20)
    if (/^(:::|\[!)/.test(source)) {
      const special = documentationSyntax(sourceOf(context, node), node, context)
      if (special !== null) return special
    }
  }
  return paragraphs(inlinePieces(node.children, [], context))
}

/** What documentation systems add to Markdown; null when it is none of that. */
function documentationSyntax(source: string, node: TreeNode, context: TreeContext): Block[] | null {
  if (/^:{3,}\s*$/.test(source)) {
    if (context.restricted) {
      throw new MarkdownError('invalid', finding('fence-unclosed'), lineOf(node))
    }
    warn(context, node, 'directive', finding('fence-left-out'))
    return []
  }
  const image = /^:::\s?image\b([^\n]{0,2000}?)(:::)?$/.exec(source)
  if (image !== null) {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(image[1] ?? '')?.[1] ?? ''
    return paragraphs(imagePiece(read('source'), read('alt-text'), node, context))
  }
  const embedded = /^\[!(INCLUDE|VIDEO)\b([^\n]{0,2000})$/i.exec(source)
  if (embedded === null) return null
  const address = /https?:\/\/[^\s\])]+/.exec(embedded[2] ?? '')?.[0]
  const mark = address === undefined || embedded[1]?.toUpperCase() !== 'VIDEO' ? null : linkMark(address, node, context)
  const value = embedded[1]?.toUpperCase() ?? ''
  warn(context, node, 'syntax', finding(mark === null ? 'embedded-left-out' : 'embedded-link', { value }))
  return mark === null || address === undefined ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: address, marks: [mark] }] }]
}

/** Paragraphs and pictures in the order in which they stood. */
function paragraphs(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = []
  let line: Inline[] = []
  const flush = () => {
    if (line.length > 0) blocks.push({ type: 'paragraph', content: line })
    line = []
  }
  for (const piece of pieces) {
    if (piece.type !== 'image' && piece.type !== 'split') line.push(piece)
    else {
      flush()
      if (piece.type === 'image') blocks.push(piece)
    }
  }
  flush()
  return blocks
}

function headingBlocks(node: Heading, context: TreeContext): Block[] {
  const pieces = inlinePieces(node.children, [], context)
  const images = pieces.filter(piece => piece.type === 'image')
  const content = onlyInlines(pieces.filter(piece => piece.type !== 'image'))
  // Levels 1, 5 and 6 are brought into range by normaliseHeadings, which needs all of them.
  const heading: Block = { type: 'heading', attrs: { level: node.depth as 2 }, content }
  context.headingLines.set(heading, lineOf(node))
  return [heading, ...images]
}

function listBlock(node: List, context: TreeContext): Block {
  const content = node.children.map((item): ListItem => {
    const box = item.checked == null ? '' : item.checked ? '☑ ' : '☐ '
    return { type: 'listItem', content: labelled(box, context.blocks(item.children, context)) }
  })
  if (node.ordered !== true) return { type: 'bulletList', content }
  return { type: 'orderedList', attrs: { start: Math.min(node.start ?? 1, 1_000_000) }, content }
}

/** Puts text in front of the first paragraph. */
function labelled(label: string, blocks: Block[]): Block[] {
  if (label === '') return blocks
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', content: [{ type: 'text', text: label }] }, ...blocks]
  return [{ type: 'paragraph', content: [{ type: 'text', text: label }, ...(first.content ?? [])] }, ...rest]
}

function quoteBlock(node: Blockquote, context: TreeContext): Block {
  const [first, ...rest] = node.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type === 'paragraph' && text?.type === 'text') {
    // Looked up in the source: an escaped \[!NOTE] is text.
    const offset = first.position?.start.offset ?? 0
    const alert = /^\[!([A-Za-z]+)\][ \t]*/.exec(context.source.slice(offset, offset + 40))
    const kind = alertKinds[alert?.[1]?.toUpperCase() ?? '']
    if (alert !== null && kind !== undefined && text.value.startsWith(alert[0].trimEnd())) {
      const children = [{ ...text, value: text.value.slice(alert[0].trimEnd().length).trimStart() }, ...first.children.slice(1)]
      const content = [...paragraphs(inlinePieces(children, [], context)), ...context.blocks(rest, context)]
      return { type: 'callout', attrs: { kind }, content }
    }
  }
  return { type: 'quote', content: context.blocks(node.children, context) }
}

function codeBlock(info: string, value: string): Block {
  const language = /^[A-Za-z0-9+#._-]{1,40}$/.test(info) ? info : ''
  return { type: 'codeBlock', attrs: { language }, ...(value !== '' && { content: [{ type: 'text', text: value }] }) }
}

/** A table in pipes; pictures inside its cells stay there. */
function tableBlocks(node: Table, context: TreeContext): Block[] {
  const width = Math.max(...node.children.map(row => row.children.length))
  const content = node.children.map((row, index) => ({
    type: 'tableRow' as const,
    content: Array.from({ length: width }, (_, column): TableCell => {
      const blocks = paragraphs(inlinePieces(row.children[column]?.children ?? [], [], context))
      return { type: index === 0 ? 'tableHeader' : 'tableCell', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] }
    }),
  }))
  return [{ type: 'table', content }]
}
