/** English forms of a unit: singular, plural, abbreviation. */
const units: Record<string, readonly [one: string, many: string, short: string]> = {
  second: ['second', 'seconds', 'sec'],
  minute: ['minute', 'minutes', 'min'],
  hour: ['hour', 'hours', 'h'],
  day: ['day', 'days', 'd'],
  businessDay: ['business day', 'business days', 'b. d.'],
  week: ['week', 'weeks', 'wk'],
  month: ['month', 'months', 'mo'],
  year: ['year', 'years', 'yr'],
  percent: ['percent', 'percent', '%'],
  piece: ['piece', 'pieces', 'pcs'],
  kilobyte: ['kilobyte', 'kilobytes', 'KB'],
  megabyte: ['megabyte', 'megabytes', 'MB'],
  gigabyte: ['gigabyte', 'gigabytes', 'GB'],
  kilometer: ['kilometer', 'kilometers', 'km'],
  meter: ['meter', 'meters', 'm'],
  kilogram: ['kilogram', 'kilograms', 'kg'],
  megabitPerSecond: ['megabit per second', 'megabits per second', 'Mbit/s'],
  RUB: ['rouble', 'roubles', '₽'],
  USD: ['dollar', 'dollars', '$'],
  EUR: ['euro', 'euros', '€'],
  GBP: ['pound', 'pounds', '£'],
  CNY: ['yuan', 'yuan', '¥'],
  KZT: ['tenge', 'tenge', '₸'],
  BYN: ['Belarusian rouble', 'Belarusian roubles', 'Br'],
}

const rules = new Intl.PluralRules('en')

/** The unit written out as it stands after `amount`: 3, day → "days". null: the unit has no English forms. */
export function unitWordEn(unit: string, amount: number): string | null {
  const forms = Object.hasOwn(units, unit) ? units[unit] : undefined
  if (!forms) return null
  return rules.select(amount) === 'one' ? forms[0] : forms[1]
}

/** The abbreviation or sign of a unit ("MB", "₽"). null: the unit is not known. */
export function unitShortEn(unit: string): string | null {
  return Object.hasOwn(units, unit) ? (units[unit]?.[2] ?? null) : null
}
