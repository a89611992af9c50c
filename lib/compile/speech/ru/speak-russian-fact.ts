import type { FactType } from '#lib/document/facts.ts'
import type { SpeechCase } from '#lib/document/types.ts'
import { PieceWriter } from '../piece-writer.ts'
import type { SpeechPiece } from '../pieces.ts'
import { spellDate } from './dates.ts'
import { decimalForm, spellBound, spellCounted, spellDecimal } from './decimals.ts'
import { spellDigits, spellGroup, writeGroups } from './digits.ts'
import { factUnitNoun } from './fact-units.ts'
import { accusative, type Case, caseIndex, genitive, type Noun, nominative } from './grammar.ts'
import { currencies, spellMoney } from './money.ts'
import { phoneGroups } from './phones.ts'
import { joinRange } from './speak-quantity.ts'
import { isTime, spellTimeRange } from './times.ts'

const decimal = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/
const range = /^(\d{1,9}(?:\.\d{1,2})?)-(\d{1,9}(?:\.\d{1,2})?)$/
const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/
const times = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/

/** A fact of any type except text and url in Russian words, or null when the value does not have the shape of its type. */
export function speakRussianFact(
  type: FactType,
  value: string,
  unit: string | null,
  asked: SpeechCase | undefined,
  short: boolean,
): SpeechPiece[] | null {
  const inCase = caseIndex(asked)
  if (type === 'phone') return speakPhone(value)
  const words = spellFact(type, value, unit, inCase, short)
  return words === null ? null : [{ kind: 'text', text: words }]
}

function spellFact(type: FactType, value: string, unit: string | null, inCase: Case, short: boolean): string | null {
  if (type === 'date') {
    const match = isoDate.exec(value)
    return match === null ? null : spellDate(Number(match[3]), Number(match[2]), short ? null : Number(match[1]), inCase)
  }
  if (type === 'timeRange') return spellTimes(value)
  const bounds = range.exec(value)
  if (bounds !== null) return spellRange(type, bounds[1]!, bounds[2]!, unit, inCase, short)
  const match = decimal.exec(value)
  if (match === null) return null
  const words = spellAmount(type, Number(match[2]), match[3] ?? '', unit, inCase)
  return words === null ? null : match[1] === '-' ? `минус ${words}` : words
}

function spellAmount(type: FactType, whole: number, fraction: string, unit: string | null, inCase: Case): string | null {
  if (type === 'money') {
    const currency = currencies.get(unit ?? 'RUB')
    return currency === undefined ? null : spellMoney(whole, fraction, currency, inCase)
  }
  const noun = unitNoun(type, unit)
  if (noun === undefined) return unit === null ? spellDecimal(whole, fraction, inCase, 'm') : null
  return spellCounted(whole, fraction, noun, inCase)
}

function unitNoun(type: FactType, unit: string | null): Noun | undefined {
  const name = type === 'percent' ? 'percent' : type === 'money' ? (unit ?? 'RUB') : unit
  return name === null ? undefined : factUnitNoun(name)
}

/** "от одного до трёх рабочих дней"; in another case, or short, "одного-трёх рабочих дней". */
function spellRange(type: FactType, from: string, to: string, unit: string | null, inCase: Case, short: boolean): string | null {
  const noun = unitNoun(type, unit)
  if (noun === undefined) return null
  const between = inCase === nominative && !short
  const spoken = between ? genitive : inCase === nominative ? accusative : inCase
  const [left, right] = [from, to].map(bound => {
    const [whole = '', fraction = ''] = bound.split('.')
    return { whole: Number(whole), fraction, words: spellBound(Number(whole), fraction, spoken, noun.gender) }
  })
  const counted = decimalForm(right!.whole, right!.fraction, noun, spoken)
  return `${between ? `от ${left!.words} до ${right!.words}` : joinRange(left!.words, right!.words)} ${counted}`
}

function spellTimes(value: string): string | null {
  const match = times.exec(value)
  if (match === null) return null
  const [, fromHour, fromMinute, toHour, toMinute] = match.map(Number)
  if (!isTime(fromHour!, fromMinute!) || !isTime(toHour!, toMinute!)) return null
  return spellTimeRange([fromHour!, fromMinute!], [toHour!, toMinute!])
}

/** "+78005553535" is dialled and therefore said as 8 800…; short numbers with a leading zero are said digit by digit. */
function speakPhone(value: string): SpeechPiece[] | null {
  if (!/^\+?\d{2,15}$/.test(value)) return null
  const phone = phoneGroups(/^\+780[04]/.test(value) ? `8${value.slice(2)}` : value)
  const out = new PieceWriter()
  if (phone.plus) out.word('плюс')
  if (phone.groups.length === 1 && value.startsWith('0')) out.word(spellDigits(value))
  else writeGroups(out, phone.groups, spellGroup)
  return out.finish().pieces
}
