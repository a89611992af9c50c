import type { DocumentPath } from '#lib/document/types.ts'
import type { Link, Run } from '../resolve/resolved.ts'

/** A quote or a disclosure that holds several lines; these do not nest, the outermost wins. */
export interface Frame {
  kind: 'quote' | 'details'
}

/** One paragraph of a text without blocks: what chat messages and plain texts are made of. */
export interface Line {
  kind: 'text' | 'heading' | 'code'
  runs: Run[]
  /** The text of all runs; a hard break is a line end. */
  text: string
  /** Follows the line before it without an empty line between. */
  tight: boolean
  frame: Frame | null
  path: DocumentPath
  language: string
}

/** The plain text of a run. */
export function runText(run: Run): string {
  return run.type === 'hardBreak' ? '\n' : run.text
}

/** The plain text of runs. */
export function runsText(runs: readonly Run[]): string {
  let text = ''
  for (const run of runs) text += run.type === 'hardBreak' ? '\n' : run.text
  return text
}

/** Lines as one plain text. */
export function linesText(lines: readonly Line[]): string {
  let text = ''
  for (const line of lines) text += text === '' ? line.text : (line.tight ? '\n' : '\n\n') + line.text
  return text
}

/** Different links of a line in the order of the text. */
export function linksOf(line: Line): Link[] {
  const links: Link[] = []
  for (const run of line.runs) if (run.type !== 'hardBreak' && run.link && !links.includes(run.link)) links.push(run.link)
  return links
}
