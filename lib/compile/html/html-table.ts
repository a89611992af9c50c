import type { Resolved, ResolvedTableCell, ResolvedTableRow } from '../resolve/resolved.ts'
import { countHeadRows } from '../tables/table-grid.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { wordsFor } from '../words.ts'
import type { HtmlContext } from './html-context.ts'

/** A table with caption, `thead` and `scope`, in a box of its own that scrolls with the keyboard, too. */
export function htmlTable(table: Resolved<'table'>, context: HtmlContext, cellHtml: (cell: ResolvedTableCell) => string): string {
  const caption = table.caption ? `<caption>${escapeHtml(table.caption)}</caption>` : ''
  const headRows = countHeadRows(table.rows)
  let head = ''
  let body = ''
  table.rows.forEach((row, index) => {
    if (index < headRows) head += htmlRow(row, true, cellHtml)
    else body += htmlRow(row, false, cellHtml)
  })
  const html = `<table>${caption}${head ? `<thead>${head}</thead>` : ''}${body ? `<tbody>${body}</tbody>` : ''}</table>`
  if (context.surface === 'paste') return html
  const label = escapeHtml(table.caption || wordsFor(context.locale).table)
  return `<section class="table-scroll" aria-label="${label}" tabindex="0">${html}</section>`
}

function htmlRow(row: ResolvedTableRow, inHead: boolean, cellHtml: (cell: ResolvedTableCell) => string): string {
  let out = '<tr>'
  for (const cell of row.cells) {
    const spans = (cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '') + (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '')
    const html = cellHtml(cell)
    // A head without words, as in the corner of a table, heads nothing.
    const isHead = cell.header && html !== ''
    const tag = isHead ? 'th' : 'td'
    const scope = isHead ? ` scope="${inHead ? 'col' : 'row'}"` : ''
    out += `<${tag}${scope}${spans}>${html}</${tag}>`
  }
  return `${out}</tr>`
}
