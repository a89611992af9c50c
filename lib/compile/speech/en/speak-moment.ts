import { isDate, monthByName, months, shortMonths, spellClock, spellDate, spellTime, spellTimeRange } from './moments.ts'
import { spellNumber, spellYear } from './numbers.ts'
import { matchAt, type Scan, say } from './scan.ts'

const space = '[ \\u00a0\\u2009\\u202f]'
const dash = `${space}?[–—-]${space}?`
const monthNames = months.join('|')
const dmy = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/y
const iso = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const dayFirst = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th)?${space}(?:of${space})?(${monthNames}|(?:${shortMonths})(?![a-z])\\.?(?=[ ,;.)–-]|$))(?:,?${space}(\\d{4})(?!\\d))?`,
  'y',
)
const clock = new RegExp(`(\\d{1,2}):(\\d{2})(?!\\d)(?:${space}?([ap])\\.?m(?![a-z])(\\.?))?`, 'iy')
const hourOnly = new RegExp(`(\\d{1,2})${space}?([ap])\\.?m(?![a-z])(\\.?)`, 'iy')
const dashAt = new RegExp(dash, 'y')
const toAt = / to /y
const slashDate = /(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/y

/** Dates and times at a digit. Returns whether it has spoken. */
export function speakMoment(scan: Scan): boolean {
  return speakDate(scan) || speakSlashDate(scan) || speakClock(scan)
}

function speakDate(scan: Scan): boolean {
  const match = matchAt(dmy, scan.text, scan.at)
  if (match !== null && isDate(Number(match[1]), Number(match[2])))
    return say(scan, spellDate(Number(match[1]), Number(match[2]), Number(match[3])), dmy.lastIndex)
  const isoMatch = matchAt(iso, scan.text, scan.at)
  if (isoMatch !== null && isDate(Number(isoMatch[3]), Number(isoMatch[2]))) {
    return say(scan, spellDate(Number(isoMatch[3]), Number(isoMatch[2]), Number(isoMatch[1])), iso.lastIndex)
  }
  const named = matchAt(dayFirst, scan.text, scan.at)
  if (named === null || Number(named[1]) > 31 || Number(named[1]) === 0) return false
  return say(
    scan,
    spellDate(Number(named[1]), monthByName(named[2]!), named[3] === undefined ? null : Number(named[3])),
    dayFirst.lastIndex,
  )
}

/** "11/22/2026": a date where only one order is possible, else number by number. */
function speakSlashDate(scan: Scan): boolean {
  const match = matchAt(slashDate, scan.text, scan.at)
  if (match === null) return false
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const isAmerican = second > 12 && isDate(second, first)
  if (isAmerican || (first > 12 && isDate(first, second)))
    return say(scan, isAmerican ? spellDate(second, first, year) : spellDate(first, second, year), slashDate.lastIndex)
  return say(scan, `${spellNumber(first)} slash ${spellNumber(second)} slash ${spellYear(year)}`, slashDate.lastIndex)
}

interface Moment {
  hours: number
  minutes: number
  half: string | null
  end: number
  stop: boolean
}

function readClock(scan: Scan, at: number): Moment | null {
  const match = matchAt(clock, scan.text, at)
  const hour = match === null ? matchAt(hourOnly, scan.text, at) : null
  const found = match ?? hour
  if (found === null) return null
  const minutes = match === null ? 0 : Number(match[2])
  const half = (match === null ? hour![2] : match[3])?.toLowerCase() ?? null
  const stop = (match === null ? hour![3] : match[4]) === '.'
  const hours = Number(found[1])
  return hours > 24 || minutes > 59 ? null : { hours, minutes, half, end: at + found[0].length, stop }
}

function speakClock(scan: Scan): boolean {
  const from = readClock(scan, scan.at)
  if (from === null) return false
  const joint =
    matchAt(dashAt, scan.text, from.end) !== null ? dashAt.lastIndex : matchAt(toAt, scan.text, from.end) !== null ? toAt.lastIndex : -1
  const to = joint < 0 ? null : readClock(scan, joint)
  if (to === null) return say(scan, spellMoment(from), from.end)
  const spoken =
    from.half === null && to.half === null
      ? spellTimeRange([from.hours, from.minutes], [to.hours, to.minutes])
      : `from ${spellMoment(from)} to ${spellMoment(to)}`
  return say(scan, scan.before === 'from' && spoken.startsWith('from ') ? spoken.slice(5) : spoken, to.end)
}

function spellMoment({ hours, minutes, half }: Moment): string {
  return half === null ? spellTime(hours, minutes) : `${spellClock(hours, minutes)} ${half}.m.`
}
