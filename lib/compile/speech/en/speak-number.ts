import { groupBreakMs } from '../pieces.ts'
import { inFours } from '../ru/digits.ts'
import { readPhone } from '../ru/phones.ts'
import { counted, spellMoney } from './amounts.ts'
import { months } from './moments.ts'
import { spellDecade, spellDecimal, spellDigits, spellFraction, spellNumber, spellOrdinal, spellYear } from './numbers.ts'
import { finish, matchAt, type Scan, say } from './scan.ts'
import { speakMoment } from './speak-moment.ts'
import { currencies, currencyMarks, perUnits, units } from './units.ts'

const alternation = (keys: Iterable<string>) =>
  [...keys]
    .sort((a, b) => b.length - a.length)
    .map(key => key.replace(/[.$*+?/\\]/g, '\\$&'))
    .join('|')
const space = '[ \\u00a0\\u2009\\u202f]'
const dash = `${space}?[–—-]${space}?`
const number = `(\\d{1,3}(?:,\\d{3}(?!\\d))+|\\d{1,3}(?:${space}\\d{3}(?!\\d))+|\\d+)(?:\\.(\\d{1,12})(?!\\d))?`
const quantity = new RegExp(number, 'y')
const rangeTail = new RegExp(`(?:${dash}| to )[$€£₽¥]?${number}(?!\\d|[-–]\\d)`, 'y')
const scale = new RegExp(`${space}?(k|K|M|m(?:ln)?|bn|B|thousand|million|billion|trillion)(?![A-Za-z])`, 'y')
const currency = new RegExp(`${space}?(${alternation(currencyMarks.keys())})(?![a-zа-я])`, 'iy')
const unit = new RegExp(`(${space}?)(${alternation(units.keys())})(?![A-Za-z0-9])`, 'y')
const per = new RegExp(`${space}?/${space}?(${alternation(perUnits.keys())})(?![A-Za-z])`, 'y')
const ordinal = /(\d{1,6})(?:st|nd|rd|th)(?![a-z])/iy
const fraction = /(\d{1,3})\/(\d{1,4})(?![\d/])/y
const decade = /((?:1[5-9]|20)\d0|[2-9]0)['’]?s(?![A-Za-z])/y
/** Parts that are named: halves to tenths, hundredths, and one of any number. */
const isPart = (numerator: number, denominator: number) => numerator === 1 || denominator <= 10 || denominator === 100
const card = /\d{4}(?:[ -]\d{4}){2,4}(?!\d)/y
const version = /\d{1,4}(?:\.\d{1,4}){2,5}(?!\d)/y
/** "100+ partners" */
const orMore = /\d[\d,]{0,14}\+(?= [a-z]{3})/iy
const comparative = new Set(['than', 'over', 'from', 'about'])
const digits = /\d+/y
const compound = /(\d{1,3}(?:,\d{3})+|\d{1,6})-(?=[a-z])/y
/** "Your code is 483920" */
const codeIs = /(?:code|pin|otp|password)(?: is|:) $/i
/** American numbers: 1-800-555-0199, (212) 555-0100. */
const american = /(?:(1)[-. ])?\(?(\d{3})\)?[-. ](\d{3})[-. ](\d{4})(?!\d)/y
const codes = new Set([
  'code',
  'imei',
  'iban',
  'tin',
  'id',
  'pin',
  'password',
  'otp',
  'cvc',
  'cvv',
  'extension',
  'inn',
  'account',
  'call',
  'dial',
  'zip',
  'postcode',
])
/** "No. 123-45/2025": what stands after "number", with hyphens and slashes. */
const numbered = /\d{1,30}(?:[-–/]\d{1,30}){0,6}(?![\d%]|[.,]\d|[ \u00a0]\d{3}(?!\d))/y
const signs: Readonly<Record<string, string>> = { '-': 'dash', '–': 'dash', '/': 'slash' }
const scaleWords: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', mln: 'million', bn: 'billion', b: 'billion' }

/** Anything that starts with a digit, in words. */
export function speakNumber(scan: Scan): void {
  if (speakCode(scan) || speakMoment(scan) || speakSpecial(scan)) return
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
  const local = matchAt(american, scan.text, scan.at)
  if (local !== null && /[-.(]/.test(local[0])) {
    writeGroups(
      scan,
      local.slice(1).filter(group => group !== undefined),
    )
    return finish(scan, american.lastIndex)
  }
  if (speakNumbered(scan)) return true
  const run = matchAt(digits, scan.text, scan.at)
  if (run === null) return false
  // "0.5" and "09:05" are no codes, "0890." at the end of a sentence is one.
  const isJoined = /^[.,:/-]\d/.test(scan.text.slice(digits.lastIndex, digits.lastIndex + 2))
  const leadingZero = run[0].length > 1 && run[0].startsWith('0') && !isJoined
  const isCode =
    run[0].length >= 2 && !isJoined && (codes.has(scan.before) || codeIs.test(scan.text.slice(Math.max(0, scan.at - 24), scan.at)))
  const isLong = run[0].length >= 10 && matchAt(currency, scan.text, digits.lastIndex) === null
  if (!isLong && !leadingZero && !isCode) return false
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
  const tenYears = matchAt(decade, text, at)
  if (tenYears !== null && (tenYears[1]!.length === 4 || scan.before === 'the'))
    return say(scan, spellDecade(Number(tenYears[1])), decade.lastIndex)
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
    const isDate = slash[1]!.startsWith('0') || slash[2]!.startsWith('0')
    const proper = !isDate && numerator > 0 && numerator < denominator && isPart(numerator, denominator)
    const words =
      numerator === 24 && denominator === 7
        ? 'twenty-four seven'
        : numerator === 50 && denominator === 50
          ? 'fifty fifty'
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
  let to = range !== null && !range[1]!.startsWith('0') && !/[a-z]/i.test(scan.text.charAt(scan.at - 1)) ? read(range[1]!, range[2]) : null
  if (to !== null && (to.value <= from.value || to.value >= 1e15 || (range![0].startsWith(' to ') && scan.before !== 'from'))) to = null
  if (to !== null) end = rangeTail.lastIndex
  const size = matchAt(scale, scan.text, end)
  // "4B" is a flat, "2.5m" metres, unless money is meant.
  const isLetter = (size?.[1] === 'm' || size?.[1] === 'B') && mark === null && matchAt(currency, scan.text, scale.lastIndex) === null
  const word = size === null || isLetter ? null : (scaleWords[size[1]!.toLowerCase()] ?? size[1]!)
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
  else {
    say(scan, `${words} ${counted(last.value, last.fraction + (word ?? ''), units.get(found[2]!)!)}`, unit.lastIndex)
    // The full stop of a shortened unit inside a sentence: "12 oz., 5 lb. of tea".
    if (/^[a-z]/i.test(found[2]!) && /^\.(?:[,;:)]|\s[a-z\d(])/.test(scan.text.slice(scan.at, scan.at + 3))) scan.at++
  }
}
