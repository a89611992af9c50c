import { spellDigits, spellNumber, spellOrdinal, spellYear } from './numbers.ts'

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
/** Months as they are shortened; "May" is never. */
export const shortMonths = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'

/** The number of a month, 1 to 12, by its name or what it is shortened to. */
export function monthByName(name: string): number {
  return months.findIndex(month => month.startsWith(name.slice(0, 3))) + 1
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isDate(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1]!
}

/** "December thirty-first, twenty twenty-five". */
export function spellDate(day: number, month: number, year: number | null): string {
  const head = `${months[month - 1]} ${spellOrdinal(day)}`
  return year === null ? head : `${head}, ${spellYear(year)}`
}

/** Twelve-hour clock: "nine a.m.", "six thirty p.m.", "noon", "midnight". */
export function spellTime(hours: number, minutes: number): string {
  if (minutes === 0 && hours % 24 === 0) return 'midnight'
  if (minutes === 0 && hours === 12) return 'noon'
  const half = hours % 24 < 12 ? 'a.m.' : 'p.m.'
  return `${spellClock(hours, minutes)} ${half}`
}

/** The clock without a.m. or p.m., for a text that says it itself. */
export function spellClock(hours: number, minutes: number): string {
  const head = spellNumber(hours % 12 === 0 ? 12 : hours % 12)
  return minutes === 0 ? head : `${head} ${minutes < 10 ? `oh ${spellDigits(String(minutes))}` : spellNumber(minutes)}`
}

/** "from nine a.m. to six p.m."; 00:00–24:00 is "around the clock". */
export function spellTimeRange(from: readonly [number, number], to: readonly [number, number]): string {
  if (from[0] === 0 && from[1] === 0 && to[0] === 24 && to[1] === 0) return 'around the clock'
  return `from ${spellTime(from[0], from[1])} to ${spellTime(to[0], to[1])}`
}
