import { type RunWriter, tagsByStyle, writeRuns } from '../../../html/write-runs.ts'
import { chatLimits } from '../../../limits.ts'
import type { Line } from '../../../lines/line.ts'
import { type Run, styles } from '../../../resolve/resolved.ts'
import { escapeHtml } from '../../../text/escape-html.ts'
import { withRuns } from '../adapt-lines.ts'
import { comesBack, type DialectContext, type LineDialect, payloadOf } from '../dialect.ts'

const { bold, italic, underline, strike, code } = styles
const limits = chatLimits['telegram.html']

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

/** sendMessage with `parse_mode: HTML`. The limit counts text after parsing, so tags cost nothing. */
export const telegramHtml: LineDialect = {
  maxText: limits.text.max,
  countsText: true,
  maxMarks: limits.entities.max,
  marks: countMarks,
  adapt: lines => lines.map(line => (line.kind === 'code' ? line : withMarksThatNest(line))),
  cost: line => line.text.length,
  write: writeLines,
  buttons: {
    kinds: ['answer', 'step', 'handoff', 'url'],
    max: limits.buttons.max,
    maxLabel: limits.label.max,
    maxPayload: limits.callbackData.max,
  },
  request: (text, buttons, articleId) => {
    const keyboard = buttons.map(button => [
      comesBack(button) ? { text: button.label, callback_data: payloadOf(button, articleId) } : { text: button.label, url: button.target },
    ])
    const markup = keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}
    return { method: 'sendMessage', body: { text, parse_mode: 'HTML', link_preview_options: { is_disabled: true }, ...markup } }
  },
}

/** `code` holds nothing and stands in nothing: other marks and links on it are dropped; marks above the limit, too. */
function withMarksThatNest(line: Line): Line {
  const needed = line.runs.some(run => run.type !== 'hardBreak' && run.style & code)
  if (!needed && countMarks(line) <= limits.entities.max) return line
  const runs = needed
    ? line.runs.map(run => (run.type !== 'hardBreak' && run.style & code ? { ...run, style: code, link: null } : run))
    : line.runs
  return withRuns(line, withFewMarks(runs))
}

function withFewMarks(runs: Run[]): Run[] {
  let marks = 2
  return runs.map(run => {
    if (run.type === 'hardBreak') return run
    marks += marksOf(run)
    return marks > limits.entities.max && marksOf(run) > 0 ? { ...run, style: 0, link: null } : run
  })
}

function marksOf(run: Run): number {
  if (run.type === 'hardBreak') return 0
  let marks = run.link ? 1 : 0
  for (let style = run.style; style > 0; style >>= 1) marks += style & 1
  return marks
}

function countMarks(line: Line): number {
  let marks = (line.frame ? 1 : 0) + (line.kind === 'code' ? 1 : 0)
  for (const run of line.runs) marks += marksOf(run)
  return marks
}

function writeLines(lines: readonly Line[], context: DialectContext): string {
  let out = ''
  let frame: Line['frame'] = null
  lines.forEach((line, index) => {
    if (frame && frame !== line.frame) out += '</blockquote>'
    if (index > 0) out += line.tight ? '\n' : '\n\n'
    if (line.frame && line.frame !== frame) out += line.frame.kind === 'details' ? '<blockquote expandable>' : '<blockquote>'
    frame = line.frame
    out += writeLine(line, context)
  })
  return frame ? `${out}</blockquote>` : out
}

function writeLine(line: Line, context: DialectContext): string {
  if (line.kind !== 'code') return writeRuns(line.runs, writer, context)
  const text = escapeHtml(line.text)
  if (line.frame) return text
  return line.language ? `<pre><code class="language-${escapeHtml(line.language)}">${text}</code></pre>` : `<pre>${text}</pre>`
}
