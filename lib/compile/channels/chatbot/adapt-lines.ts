import { textRun } from '../../lines/flatten-state.ts'
import { type Line, linksOf, runsText } from '../../lines/line.ts'
import type { Link, Run } from '../../resolve/resolved.ts'
import type { DialectContext } from './dialect.ts'

/** A line with other runs. */
export function withRuns(line: Line, runs: Run[]): Line {
  return { ...line, runs, text: runsText(runs) }
}

/** The address of a link as a reader can use it anywhere. */
export function addressOf(link: Link, { publicUrl }: DialectContext): string {
  if (link.kind === 'article') return publicUrl + link.href
  return link.kind === 'url' ? link.href : link.href.slice(link.href.indexOf(':') + 1)
}

/** For messengers without links: each address stands on a line of its own below the text that was linked. */
export function spellOutLinks(lines: readonly Line[], context: DialectContext): Line[] {
  const known = context.spelled?.get(lines)
  if (known) return known
  const spelled: Line[] = []
  context.spelled?.set(lines, spelled)
  for (const line of lines) {
    const links = linksOf(line)
    spelled.push(links.length > 0 ? withRuns(line, line.runs.map(withoutLink)) : line)
    for (const link of links) {
      const address = addressOf(link, context)
      if (!isWritten(link, address, line.text))
        spelled.push({ ...line, kind: 'text', runs: [textRun(address)], text: address, tight: true })
    }
  }
  return spelled
}

function isWritten(link: Link, address: string, text: string): boolean {
  if (link.kind !== 'phone') return text.includes(address) || text.includes(decodedAddress(address))
  const digits = address.replace(/\D/g, '').replace(/^[78](?=\d{10}$)/, '')
  return text.replace(/\D/g, '').includes(digits)
}

function decodedAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

function withoutLink(run: Run): Run {
  return run.type === 'hardBreak' || !run.link ? run : { ...run, link: null }
}

/** For messengers without quotes as blocks: "> " before every line of a quote. */
export function prefixQuotes(lines: readonly Line[]): Line[] {
  if (!lines.some(line => line.frame?.kind === 'quote')) return [...lines]
  return lines.map(line => {
    if (line.frame?.kind !== 'quote') return line
    const runs: Run[] = [textRun('> ')]
    for (const run of line.runs) runs.push(...(run.type === 'hardBreak' ? [run, textRun('> ')] : [run]))
    return withRuns(line, runs)
  })
}

/** For messengers without bold text: headings in capitals; facts keep their spelling. */
export function capitaliseHeadings(lines: readonly Line[], locale: string): Line[] {
  return lines.map(line =>
    line.kind === 'heading'
      ? withRuns(
          line,
          line.runs.map(run => (run.type === 'text' ? { ...run, text: run.text.toLocaleUpperCase(locale) } : run)),
        )
      : line,
  )
}

/** Joins written lines with their line ends. */
export function joinLines(lines: readonly Line[], write: (line: Line) => string): string {
  let out = ''
  lines.forEach((line, index) => {
    out += index === 0 ? write(line) : (line.tight ? '\n' : '\n\n') + write(line)
  })
  return out
}
