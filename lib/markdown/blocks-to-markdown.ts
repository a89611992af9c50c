import type { Block, Image, ListItem, Only, Step, Table, TableCell, TableRow } from '#lib/document/types.ts'
import { container, label } from './container-source.ts'
import { escapeHeadingEnd, escapeLineStart, escapeText } from './escape-text.ts'
import { inlineLines } from './inlines-to-markdown.ts'
import { scriptSource } from './script-source.ts'

/** Blocks separated by blank lines. Lists that follow one another get different markers, or they would be read as one. */
export function blocksSource(blocks: readonly Block[]): string {
  const sources: string[] = []
  let alternate = false
  for (const [index, block] of blocks.entries()) {
    alternate = blocks[index - 1]?.type === block.type && !alternate
    sources.push(blockSource(block, alternate))
  }
  return sources.join('\n\n')
}

function blockSource(block: Block, alternate: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return inlineLines(block.content ?? [])
        .map(escapeLineStart)
        .join('\\\n')
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${escapeHeadingEnd(inlineLines(block.content ?? []).join('<br>'))}`
    case 'bulletList':
      return listSource(block.content, () => (alternate ? '*' : '-'))
    case 'orderedList':
      return listSource(block.content, index => `${(block.attrs?.start ?? 1) + index}${alternate ? ')' : '.'}`)
    case 'steps':
      return container(
        'steps',
        '',
        listSource(block.content, index => `${index + 1}.`),
      )
    case 'table':
      return tableSource(block)
    case 'image':
      return imageSource(block)
    case 'callout':
      return container('callout', `{kind=${block.attrs.kind}}`, blocksSource(block.content))
    case 'codeBlock':
      return codeSource(block.attrs?.language ?? '', block.content?.[0]?.text ?? '')
    case 'quote':
      return quoteSource(blocksSource(block.content))
    case 'details':
      return container('details', label(block.attrs.summary), blocksSource(block.content))
    case 'divider':
      return '---'
    case 'snippet':
      return `::snippet{key=${block.attrs.key}}`
    case 'script':
      return scriptSource(block.content.map(({ attrs, content }) => ({ attrs, body: blocksSource(content ?? []) })))
    case 'only':
      return container('only', `{${readers(block.attrs)}}`, blocksSource(block.content))
  }
}

function readers(attrs: Only['attrs']): string {
  return attrs.channels === undefined ? 'audience=internal' : `channels="${attrs.channels.join(',')}"`
}

function listSource(items: readonly (ListItem | Step)[], marker: (index: number) => string): string {
  const separator = items.every(isTight) ? '\n' : '\n\n'
  return items
    .map((item, index) => {
      const sign = marker(index)
      const indent = ' '.repeat(sign.length + 1)
      return `${sign} ${indentLines(itemSource(item), indent)}`.replace(/ $/, '')
    })
    .join(separator)
}

/** A rule right after a marker of dashes would make one longer rule of both. */
function itemSource(item: ListItem | Step): string {
  const [first, ...rest] = item.content
  if (first?.type === 'divider') return ['___', ...(rest.length > 0 ? [blocksSource(rest)] : [])].join('\n\n')
  const [, second] = item.content
  if (isTight(item) && first !== undefined && second !== undefined) return `${blockSource(first, false)}\n${blockSource(second, false)}`
  return blocksSource(item.content)
}

/** One paragraph, with a list of such items under it at most, which may stand without blank lines. */
function isTight(item: ListItem | Step): boolean {
  const [first, second] = item.content
  if (first?.type !== 'paragraph' || item.content.length > 2) return false
  if (second === undefined) return true
  if (second.type !== 'bulletList' && (second.type !== 'orderedList' || second.attrs?.start !== undefined)) return false
  return (
    second.content[0]?.content[0]?.type === 'paragraph' &&
    second.content[0].content[0].content !== undefined &&
    second.content.every(isTight)
  )
}

function indentLines(source: string, indent: string): string {
  return source.replace(/\n(?=[^\n])/g, `\n${indent}`)
}

/** Line by line: to a regular expression U+2028 would begin a line as well. */
function quoteSource(source: string): string {
  return source
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

function codeSource(language: string, text: string): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((size, run) => Math.max(size, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text === '' ? '' : `${text}\n`}${fence}`
}

function imageSource({ attrs }: Image): string {
  if (attrs.width === undefined && attrs.height === undefined)
    return `![${escapeText(attrs.alt, { first: true, last: true })}](${attrs.src})`
  const size = [
    ...(attrs.width === undefined ? [] : [`width=${attrs.width}`]),
    ...(attrs.height === undefined ? [] : [`height=${attrs.height}`]),
  ]
  return `::image${label(attrs.alt)}{src="${attrs.src}" ${size.join(' ')}}`
}

function tableSource(table: Table): string {
  const caption = table.attrs?.caption ?? ''
  if (!isPlain(table)) return container('table', label(caption), table.content.map(rowSource).join('\n'))
  const [head, ...rows] = table.content.map(row => `|${row.content.map(cellSource).join('|')}|`)
  const rule = `|${' --- |'.repeat(table.content[0]?.content.length ?? 0)}`
  const pipes = [head, rule, ...rows].join('\n')
  return caption === '' ? pipes : container('table', label(caption), pipes)
}

/** Whether pipes can show the table: headers in the whole first row, no spans, nothing but one paragraph in a cell. */
function isPlain(table: Table): boolean {
  return table.content.every((row, index) =>
    row.content.every(
      cell =>
        cell.attrs === undefined &&
        cell.content.length === 1 &&
        cell.content[0]?.type === 'paragraph' &&
        (cell.type === 'tableHeader') === (index === 0),
    ),
  )
}

function cellSource(cell: TableCell): string {
  const [paragraph] = cell.content
  const source = paragraph?.type === 'paragraph' ? inlineLines(paragraph.content ?? [], true).join('<br>') : ''
  return source === '' ? ' ' : ` ${source} `
}

function rowSource(row: TableRow): string {
  return container('row', '', row.content.map(directiveCell).join('\n'))
}

function directiveCell(cell: TableCell): string {
  const attributes = [
    ...(cell.type === 'tableHeader' ? ['header'] : []),
    ...(cell.attrs?.colspan === undefined ? [] : [`colspan=${cell.attrs.colspan}`]),
    ...(cell.attrs?.rowspan === undefined ? [] : [`rowspan=${cell.attrs.rowspan}`]),
  ]
  return container('cell', attributes.length > 0 ? `{${attributes.join(' ')}}` : '', blocksSource(cell.content))
}
