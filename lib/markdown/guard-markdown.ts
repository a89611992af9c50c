import { documentLimits } from '../document/limits.ts'
import { MarkdownError } from './markdown-error.ts'

export const markdownLimits = {
  /** UTF-16 code units of a whole text. */
  length: 1_000_000,
  /** Characters with a meaning in one paragraph: the parser's time grows with their square (measured). */
  delimiters: 4_000,
} as const

/**
 * Refuses what would keep the parser busy: throws MarkdownError too_large for texts, nesting and paragraphs beyond the limits. One pass, linear.
 */
export function guardMarkdown(text: string): void {
  if (text.length > markdownLimits.length)
    throw new MarkdownError('too_large', `Markdown is longer than ${markdownLimits.length} characters`)
  const open: number[] = []
  let delimiters = 0
  let line = 0
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    line++
    checkMarkers(text, start, end, line)
    trackContainers(text, start, end, open, line)
    delimiters = isBlank(text, start, end) ? 0 : delimiters + countDelimiters(text, start, end)
    if (delimiters > markdownLimits.delimiters)
      throw new MarkdownError('too_large', `more than ${markdownLimits.delimiters} markup characters in one paragraph`, line)
    start = end + 1
  }
}

/** A line such as `> > - 1. >` opens one container per marker. */
function checkMarkers(text: string, start: number, end: number, line: number): void {
  let markers = 0
  let indent = 0
  for (let index = start; index < end; index++) {
    const character = text[index] as string
    if (character === ' ' || character === '\t') indent++
    else if ('>-+*.)'.includes(character)) markers++
    else if (character < '0' || character > '9') break
    if (markers > documentLimits.depth) {
      // A long row of one character is a rule or a table line, not nesting.
      const row = text.slice(start, end)
      if (!/^[ \t]*([-*_+.])(?:[ \t]?\1)*[ \t]*$/.test(row) && !/^[ \t]*([-*+.])\1+/.test(row))
        throw new MarkdownError('too_large', 'nested too deep', line)
      return
    }
  }
  if (indent > 1000) throw new MarkdownError('too_large', 'indented too deep', line)
}

/** Containers `:::name` stay open until a line of as many colons; `open` holds their sizes from the outside. */
function trackContainers(text: string, start: number, end: number, open: number[], line: number): void {
  const first = text.indexOf(':::', start)
  if (first === -1 || first >= end) return
  const match = /^[\s>\-*+\d.)]*(:{3,})(.?)/.exec(text.slice(start, Math.min(end, start + 2000)))
  if (match === null) return
  const size = match[1]?.length ?? 0
  if (match[2] !== '' && match[2] !== ' ') {
    open.push(size)
    if (open.length > documentLimits.depth) throw new MarkdownError('too_large', 'nested too deep', line)
    return
  }
  const closed = open.findIndex(outer => outer <= size)
  if (closed !== -1) open.length = closed
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (text[index] !== ' ' && text[index] !== '\t' && text[index] !== '\r') return false
  return true
}

function countDelimiters(text: string, start: number, end: number): number {
  let count = 0
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index)
    // * _ ~ [ ] ! < ` & :
    if (
      code === 42 ||
      code === 95 ||
      code === 126 ||
      code === 91 ||
      code === 93 ||
      code === 33 ||
      code === 60 ||
      code === 96 ||
      code === 38 ||
      code === 58
    )
      count++
  }
  return count
}
