import type { PieceWriter } from '../piece-writer.ts'

/** Where a reading of an English text has got to; `before` is the last word in lower case. */
export interface Scan {
  readonly text: string
  at: number
  readonly out: PieceWriter
  before: string
}

export function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}

/** Says words and moves on to `end`. */
export function say(scan: Scan, words: string, end: number): true {
  scan.out.word(words)
  // A text that ends "6 p.m." has one full stop, not two.
  return finish(scan, words.endsWith('.') && scan.text.charAt(end) === '.' ? end + 1 : end)
}

/** Moves on to `end`, behind a number. */
export function finish(scan: Scan, end: number): true {
  scan.at = end
  scan.before = '0'
  return true
}
