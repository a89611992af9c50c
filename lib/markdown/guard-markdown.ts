import { documentLimits } from '#lib/document/limits.ts'
import { type Finding, finding } from '../findings.ts'
import { MarkdownError } from './markdown-error.ts'

/**
 * What is given to the parser at most. Its time grows with the square of the markup in a paragraph and of the containers around a line; with
 * these limits the worst texts found took about two seconds (measured), usual ones take 0.4 ms per KB.
 */
export const markdownLimits = {
  /** UTF-16 code units of a whole text. */
  length: 1_000_000,
  lines: 20_000,
  /** Characters with a meaning in one paragraph, and the sum of their squares over all paragraphs. */
  delimiters: 4_000,
  delimiterSquares: 100_000_000,
  /** The sum over all lines of the square of the containers that begin on them. */
  nestingSquares: 1_000_000,
} as const

interface Counts {
  line: number
  delimiters: number
  delimiterSquares: number
  nestingSquares: number
  /** Sizes of the open `:::` fences, from the outside. */
  fences: number[]
}

/** Throws MarkdownError too_large for texts that would keep the parser busy. One pass in linear time. */
export function guardMarkdown(text: string): void {
  if (text.length > markdownLimits.length)
    throw new MarkdownError('too_large', finding('markdown-long', { maximum: markdownLimits.length }))
  const counts: Counts = { line: 0, delimiters: 0, delimiterSquares: 0, nestingSquares: 0, fences: [] }
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    counts.line++
    if (counts.line > markdownLimits.lines) refuse(finding('markdown-lines', { maximum: markdownLimits.lines }), counts)
    checkMarkers(text, start, end, counts)
    trackFences(text, start, end, counts)
    countDelimiters(text, start, end, counts)
    start = end + 1
  }
}

function refuse(found: Finding, counts: Counts): never {
  throw new MarkdownError('too_large', found, counts.line)
}

/** A line such as `> > - 1. >` opens one container per marker; indentation before a marker may mean that as many are open. */
function checkMarkers(text: string, start: number, end: number, counts: Counts): void {
  let markers = 0
  let indent = 0
  for (let index = start; index < end; index++) {
    const character = text[index] as string
    if (character === ' ' || character === '\t') {
      if (markers === 0) indent += character === ' ' ? 1 : 4
    } else if (character === '>') markers++
    else if ('-+*.)'.includes(character)) {
      // "---", "***" and "..." are no containers.
      const next = text[index + 1]
      if (next === ' ' || next === '\t' || index + 1 === end) markers++
      else break
    } else if (character < '0' || character > '9') break
  }
  if (indent > 1000) refuse(finding('markdown-indent'), counts)
  if (markers === 0 || isRule(text, start, end, markers)) return
  if (markers > documentLimits.depth) refuse(finding('markdown-deep'), counts)
  counts.nestingSquares += Math.max(markers, indent / 2) ** 2
  if (counts.nestingSquares > markdownLimits.nestingSquares) refuse(finding('markdown-nesting'), counts)
}

/** `- - - - -` is a horizontal rule. */
function isRule(text: string, start: number, end: number, markers: number): boolean {
  return markers >= 3 && /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*)+$/.test(text.slice(start, end))
}

/** Containers `:::name` stay open until a line of as many colons. */
function trackFences(text: string, start: number, end: number, counts: Counts): void {
  const first = text.indexOf(':::', start)
  if (first === -1 || first >= end) return
  const match = /^[\s>\-*+\d.)]*(:{3,})(.?)/.exec(text.slice(start, Math.min(end, start + 2000)))
  if (match === null) return
  const size = match[1]?.length ?? 0
  if (match[2] !== '' && match[2] !== ' ') {
    counts.fences.push(size)
    if (counts.fences.length > documentLimits.depth) refuse(finding('markdown-deep'), counts)
    return
  }
  const closed = counts.fences.findIndex(outer => outer <= size)
  if (closed !== -1) counts.fences.length = closed
}

const delimiterCodes = new Set(Array.from('*_~[]!<`&:', character => character.charCodeAt(0)))

function countDelimiters(text: string, start: number, end: number, counts: Counts): void {
  let blank = true
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index)
    if (code !== 32 && code !== 9 && code !== 13) blank = false
    if (delimiterCodes.has(code)) counts.delimiters++
  }
  if (counts.delimiters > markdownLimits.delimiters) refuse(finding('markdown-marks', { maximum: markdownLimits.delimiters }), counts)
  if (!blank) return
  counts.delimiterSquares += counts.delimiters ** 2
  counts.delimiters = 0
  if (counts.delimiterSquares > markdownLimits.delimiterSquares) refuse(finding('markdown-all-marks'), counts)
}
