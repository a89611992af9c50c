import { type Case, genitive } from './grammar.ts'
import { year as yearNoun } from './nouns.ts'
import { spellOrdinal } from './ordinals.ts'

/** Months in the genitive, as they stand in a date. */
export const monthsOfDate = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether day and month exist in a calendar. */
export function isDate(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLengths[month - 1]!
}

/** "две тысячи двадцать пятого года": the year of a date stands in the genitive. */
export function spellYear(year: number, inCase: Case = genitive): string {
  return `${spellOrdinal(year, inCase)} ${yearNoun.one[inCase]}`
}

/** "тридцать первое декабря две тысячи двадцать пятого года"; only the day declines. */
export function spellDate(day: number, month: number, year: number | null, inCase: Case): string {
  const head = `${spellOrdinal(day, inCase, 'n')} ${monthsOfDate[month - 1]}`
  return year === null ? head : `${head} ${spellYear(year)}`
}

/** A two-figure year of a date is read as one of this century. */
export function fullYear(written: string): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written)
}
