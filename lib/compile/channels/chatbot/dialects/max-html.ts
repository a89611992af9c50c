import { type RunWriter, tagsByStyle, writeRuns } from '../../../html/write-runs.ts'
import { chatLimits } from '../../../limits.ts'
import type { Line } from '../../../lines/line.ts'
import { styles } from '../../../resolve/resolved.ts'
import { escapeHtml } from '../../../text/escape-html.ts'
import { joinLines, prefixQuotes } from '../adapt-lines.ts'
import { comesBack, type DialectContext, type LineDialect, payloadOf } from '../dialect.ts'

const { bold, italic, underline, strike, code } = styles
const limits = chatLimits['max.html']

const writer: RunWriter<DialectContext> = {
  ...tagsByStyle([
    [bold, 'b'],
    [italic, 'i'],
    [underline, 'u'],
    [strike, 's'],
    [code, 'code'],
  ]),
  inline: { text: run => escapeHtml(run.text), fact: run => escapeHtml(run.text), hardBreak: () => '\n' },
  link: (link, { publicUrl }) => {
    if (link.kind === 'phone' || link.kind === 'email') return null
    return [`<a href="${escapeHtml(link.kind === 'article' ? publicUrl + link.href : link.href)}">`, '</a>']
  },
}

function writeLine(line: Line, context: DialectContext): string {
  return line.kind === 'code' ? `<pre>${escapeHtml(line.text)}</pre>` : writeRuns(line.runs, writer, context)
}

/** POST /messages with `format: html`. Tags are counted, because the documentation does not say that they are not. */
export const maxHtml: LineDialect = {
  maxText: limits.text.max,
  adapt: lines => prefixQuotes(lines),
  cost: (line, context) => writeLine(line, context).length,
  write: (lines, context) => joinLines(lines, line => writeLine(line, context)),
  buttons: {
    kinds: ['answer', 'step', 'handoff', 'url'],
    max: limits.buttonRows.max,
    maxLabel: limits.label.max,
    maxPayload: limits.callbackPayload.max,
    maxUrl: limits.url.max,
  },
  request: (text, buttons, articleId) => {
    const rows = buttons.map(button => [
      comesBack(button)
        ? { type: 'callback', text: button.label, payload: payloadOf(button, articleId) }
        : { type: 'link', text: button.label, url: button.target },
    ])
    const attachments = rows.length > 0 ? { attachments: [{ type: 'inline_keyboard', payload: { buttons: rows } }] } : {}
    return { method: 'messages', body: { text, format: 'html', ...attachments } }
  },
}
