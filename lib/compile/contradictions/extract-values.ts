import { languageOf } from '../facts/fact-value.ts'
import { extractMoments } from './extract-moments.ts'
import { type AmountUnit, unitAfter, unitBefore } from './units.ts'

/** A value that stands in a text as words. */
export interface TypedValue {
  /** Only values of one group can contradict each other: "money RUB", "duration day", "percent". */
  group: string
  /** Equal spellings have the same value; of a range, both ends besides. */
  values: string[]
  /** As it is written. */
  text: string
}

const russianNumber = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g
const englishNumber = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g
const rangeSign = /^[ \u00a0]?[–—-][ \u00a0]?$|^ (?:до|to) $/
const hasDigit = /\d|круглосуточно|around the clock/i

/** Numbers with a unit, money, percents, durations, dates, time ranges and phones of a text. What is not certain is left out. */
export function extractValues(text: string, locale: string): TypedValue[] {
  if (!hasDigit.test(text)) return []
  const { values, rest } = extractMoments(text)
  const english = languageOf(locale) === 'en'
  let lower: { number: string; start: number; end: number } | null = null
  for (const match of rest.matchAll(english ? englishNumber : russianNumber)) {
    const end = match.index + match[0].length
    const number = canonicalNumber(match[0], english)
    const isUpper: boolean = lower !== null && rangeSign.test(rest.slice(lower.end, match.index))
    const from: { number: string; start: number } | null = isUpper ? lower : null
    const found = isPartOfWord(rest, match.index) ? null : (unitAfter(rest, end) ?? unitBefore(rest, from?.start ?? match.index))
    if (found && !isDoubtful(rest, from?.start ?? match.index, number, found)) {
      const start = Math.min(from?.start ?? match.index, found.start ?? match.index)
      values.push(typedAmount(number, from?.number ?? null, found, text.slice(start, Math.max(end, found.end)).trim()))
      lower = null
    } else lower = { number, start: match.index, end }
  }
  return values
}

function canonicalNumber(written: string, english: boolean): string {
  const digits = written.replace(/[ \u00a0\u202f]/g, '')
  const plain = english ? digits.replaceAll(',', '') : digits.replace(',', '.')
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
}

function isPartOfWord(text: string, at: number): boolean {
  return /[\p{L}_.,/\\:#*]/u.test(text.charAt(at - 1))
}

const atClock = /(?:^|[^\p{L}])(?:в|с|до|после|к|at|until|till|by|from|after|before)[ \u00a0]$/iu

/** Times of day ("до 18 часов"), years ("в 2027 году") and "на 100 %" look like amounts and are not. */
function isDoubtful(text: string, start: number, number: string, { group }: AmountUnit): boolean {
  const value = Number(number)
  if (group === 'duration hour') return value <= 24 && atClock.test(text.slice(Math.max(0, start - 12), start))
  if (group === 'duration year') return value >= 1900
  return group === 'percent' && value === 100
}

/** The value of an amount; durations of different units compare by seconds or months, working days with themselves only. */
export function amountValue(number: string, unit: AmountUnit): string {
  const scaled = unit.scale === 1 ? number : String(Math.round(Number(number) * unit.scale * 1e6) / 1e6)
  return `${unit.dimension} ${scaled}`
}

function typedAmount(number: string, lower: string | null, unit: AmountUnit, text: string): TypedValue {
  const upper = amountValue(number, unit)
  if (lower === null) return { group: unit.group, values: [upper], text }
  const first = amountValue(lower, unit)
  return { group: unit.group, values: [`${first}–${upper}`, first, upper], text }
}
