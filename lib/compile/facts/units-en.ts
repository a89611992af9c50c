import { factUnitWords } from '../speech/en/units.ts'

/** Abbreviations and signs; the full words stand in speech/en. */
const shorts: ReadonlyMap<string, string> = new Map([
  ['second', 'sec'],
  ['minute', 'min'],
  ['hour', 'h'],
  ['day', 'd'],
  ['businessDay', 'b. d.'],
  ['week', 'wk'],
  ['month', 'mo'],
  ['year', 'yr'],
  ['percent', '%'],
  ['piece', 'pcs'],
  ['kilobyte', 'KB'],
  ['megabyte', 'MB'],
  ['gigabyte', 'GB'],
  ['kilometer', 'km'],
  ['meter', 'm'],
  ['kilogram', 'kg'],
  ['megabitPerSecond', 'Mbit/s'],
  ['RUB', '₽'],
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['CNY', '¥'],
  ['KZT', '₸'],
  ['BYN', 'Br'],
])

/** The unit written out as it stands after `amount`: 3, day → "days". null: the unit has no English forms. */
export function unitWordEn(unit: string, amount: number): string | null {
  return factUnitWords(unit)?.[amount === 1 ? 0 : 1] ?? null
}

/** The abbreviation or sign of a unit ("MB", "₽"). null: the unit is not known. */
export function unitShortEn(unit: string): string | null {
  return shorts.get(unit) ?? null
}
