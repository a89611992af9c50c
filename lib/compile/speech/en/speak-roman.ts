import { spellNumber, spellOrdinal } from './numbers.ts'
import { matchAt, type Scan } from './scan.ts'

const numeral = /([IVX]{1,5})(?![A-Za-z\d])/y
const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }
/** What is counted with Roman numerals: "Chapter IV", "World War II". */
const counted = new Set(
  'chapter part section volume war type phase class grade article title schedule annex appendix level stage tier book act'.split(' '),
)
const rulers = new Set('elizabeth charles george nicholas alexander catherine peter louis henry john francis pius benedict'.split(' '))

/** A Roman numeral after a noun that is counted so, or after the name of a ruler. Returns whether it has spoken. */
export function speakRoman(scan: Scan): boolean {
  const isRuler = rulers.has(scan.before)
  if (!isRuler && !counted.has(scan.before)) return false
  const match = matchAt(numeral, scan.text, scan.at)
  if (match === null) return false
  const written = match[1]!
  let value = 0
  for (let at = 0; at < written.length; at++) {
    const digit = values[written[at]!]!
    value += digit < (values[written[at + 1] ?? ''] ?? 0) ? -digit : digit
  }
  scan.out.word(isRuler ? `the ${spellOrdinal(value)}` : spellNumber(value))
  scan.at = numeral.lastIndex
  scan.before = '0'
  return true
}

/** "10 x 15 cm" → "ten by fifteen centimeters". Returns whether it has spoken. */
export function speakTimesSign(scan: Scan): boolean {
  const { text, at } = scan
  if (!/^[xX] ?\d/.test(text.slice(at, at + 3)) || !/\d ?$/.test(text.slice(Math.max(0, at - 2), at))) return false
  scan.out.word('by')
  scan.out.space()
  scan.at++
  scan.before = 'by'
  return true
}
