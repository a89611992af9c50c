import type { PieceWriter } from '../piece-writer.ts'
import { groupBreakMs } from '../pieces.ts'
import { inFours } from '../ru/digits.ts'
import { readPhone } from '../ru/phones.ts'
import { counted, spellMoney } from './amounts.ts'
import { isDate, months, spellClock, spellDate, spellTime, spellTimeRange } from './moments.ts'
import { spellDecimal, spellDigits, spellFraction, spellNumber, spellOrdinal, spellYear } from './numbers.ts'
import { currencies, currencyMarks, perUnits, units } from './units.ts'

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

const alternation = (keys: Iterable<string>) =>
  [...keys]
    .sort((a, b) => b.length - a.length)
    .map(key => key.replace(/[.$*+?/\\]/g, '\\$&'))
    .join('|')
const monthNames = months.join('|')
const space = '[ \\u00a0\\u2009\\u202f]'
const dash = `${space}?[–—-]${space}?`
const number = `(\\d{1,3}(?:,\\d{3}(?!\\d))+|\\d{1,3}(?:${space}\\d{3}(?!\\d))+|\\d+)(?:\\.(\\d{1,12})(?!\\d))?`
const quantity = new RegExp(number, 'y')
const rangeTail = new RegExp(`(?:${dash}| to )[$€£₽¥]?${number}(?!\\d|[-–]\\d)`, 'y')
const scale = new RegExp(`${space}?(k|K|M|m(?:ln)?|bn|B|thousand|million|billion|trillion)(?![A-Za-z])`, 'y')
const currency = new RegExp(`${space}?(${alternation(currencyMarks.keys())})(?![a-zа-я])`, 'iy')
const unit = new RegExp(`(${space}?)(${alternation(units.keys())})(?![A-Za-z0-9])`, 'y')
const per = new RegExp(`${space}?/${space}?(${alternation(perUnits.keys())})(?![A-Za-z])`, 'y')
const dmy = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/y
const iso = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const dayFirst = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?${space}(?:of${space})?(${monthNames})(?:,?${space}(\\d{4})(?!\\d))?`, 'y')
const clock = new RegExp(`(\\d{1,2}):(\\d{2})(?!\\d)(?:${space}?([ap])\\.?m(?![a-z])(\\.?))?`, 'iy')
const hourOnly = new RegExp(`(\\d{1,2})${space}?([ap])\\.?m(?![a-z])(\\.?)`, 'iy')
const dashAt = new RegExp(dash, 'y')
const toAt = / to /y
const ordinal = /(\d{1,6})(?:st|nd|rd|th)(?![a-z])/iy
const fraction = /(\d{1,3})\/(\d{1,4})(?![\d/])/y
const card = /\d{4}(?:[ -]\d{4}){2,4}(?!\d)/y
const version = /\d{1,4}(?:\.\d{1,4}){2,5}(?!\d)/y
/** "100+ partners" */
const orMore = /\d[\d,]{0,14}\+(?= [a-z]{3})/iy
const comparative = new Set(['than', 'over', 'from', 'about'])
const digits = /\d+/y
const compound = /(\d{1,3}(?:,\d{3})+|\d{1,6})-(?=[a-z])/y
const codes = new Set(['code', 'pin', 'password', 'otp', 'cvc', 'cvv', 'extension', 'inn', 'account', 'call', 'dial', 'zip', 'postcode'])
/** "No. 123-45/2025": what stands after "number", with hyphens and slashes. */
const numbered = /\d{1,30}(?:[-–/]\d{1,30}){0,6}(?![\d%]|[.,]\d|[ \u00a0]\d{3}(?!\d))/y
const signs: Readonly<Record<string, string>> = { '-': 'dash', '–': 'dash', '/': 'slash' }
const scaleWords: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', mln: 'million', bn: 'billion', b: 'billion' }

/** Anything that starts with a digit, in words. */
export function speakNumber(scan: Scan): void {
  if (speakCode(scan) || speakDate(scan) || speakClock(scan) || speakSpecial(scan)) return
  speakQuantity(scan, null)
}

export function writeGroups(scan: Scan, groups: readonly string[]): void {
  groups.forEach((group, index) => {
    if (index > 0) scan.out.break(groupBreakMs)
    scan.out.word(spellDigits(group))
  })
}

/** Phones, cards and digit strings. Returns whether it has spoken. */
export function speakCode(scan: Scan): boolean {
  const cards = matchAt(card, scan.text, scan.at)
  if (cards !== null) {
    writeGroups(scan, cards[0].split(/\D/))
    return finish(scan, card.lastIndex)
  }
  const phone = readPhone(scan.text, scan.at)
  if (phone !== null) {
    if (phone.plus) scan.out.word('plus')
    writeGroups(scan, phone.groups)
    return finish(scan, phone.end)
  }
  if (speakNumbered(scan)) return true
  const run = matchAt(digits, scan.text, scan.at)
  if (run === null) return false
  const next = scan.text.charAt(digits.lastIndex)
  const leadingZero = run[0].length > 1 && run[0].startsWith('0') && !':./-'.includes(next || 'x')
  if (run[0].length <= 15 && !leadingZero && !(codes.has(scan.before) && run[0].length >= 2 && next !== '.')) return false
  writeGroups(scan, inFours(run[0]))
  return finish(scan, digits.lastIndex)
}

/** "contract No. 123-45/2025" → "number one two three dash four five slash twenty twenty-five". Returns whether it has spoken. */
function speakNumbered(scan: Scan): boolean {
  if (scan.before !== 'number') return false
  const match = matchAt(numbered, scan.text, scan.at)
  if (match === null) return false
  const parts = match[0].split(/([-–/])/)
  if (parts.length === 1 && match[0].length < 5) return false
  for (const part of parts) {
    const sign = signs[part]
    if (sign !== undefined) scan.out.word(sign)
    else if (part.length === 4 && /^(?:19|20)/.test(part)) scan.out.word(spellYear(Number(part)))
    else writeGroups(scan, inFours(part))
  }
  return finish(scan, numbered.lastIndex)
}

function speakDate(scan: Scan): boolean {
  const match = matchAt(dmy, scan.text, scan.at)
  if (match !== null && isDate(Number(match[1]), Number(match[2])))
    return say(scan, spellDate(Number(match[1]), Number(match[2]), Number(match[3])), dmy.lastIndex)
  const isoMatch = matchAt(iso, scan.text, scan.at)
  if (isoMatch !== null && isDate(Number(isoMatch[3]), Number(isoMatch[2]))) {
    return say(scan, spellDate(Number(isoMatch[3]), Number(isoMatch[2]), Number(isoMatch[1])), iso.lastIndex)
  }
  const named = matchAt(dayFirst, scan.text, scan.at)
  if (named === null || Number(named[1]) > 31 || Number(named[1]) === 0) return false
  return say(
    scan,
    spellDate(Number(named[1]), months.indexOf(named[2]!) + 1, named[3] === undefined ? null : Number(named[3])),
    dayFirst.lastIndex,
  )
}

interface Moment {
  hours: number
  minutes: number
  half: string | null
  end: number
  stop: boolean
}

function readClock(scan: Scan, at: number): Moment | null {
  const match = matchAt(clock, scan.text, at)
  const hour = match === null ? matchAt(hourOnly, scan.text, at) : null
  const found = match ?? hour
  if (found === null) return null
  const minutes = match === null ? 0 : Number(match[2])
  const half = (match === null ? hour![2] : match[3])?.toLowerCase() ?? null
  const stop = (match === null ? hour![3] : match[4]) === '.'
  const hours = Number(found[1])
  return hours > 24 || minutes > 59 ? null : { hours, minutes, half, end: at + found[0].length, stop }
}

function speakClock(scan: Scan): boolean {
  const from = readClock(scan, scan.at)
  if (from === null) return false
  const joint =
    matchAt(dashAt, scan.text, from.end) !== null ? dashAt.lastIndex : matchAt(toAt, scan.text, from.end) !== null ? toAt.lastIndex : -1
  const to = joint < 0 ? null : readClock(scan, joint)
  if (to === null) return say(scan, spellMoment(from), from.end)
  const spoken =
    from.half === null && to.half === null
      ? spellTimeRange([from.hours, from.minutes], [to.hours, to.minutes])
      : `from ${spellMoment(from)} to ${spellMoment(to)}`
  return say(scan, scan.before === 'from' && spoken.startsWith('from ') ? spoken.slice(5) : spoken, to.end)
}

function spellMoment({ hours, minutes, half }: Moment): string {
  return half === null ? spellTime(hours, minutes) : `${spellClock(hours, minutes)} ${half}.m.`
}

function speakSpecial(scan: Scan): boolean {
  const { text, at } = scan
  const dotted = matchAt(version, text, at)
  if (dotted !== null)
    return say(
      scan,
      dotted[0]
        .split('.')
        .map(part => spellNumber(Number(part)))
        .join(' point '),
      version.lastIndex,
    )
  const more = matchAt(orMore, text, at)
  if (more !== null) {
    if (!comparative.has(scan.before)) scan.out.word('more than')
    speakQuantity(scan, null)
    if (text.charAt(scan.at) === '+') scan.at++
    return true
  }
  const nth = matchAt(ordinal, text, at)
  if (nth !== null) return say(scan, spellOrdinal(Number(nth[1])), ordinal.lastIndex)
  const slash = matchAt(fraction, text, at)
  if (slash !== null) {
    const [numerator, denominator] = [Number(slash[1]), Number(slash[2])]
    const proper = numerator > 0 && numerator < denominator && denominator <= 100
    const words =
      numerator === 24 && denominator === 7
        ? 'twenty-four seven'
        : proper
          ? spellFraction(numerator, denominator)
          : `${spellNumber(numerator)} slash ${spellNumber(denominator)}`
    return say(scan, words, fraction.lastIndex)
  }
  const glued = matchAt(compound, text, at)
  if (glued !== null) return say(scan, `${spellNumber(Number(glued[1]!.replaceAll(',', ''))).replaceAll(' ', '-')}-`, compound.lastIndex)
  const run = matchAt(digits, text, at)![0]
  const year = Number(run)
  const isYear =
    run.length === 4 &&
    year >= 1900 &&
    year <= 2099 &&
    (yearWords.has(scan.before) || months.some(month => month.toLowerCase() === scan.before))
  return isYear && !/^[ \u00a0]?(?:[%₽$€]|[,.]\d)/.test(text.slice(at + 4, at + 7)) && say(scan, spellYear(year), at + 4)
}
const yearWords = new Set(['in', 'since', 'year', 'during', 'of', 'until', 'by'])

interface Read {
  value: number
  fraction: string
}
const read = (whole: string, tail: string | undefined): Read => ({ value: Number(whole.replace(/\D/g, '')), fraction: tail ?? '' })

/** A quantity, a price or a range of them; `mark` is a currency sign that stood before the number. */
export function speakQuantity(scan: Scan, mark: string | null): void {
  const match = matchAt(quantity, scan.text, scan.at)!
  let end = quantity.lastIndex
  const from = read(match[1]!, match[2])
  const range = matchAt(rangeTail, scan.text, end)
  let to = range !== null && !range[1]!.startsWith('0') ? read(range[1]!, range[2]) : null
  if (to !== null && (to.value <= from.value || to.value >= 1e15 || (range![0].startsWith(' to ') && scan.before !== 'from'))) to = null
  if (to !== null) end = rangeTail.lastIndex
  const size = matchAt(scale, scan.text, end)
  const word = size === null || (size[1] === 'm' && mark === null) ? null : (scaleWords[size[1]!.toLowerCase()] ?? size[1]!)
  if (word !== null) end = scale.lastIndex
  const last = to ?? from
  const head = to === null ? '' : `${spellDecimal(from.value, from.fraction)} ${scan.before === 'between' ? 'and' : 'to'} `
  const money = mark ?? matchAt(currency, scan.text, end)?.[1]?.toLowerCase() ?? null
  if (money !== null) {
    const code = currencyMarks.get(money)!
    const words =
      word === null
        ? spellMoney(last.value, last.fraction, code)!
        : `${spellDecimal(last.value, last.fraction)} ${word} ${currencies.get(code)!.whole[1]}`
    say(scan, head + words, mark === null ? currency.lastIndex : end)
  } else speakUnit(scan, head, last, word, end)
  const each = matchAt(per, scan.text, scan.at)
  if (each !== null) say(scan, `per ${perUnits.get(each[1]!)}`, per.lastIndex)
}

function speakUnit(scan: Scan, head: string, last: Read, word: string | null, end: number): void {
  const found = matchAt(unit, scan.text, end)
  const words = head + spellDecimal(last.value, last.fraction) + (word === null ? '' : ` ${word}`)
  if (found === null) say(scan, words, end)
  else say(scan, `${words} ${counted(last.value, last.fraction + (word ?? ''), units.get(found[2]!)!)}`, unit.lastIndex)
}

function say(scan: Scan, words: string, end: number): true {
  scan.out.word(words)
  // A text that ends "6 p.m." has one full stop, not two.
  return finish(scan, words.endsWith('.') && scan.text.charAt(end) === '.' ? end + 1 : end)
}

function finish(scan: Scan, end: number): true {
  scan.at = end
  scan.before = '0'
  return true
}
