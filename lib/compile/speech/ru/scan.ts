import type { PieceWriter } from '../piece-writer.ts'
import { governedCase, governingWord } from './government.ts'
import type { Case } from './grammar.ts'

/** Where a reading of a Russian text has got to, and what it remembers of the words before. */
export interface Scan {
  readonly text: string
  at: number
  readonly out: PieceWriter
  /** The word before in lower case; empty at the start of a clause. */
  before: string
  /** The word before a colon: "ИНН: 7707083893". */
  label: string
  /** The case of the last number and how many words ago it was: "до 5 или 10 дней". */
  lastCase: Case | null
  wordsSince: number
}

/** Remembers a word that has been spoken. */
export function remember(scan: Scan, word: string): void {
  scan.before = governingWord(word, scan.before)
  scan.label = ''
  scan.wordsSince++
}

/** Forgets the words of the clause that has ended. */
export function endClause(scan: Scan): void {
  scan.before = ''
  scan.lastCase = null
}

/** Notes the case of a number, so that one joined by "и" or "или" can take it over. */
export function rememberNumber(scan: Scan, inCase: Case): void {
  scan.before = '0'
  scan.lastCase = inCase
  scan.wordsSince = 0
}

const joining = new Set(['и', 'или', 'либо'])

/** The case asked of a number at this place: by the word before it, or by an earlier number to which it is joined. */
export function askedCase(scan: Scan): Case | null {
  const { before } = scan
  if (joining.has(before) && scan.lastCase !== null && scan.wordsSince <= 3) return scan.lastCase
  return governedCase(before)
}

/** Matches a sticky expression at the scan's position. */
export function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}

/**
 * The full stop of an abbreviation: skipped, or spoken as the end of a sentence when the text ends there or a capital follows. Returns the
 * position after it.
 */
export function passFullStop(scan: Scan, at: number, mayEndSentence: boolean): number {
  if (scan.text.charCodeAt(at) !== 46) return at
  if (mayEndSentence && sentenceEnd.test(scan.text.slice(at + 1, at + 5))) {
    scan.out.text('.')
    endClause(scan)
  }
  return at + 1
}
const sentenceEnd = /^(?:\s*$|[)»"](?:$|\s[«"(]?[А-ЯЁA-Z])|\s[«"(]?(?!США)[А-ЯЁA-Z])/
