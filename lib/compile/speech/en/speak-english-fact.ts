import type { FactType } from '#lib/document/facts.ts'
import { PieceWriter } from '../piece-writer.ts'
import type { SpeechPiece } from '../pieces.ts'
import { phoneGroups } from '../ru/phones.ts'
import { counted, spellMoney } from './amounts.ts'
import { spellDate, spellTimeRange } from './moments.ts'
import { spellDecimal } from './numbers.ts'
import { writeGroups } from './speak-number.ts'
import { type Counted, factUnitWords } from './units.ts'

const decimal = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/
const range = /^(\d{1,9}(?:\.\d{1,2})?)-(\d{1,9}(?:\.\d{1,2})?)$/
const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/
const times = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/

/** A fact of any type except text and url in English words, or null when the value does not have the shape of its type. */
export function speakEnglishFact(type: FactType, value: string, unit: string | null, short: boolean): SpeechPiece[] | null {
  if (type === 'phone') return speakPhone(value)
  const words = spellFact(type, value, unit, short)
  return words === null ? null : [{ kind: 'text', text: words }]
}

function spellFact(type: FactType, value: string, unit: string | null, short: boolean): string | null {
  if (type === 'date') {
    const match = isoDate.exec(value)
    return match === null ? null : spellDate(Number(match[3]), Number(match[2]), short ? null : Number(match[1]))
  }
  if (type === 'timeRange') {
    const match = times.exec(value)?.map(Number)
    return match === undefined ? null : spellTimeRange([match[1]!, match[2]!], [match[3]!, match[4]!])
  }
  const bounds = range.exec(value)
  if (bounds !== null) return spellRange(type, bounds[1]!, bounds[2]!, unit)
  const match = decimal.exec(value)
  if (match === null) return null
  const words = spellAmount(type, Number(match[2]), (match[3] ?? '').replace(/0+$/, ''), unit)
  return words === null ? null : match[1] === '-' ? `minus ${words}` : words
}

function spellAmount(type: FactType, whole: number, fraction: string, unit: string | null): string | null {
  if (type === 'money') return spellMoney(whole, fraction, unit ?? 'RUB')
  const of = unitOf(type, unit)
  if (of === undefined) return unit === null ? spellDecimal(whole, fraction) : null
  return `${spellDecimal(whole, fraction)} ${counted(whole, fraction, of)}`
}

function unitOf(type: FactType, unit: string | null): Counted | undefined {
  const name = type === 'percent' ? 'percent' : type === 'money' ? (unit ?? 'RUB') : unit
  return name === null ? undefined : factUnitWords(name)
}

/** "one to three business days": this fits after every preposition and verb, "from … to" does not. */
function spellRange(type: FactType, from: string, to: string, unit: string | null): string | null {
  const of = unitOf(type, unit)
  if (of === undefined) return null
  const [left, right] = [from, to].map(bound => {
    const [whole = '', fraction = ''] = bound.split('.')
    return spellDecimal(Number(whole), fraction)
  })
  return `${left} to ${right} ${of[1]}`
}

function speakPhone(value: string): SpeechPiece[] | null {
  if (!/^\+?\d{2,15}$/.test(value)) return null
  const phone = phoneGroups(/^\+780[04]/.test(value) ? `8${value.slice(2)}` : value)
  const out = new PieceWriter()
  if (phone.plus) out.word('plus')
  writeGroups({ text: value, at: 0, out, before: '' }, phone.groups)
  return out.finish().pieces
}
