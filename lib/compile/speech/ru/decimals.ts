import { spellCardinal, whole } from './cardinals.ts'
import { accusative, type Case, countedForm, endsInOne, type Gender, genitive, type Noun, nominative } from './grammar.ts'
import { spellOrdinal } from './ordinals.ts'

/** The digits after the decimal comma, without trailing zeros. */
export function trimFraction(fraction: string): string {
  let end = fraction.length
  while (end > 0 && fraction.charCodeAt(end - 1) === 48) end--
  return fraction.slice(0, end)
}

const halves = ['полтора', 'полутора', 'полутора', 'полтора', 'полутора', 'полутора']

/** Nouns whose half declines as one word: "в течение получаса", "более полумиллиона". */
const gluedHalves = new Set(['часа', 'года', 'минуты', 'секунды', 'миллиона', 'миллиарда'])

/**
 * Half of something: "полпроцента", "полгода", in other cases "половины процента", "полугода"; null when the number is no half or the noun
 * is two words ("половина рабочего дня" has no short form, but is said so too).
 */
export function spellHalf(value: number, fraction: string, of: Noun, inCase: Case): string | null {
  if (value !== 0 || trimFraction(fraction) !== '5') return null
  const counted = of.one[genitive]!
  const isDirect = inCase === nominative || inCase === accusative
  if (counted.includes(' ') || counted === of.one[nominative]) return `${half[inCase]} ${counted}`
  if (isDirect) return `пол${/^[лаеёиоуыэюя]/.test(counted) ? '-' : ''}${counted}`
  return gluedHalves.has(counted) && inCase === genitive ? `полу${counted}` : `${half[inCase]} ${counted}`
}

/** The lower end of a range: "от половины до одного процента". */
export function spellBound(value: number, fraction: string, inCase: Case, gender: Gender): string {
  return value === 0 && trimFraction(fraction) === '5' ? half[inCase]! : spellDecimal(value, fraction, inCase, gender)
}

/** A decimal with its noun in words: "полтора процента", "полпроцента", "две целых три десятых миллиарда". */
export function spellCounted(value: number, fraction: string, of: Noun, inCase: Case): string {
  return (
    spellHalf(value, fraction, of, inCase) ??
    `${spellDecimal(value, fraction, inCase, of.gender)} ${decimalForm(value, fraction, of, inCase)}`
  )
}

/**
 * A decimal number in words: 1,5 → "полтора", 2,5 → "два с половиной", 0,01 → "ноль целых одна сотая".
 * At most six digits are read as a fraction; longer tails are read digit by digit by the caller.
 */
export function spellDecimal(value: number, fraction: string, inCase: Case, gender: Gender): string {
  const digits = trimFraction(fraction)
  if (digits === '') return spellCardinal(value, inCase, gender)
  if (digits === '5' && value === 1) return (inCase === nominative || inCase === accusative) && gender === 'f' ? 'полторы' : halves[inCase]!
  if (speaksHalf(value, digits)) return `${spellCardinal(value, inCase, gender)} с половиной`
  const head = `${spellCardinal(value, inCase, 'f')} ${wholeForm(value, inCase)}`
  return `${head} ${spellFraction(Number(digits), 10 ** digits.length, inCase)}`
}

/** The form of the noun after a decimal: with "с половиной" it follows the whole number, otherwise it is the genitive singular. */
export function decimalForm(value: number, fraction: string, of: Noun, inCase: Case): string {
  const digits = trimFraction(fraction)
  if (digits === '') return countedForm(value, of, inCase)
  if (digits === '5' && value === 1) return inCase === nominative || inCase === accusative ? of.one[genitive]! : of.many[inCase]!
  if (speaksHalf(value, digits)) return countedForm(value, of, inCase)
  return of.one[genitive]!
}

/** "Two and a half" is natural for small numbers that do not end in "один" (двадцать один с половиной процент jars). */
function speaksHalf(value: number, digits: string): boolean {
  return digits === '5' && value >= 2 && value < 1000 && !endsInOne(value)
}

function wholeForm(value: number, inCase: Case): string {
  if (endsInOne(value)) return whole.one[inCase]!
  return inCase === nominative || inCase === accusative ? 'целых' : ['целые', 'целых', 'целым', 'целые', 'целыми', 'целых'][inCase]!
}

/** A common fraction: "одна треть", "две пятых"; quarters and thirds have names of their own. */
export function spellFraction(numerator: number, denominator: number, inCase: Case): string {
  if (numerator === 1 && denominator === 2) return half[inCase]!
  const one = endsInOne(numerator)
  const count = spellCardinal(numerator, inCase, 'f')
  const named = denominator === 3 ? thirdPart : denominator === 4 ? quarter : null
  if (named !== null) return `${count} ${countedForm(numerator, named, inCase)}`
  if (one) return `${count} ${spellOrdinal(denominator, inCase, 'f')}`
  const direct = inCase === nominative || inCase === accusative
  return `${count} ${spellOrdinal(denominator, direct ? genitive : inCase, 'p')}`
}

const half = ['половина', 'половины', 'половине', 'половину', 'половиной', 'половине']
const thirdPart: Noun = {
  gender: 'f',
  one: ['треть', 'трети', 'трети', 'треть', 'третью', 'трети'],
  many: ['трети', 'третей', 'третям', 'трети', 'третями', 'третях'],
}
const quarter: Noun = {
  gender: 'f',
  one: ['четверть', 'четверти', 'четверти', 'четверть', 'четвертью', 'четверти'],
  many: ['четверти', 'четвертей', 'четвертям', 'четверти', 'четвертями', 'четвертях'],
}
