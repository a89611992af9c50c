import { mediaPath } from '../../../html/html-blocks.ts'
import { type RunWriter, tagsByStyle, writeRuns } from '../../../html/write-runs.ts'
import type { Line } from '../../../lines/line.ts'
import { scriptList } from '../../../lines/script-list.ts'
import { sliceLine } from '../../../lines/slice-line.ts'
import {
  type BlockHandlers,
  handleBlock,
  type Resolved,
  type ResolvedBlock,
  type ResolvedTableCell,
  styles,
} from '../../../resolve/resolved.ts'
import { cutText } from '../../../text/cut-text.ts'
import { escapeHtml } from '../../../text/escape-html.ts'
import { wordsFor } from '../../../words.ts'
import type { DialectContext } from '../dialect.ts'

/** A block as rich HTML with what counts against the limits. */
export interface RichBlock {
  html: string
  count: number
  media: number
  depth: number
  columns: number
}

interface RichContext extends DialectContext {
  tally: { count: number; media: number; depth: number; columns: number }
  depth: number
}

const { bold, italic, underline, strike, code } = styles
const writer: RunWriter<DialectContext> = {
  ...tagsByStyle([
    [bold, 'b'],
    [italic, 'i'],
    [underline, 'u'],
    [strike, 's'],
    [code, 'code'],
  ]),
  inline: { text: run => escapeHtml(run.text), fact: run => escapeHtml(run.text), hardBreak: () => '<br>' },
  link: (link, { publicUrl }) => {
    if (link.kind === 'phone' || link.kind === 'email') return null
    return [`<a href="${escapeHtml(link.kind === 'article' ? publicUrl + link.href : link.href)}">`, '</a>']
  },
}

/** One entry per block, so that messages are cut between blocks only. */
export function richBlocks(blocks: readonly ResolvedBlock[], context: DialectContext): RichBlock[] {
  return blocks
    .map(block => {
      const tally = { count: 0, media: 0, depth: 0, columns: 0 }
      const html = handleBlock(handlers, block, { ...context, tally, depth: 0 })
      return { html, ...tally }
    })
    .filter(({ html }) => html !== '')
}

/** Lines as paragraphs, cut at `max` characters; for a short answer. */
export function writeLinesRich(lines: readonly Line[], max: number): string {
  return lines
    .map(line => {
      const cut = sliceLine(line, 0, cutText(line.text, Math.floor(max / 8)))
      return `<p>${writeRuns(cut.runs, writer, { publicUrl: '', locale: '' })}</p>`
    })
    .join('')
}

function entered(context: RichContext, count = 1): RichContext {
  const inner = { ...context, depth: context.depth + 1 }
  context.tally.count += count
  context.tally.depth = Math.max(context.tally.depth, inner.depth)
  return inner
}

function within(blocks: readonly ResolvedBlock[], context: RichContext): string {
  let out = ''
  for (const block of blocks) out += handleBlock(handlers, block, context)
  return out
}

function tagged(tag: string, attributes: string, inner: string): string {
  return inner === '' ? '' : `<${tag}${attributes}>${inner}</${tag}>`
}

function items(all: readonly (Resolved<'listItem'> | Resolved<'step'>)[], context: RichContext): string {
  let out = ''
  for (const item of all) {
    const [only] = item.blocks
    const inner = entered(context)
    out += `<li>${item.blocks.length === 1 && only?.type === 'paragraph' ? writeRuns(only.runs, writer, context) : within(item.blocks, inner)}</li>`
  }
  return out
}

const handlers = {
  paragraph: (node, context) => tagged('p', '', writeRuns(node.runs, writer, entered(context))),
  heading: (node, context) => tagged(`h${node.level}`, '', writeRuns(node.runs, writer, entered(context))),
  bulletList: (node, context) => tagged('ul', '', items(node.items, entered(context))),
  orderedList: (node, context) => tagged('ol', node.start === 1 ? '' : ` start="${node.start}"`, items(node.items, entered(context))),
  steps: (node, context) => tagged('ol', '', items(node.items, entered(context))),
  table: (node, context) => richTable(node, context),
  image: (node, context) => {
    const alt = escapeHtml(node.alt)
    if (!node.media) return alt && `<p>${alt}</p>`
    entered(context, 2)
    const src = escapeHtml(context.publicUrl + mediaPath(node.media))
    if (!context.publicUrl.startsWith('https://'))
      return `<p><a href="${src}">${alt || escapeHtml(wordsFor(context.locale).picture)}</a></p>`
    context.tally.media++
    return `<figure><img src="${src}">${alt && `<figcaption>${alt}</figcaption>`}</figure>`
  },
  callout: (node, context) => {
    const inner = entered(context, 2)
    return `<blockquote><p><b>${wordsFor(context.locale).callout[node.kind]}</b></p>${within(node.blocks, inner)}</blockquote>`
  },
  codeBlock: (node, context) => {
    entered(context)
    const text = escapeHtml(node.text)
    if (text === '') return ''
    return node.language ? `<pre><code class="language-${escapeHtml(node.language)}">${text}</code></pre>` : `<pre>${text}</pre>`
  },
  quote: (node, context) => tagged('blockquote', '', within(node.blocks, entered(context))),
  details: (node, context) => {
    const inner = entered(context, 2)
    return `<details><summary>${escapeHtml(node.summary)}</summary>${within(node.blocks, inner)}</details>`
  },
  script: (node, context) => within([scriptList(node)], context),
  divider: () => '',
  only: () => '',
} satisfies BlockHandlers<RichContext, string>

function richTable(table: Resolved<'table'>, context: RichContext): string {
  const inner = entered(entered(context))
  const caption = table.caption ? `<p><b>${escapeHtml(table.caption)}</b></p>` : ''
  let rows = ''
  for (const row of table.rows) {
    let width = 0
    let cells = ''
    for (const cell of row.cells) {
      width += cell.colspan
      cells += richCell(cell, inner)
    }
    context.tally.count++
    context.tally.columns = Math.max(context.tally.columns, width)
    rows += `<tr>${cells}</tr>`
  }
  return `${caption}<table>${rows}</table>`
}

function richCell(cell: ResolvedTableCell, context: RichContext): string {
  const tag = cell.header ? 'th' : 'td'
  const spans = (cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '') + (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '')
  const [only] = cell.blocks
  const inner = entered(context)
  const body = cell.blocks.length === 1 && only?.type === 'paragraph' ? writeRuns(only.runs, writer, context) : within(cell.blocks, inner)
  return `<${tag}${spans}>${body}</${tag}>`
}
