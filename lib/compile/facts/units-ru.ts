import type { SpeechCase } from '#lib/document/types.ts'
import { factUnitNoun } from '../speech/ru/fact-units.ts'
import { caseIndex, countedForm, genitive } from '../speech/ru/grammar.ts'

/** Abbreviations and signs: duration units, number units, ISO 4217 codes, `percent`. The full words stand in speech/ru. */
const shorts: ReadonlyMap<string, string> = new Map([
  ['second', 'сек.'],
  ['minute', 'мин.'],
  ['hour', 'ч.'],
  ['day', 'дн.'],
  ['businessDay', 'раб. дн.'],
  ['week', 'нед.'],
  ['month', 'мес.'],
  ['percent', '%'],
  ['piece', 'шт.'],
  ['kilobyte', 'КБ'],
  ['megabyte', 'МБ'],
  ['gigabyte', 'ГБ'],
  ['kilometer', 'км'],
  ['meter', 'м'],
  ['kilogram', 'кг'],
  ['megabitPerSecond', 'Мбит/с'],
  ['RUB', '₽'],
  ['USD', '$'],
  ['EUR', '€'],
  ['CNY', '¥'],
  ['KZT', '₸'],
  ['BYN', 'Br'],
])

const rules = new Intl.PluralRules('ru')

/** The unit written out as it stands after `amount` in that case: 3, day, genitive → "дней". null: the unit has no Russian forms. */
export function unitWordRu(unit: string, amount: number, speechCase: SpeechCase = 'nominative'): string | null {
  const noun = factUnitNoun(unit)
  if (noun === undefined) return null
  return Number.isInteger(amount) ? countedForm(Math.abs(amount), noun, caseIndex(speechCase)) : noun.one[genitive]!
}

/** The abbreviation of a unit ("дн.", "МБ"), for years by amount ("г.", "лет"). null: the unit is not known. */
export function unitShortRu(unit: string, amount: number): string | null {
  if (unit === 'year') return Number.isInteger(amount) && rules.select(amount) === 'many' ? 'лет' : 'г.'
  return shorts.get(unit) ?? null
}
