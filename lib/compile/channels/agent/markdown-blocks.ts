import { mediaPath } from '../../html/html-blocks.ts'
import { flattenBlocks } from '../../lines/flatten.ts'
import { textRun } from '../../lines/flatten-state.ts'
import { scriptList } from '../../lines/script-list.ts'
import {
  type BlockHandlers,
  handleBlock,
  type Resolved,
  type ResolvedBlock,
  type ResolvedTableCell,
  type Run,
  styles,
} from '../../resolve/resolved.ts'
import { tableGrid } from '../../tables/table-grid.ts'
import { wordsFor } from '../../words.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { type MarkdownContext, markdownRuns } from './markdown-runs.ts'

interface BlockContext extends MarkdownContext {
  /** The block before is a list of the same kind: another marker keeps them apart. */
  afterSameList: boolean
}

/** Blocks as CommonMark with GFM tables, an empty line between blocks. Internal blocks are left out. */
export function markdownBlocks(blocks: readonly ResolvedBlock[], context: MarkdownContext, separator = '\n\n'): string {
  const parts: string[] = []
  let previous = ''
  let alternate = false
  for (const block of blocks) {
    const kind = block.type === 'steps' ? 'orderedList' : block.type
    alternate = kind === previous && !alternate
    const part = handleBlock(handlers, block, { ...context, afterSameList: alternate })
    previous = kind
    if (part !== '') parts.push(part)
  }
  return parts.join(separator)
}

const handlers = {
  paragraph: (node, context) => markdownRuns(node.runs, context),
  heading: (node, context) => {
    const text = markdownRuns(node.runs, context, 'heading')
    return text && `${'#'.repeat(node.level)} ${text}`
  },
  bulletList: (node, context) => items(node.items, () => (context.afterSameList ? '*' : '-'), context),
  orderedList: (node, context) => items(node.items, index => `${node.start + index}${context.afterSameList ? ')' : '.'}`, context),
  steps: (node, context) => items(node.items, index => `${index + 1}${context.afterSameList ? ')' : '.'}`, context),
  table: (node, context) => markdownTable(node, context),
  image: (node, context) =>
    node.media ? `![${escapeMarkdown(node.alt)}](${context.publicUrl}${mediaPath(node.media)})` : escapeMarkdown(node.alt),
  callout: (node, context) => quoted(markdownBlocks(withWord(node.blocks, wordsFor(context.locale).callout[node.kind]), context)),
  codeBlock: node => {
    const longest = (node.text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2)
    const fence = '`'.repeat(longest + 1)
    return `${fence}${node.language}\n${node.text}\n${fence}`
  },
  quote: (node, context) => quoted(markdownBlocks(node.blocks, context)),
  details: (node, context) => {
    const summary = markdownRuns([textRun(node.summary.trim(), styles.bold)], context)
    return [summary, markdownBlocks(node.blocks, context)].filter(part => part !== '').join('\n\n')
  },
  script: (node, context) => markdownBlocks([scriptList(node)], context),
  divider: () => '---',
  only: () => '',
} satisfies BlockHandlers<BlockContext, string>

function withWord(blocks: readonly ResolvedBlock[], word: string): ResolvedBlock[] {
  const prefix: Run[] = [textRun(`${word}.`, styles.bold)]
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', path: '', runs: prefix }, ...blocks]
  return [{ ...first, runs: [...prefix, textRun(' '), ...first.runs] }, ...rest]
}

function quoted(text: string): string {
  return text === '' ? text : text.replace(/^/gm, '> ').replace(/^> $/gm, '>')
}

function items(
  all: readonly (Resolved<'listItem'> | Resolved<'step'>)[],
  markerOf: (index: number) => string,
  context: MarkdownContext,
): string {
  const tight = all.every(item =>
    item.blocks.every((block, index) => index === 0 || block.type === 'bulletList' || block.type === 'orderedList'),
  )
  return all
    .map((item, index) => {
      const marker = `${markerOf(index)} `
      const body = markdownBlocks(item.blocks, context, tight ? '\n' : '\n\n')
      return (marker + body.replaceAll('\n', `\n${' '.repeat(marker.length)}`)).replace(/[ \t]+$/gm, '')
    })
    .join(tight ? '\n' : '\n\n')
}

function markdownTable(table: Resolved<'table'>, context: MarkdownContext): string {
  const grid = tableGrid(table)
  const row = (cells: readonly (ResolvedTableCell | undefined)[]) =>
    `| ${Array.from({ length: grid.columns }, (_, x) => markdownCell(cells[x], context)).join(' | ')} |`
  const lines = [row(grid.head ?? []), `|${' --- |'.repeat(grid.columns)}`, ...grid.rows.map(row)]
  const caption = table.caption ? `${markdownRuns([textRun(table.caption, styles.bold)], context)}\n\n` : ''
  return caption + lines.join('\n')
}

function markdownCell(cell: ResolvedTableCell | undefined, context: MarkdownContext): string {
  if (!cell) return ''
  const lines = flattenBlocks(cell.blocks, { locale: context.locale, publicUrl: context.publicUrl })
  return lines.map(line => markdownRuns(line.runs, context, 'cell').trim()).join('<br>')
}
