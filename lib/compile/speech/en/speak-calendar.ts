import { isDate, monthByName, months, shortMonths, spellDate } from './moments.ts'
import { spellNumber, spellYear } from './numbers.ts'
import { matchAt, type Scan } from './scan.ts'

const monthDay = new RegExp(
  `(${months.join('|')}|(?:${shortMonths})\\.?) (\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:[–-](\\d{1,2})(?!\\d))?(?:,? (\\d{4})(?!\\d))?`,
  'y',
)
const days: Readonly<Record<string, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
}
const day = '(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?'
const dayRange = new RegExp(`${day} ?[–—-] ?${day}`, 'y')
/** "Sat" is a day only where a mark, a time or the end follows: "the Sun rises" is none. */
const dayAlone = new RegExp(`${day}(?=[,;:)/]| ?\\d|$)`, 'y')
const quarter = /Q([1-4]) ((?:19|20)\d{2})(?!\d)/y

/** "Jan 5, 2027", "Mon–Fri", "Q3 2026" at a letter. Returns whether it has spoken. */
export function speakCalendar(scan: Scan): boolean {
  return speakMonthDay(scan) || speakDays(scan) || speakQuarter(scan)
}

function speakMonthDay(scan: Scan): boolean {
  const match = matchAt(monthDay, scan.text, scan.at)
  if (match === null) return false
  const month = monthByName(match[1]!)
  const first = Number(match[2])
  const last = match[3] === undefined ? first : Number(match[3])
  if (!isDate(first, month) || !isDate(last, month)) return false
  const year = match[4] === undefined ? null : Number(match[4])
  const spoken =
    match[3] === undefined
      ? spellDate(first, month, year)
      : `${spellDate(first, month, null)} to ${spellDate(last, month, year).slice(months[month - 1]!.length + 1)}`
  return say(scan, spoken, monthDay.lastIndex)
}

function speakDays(scan: Scan): boolean {
  const range = matchAt(dayRange, scan.text, scan.at)
  if (range !== null) return say(scan, `${dayName(range[1]!)} to ${dayName(range[2]!)}`, dayRange.lastIndex)
  const alone = matchAt(dayAlone, scan.text, scan.at)
  return alone !== null && say(scan, dayName(alone[1]!), dayAlone.lastIndex)
}

function dayName(written: string): string {
  return days[written.slice(0, 3)]!
}

function speakQuarter(scan: Scan): boolean {
  const match = matchAt(quarter, scan.text, scan.at)
  return match !== null && say(scan, `Q ${spellNumber(Number(match[1]))} ${spellYear(Number(match[2]))}`, quarter.lastIndex)
}

/** A full stop behind a shortened name ends the sentence where a capital or nothing follows. */
function say(scan: Scan, words: string, end: number): true {
  scan.out.word(words)
  if (scan.text.charAt(end - 1) === '.' && /^(?:\s*$|\s[A-Z])/.test(scan.text.slice(end, end + 3))) scan.out.text('.')
  scan.at = end
  scan.before = '0'
  return true
}
