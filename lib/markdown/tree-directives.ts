import type { RootContent } from 'mdast'
import { lengthLimits } from '#lib/document/limits.ts'
import { plainInlineText } from '#lib/document/plain-text.ts'
import { mediaSourceSchema, snippetKeySchema } from '#lib/document/schema.ts'
import type { Block, Only, Step, TableCell, TableRow } from '#lib/document/types.ts'
import { finding } from '../findings.ts'
import { MarkdownError } from './markdown-error.ts'
import { splitLabel } from './split-label.ts'
import { lineOf, sourceOf, type TreeContext, warn } from './tree-context.ts'
import { inlinePieces, onlyInlines } from './tree-inlines.ts'
import { scriptSteps } from './tree-script.ts'

type Container = Extract<RootContent, { type: 'containerDirective' }>
type Leaf = Extract<RootContent, { type: 'leafDirective' }>

/** `:::name … :::`. An unknown container gives its content and a warning; one that names readers is refused, for its content could leak. */
export function containerBlocks(node: Container, context: TreeContext): Block[] {
  const { label, children } = splitLabel(node, context)
  const attributes = node.attributes ?? {}
  switch (node.name) {
    case 'callout': {
      const kind = attributes.kind
      if (kind === 'warning' || kind === 'tip' || kind === 'info')
        return [{ type: 'callout', attrs: { kind }, content: context.blocks(children, context) }]
      warn(context, node, 'directive', finding('callout-kind'))
      return [{ type: 'callout', attrs: { kind: 'info' }, content: context.blocks(children, context) }]
    }
    case 'details':
      return [{ type: 'details', attrs: { summary: label.slice(0, lengthLimits.summary) }, content: context.blocks(children, context) }]
    case 'only':
      context.restricted = true
      return [{ type: 'only', attrs: readers(node), content: context.blocks(children, context) }]
    case 'script':
      return [{ type: 'script', content: scriptSteps(node, context) }]
    case 'steps':
      return stepsBlocks(node, context.blocks(children, context), context)
    case 'table':
      return tableBlocks(node, label.slice(0, lengthLimits.caption), children, context)
    default:
      return unknownContainer(node, label, context.blocks(children, context), context)
  }
}

/** `::snippet{key=…}` and `::image[alt]{src=… width=… height=…}`; anything else is text. */
export function leafBlocks(node: Leaf, context: TreeContext): Block[] {
  const attributes = node.attributes ?? {}
  if (node.name === 'snippet' && snippetKeySchema.safeParse(attributes.key).success) {
    return [{ type: 'snippet', attrs: { key: attributes.key ?? '' } }]
  }
  if (node.name === 'image' && mediaSourceSchema.safeParse(attributes.src).success) {
    const alt = plainInlineText(onlyInlines(inlinePieces(node.children, [], context)))
    return [
      { type: 'image', attrs: { src: attributes.src ?? '', alt, width: pixels(attributes.width), height: pixels(attributes.height) } },
    ]
  }
  warn(context, node, 'directive', finding('directive-unknown', { value: node.name }))
  return [{ type: 'paragraph', content: [{ type: 'text', text: sourceOf(context, node) }] }]
}

function pixels(text: string | null | undefined): number | undefined {
  const value = Number(text)
  return text != null && Number.isInteger(value) && value >= 1 && value <= 20_000 ? value : undefined
}

function readers(node: Container): Only['attrs'] {
  const { audience, channels, ...others } = node.attributes ?? {}
  const names = (channels ?? '').split(',').map(name => name.trim())
  if (Object.keys(others).length === 0) {
    if (audience === 'internal' && channels == null) return { audience: 'internal' }
    if (audience == null && channels != null && names.every(name => /^[a-z][a-z0-9-]{0,39}$/.test(name))) return { channels: names }
  }
  throw new MarkdownError('invalid', finding('only-form'), lineOf(node))
}

function stepsBlocks(node: Container, content: Block[], context: TreeContext): Block[] {
  const [list] = content
  if (content.length === 1 && list?.type === 'orderedList') {
    return [{ type: 'steps', content: list.content.map((item): Step => ({ type: 'step', content: item.content })) }]
  }
  warn(context, node, 'directive', finding('steps-form'))
  return content
}

function unknownContainer(node: Container, label: string, content: Block[], context: TreeContext): Block[] {
  const attributes = node.attributes ?? {}
  if ('audience' in attributes || 'channels' in attributes) {
    throw new MarkdownError('invalid', finding('only-unknown', { value: node.name }), lineOf(node))
  }
  warn(context, node, 'directive', finding('container-unknown', { value: node.name }))
  return label === '' ? content : [{ type: 'paragraph', content: [{ type: 'text', text: label }] }, ...content]
}

/** A caption around a table in pipes, or rows and cells as containers where cells span or hold blocks. */
function tableBlocks(node: Container, caption: string, children: Container['children'], context: TreeContext): Block[] {
  const rows = children.filter((child): child is Container => child.type === 'containerDirective' && child.name === 'row')
  if (rows.length > 0 && rows.length === children.length) {
    return [{ type: 'table', attrs: { caption }, content: rows.map(row => directiveRow(row, context)) }]
  }
  const content = context.blocks(children, context)
  const [table] = content
  if (content.length === 1 && table?.type === 'table') return [{ ...table, attrs: { caption } }]
  warn(context, node, 'directive', finding('table-form'))
  return caption === '' ? content : [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }, ...content]
}

function directiveRow(row: Container, context: TreeContext): TableRow {
  return { type: 'tableRow', content: row.children.map(cell => directiveCell(cell as RootContent, context)) }
}

function directiveCell(cell: RootContent, context: TreeContext): TableCell {
  if (cell.type !== 'containerDirective' || cell.name !== 'cell') throw new MarkdownError('invalid', finding('cell-form'), lineOf(cell))
  const { header, colspan, rowspan } = cell.attributes ?? {}
  const span = (text: string | null | undefined) => (text != null && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1)
  const type = header == null ? 'tableCell' : 'tableHeader'
  return { type, attrs: { colspan: span(colspan), rowspan: span(rowspan) }, content: context.blocks(cell.children, context) }
}
