import { fullYear, isDate, monthsOfDate, spellDate, spellYear } from './dates.ts'
import { dateCase, placeCase } from './government.ts'
import { accusative, type Case, dative, genitive, instrumental, nominative, prepositional } from './grammar.ts'
import { spellOrdinal } from './ordinals.ts'
import { askedCase, matchAt, passFullStop, rememberNumber, type Scan } from './scan.ts'
import { isTime, spellTime, spellTimeRange } from './times.ts'

const gap = '[ \\u00a0\\u202f]'
const dash = `${gap}?[–—-]${gap}?`
const yearTail = `(?:${gap}?(?:года|г)(?![а-яё])\\.?)?`
const month = `(${monthsOfDate.join('|')}|(?:янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)\\.?)(?![а-яё])`
const numeric = new RegExp(`(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})(?!\\d)${yearTail}`, 'iy')
const iso = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const named = new RegExp(`(\\d{1,2})(?:(${dash}| по | до |,? и )(\\d{1,2}))?${gap}${month}(?:${gap}(\\d{4})(?!\\d)${yearTail})?`, 'iy')
const dayMonth = new RegExp(`(\\d{2})\\.(\\d{2})(?![\\d.,]\\d|\\d)(?!${gap}?(?:%|₽|руб|р\\.|[$€]))`, 'y')
const yearAlone = new RegExp(
  `((?:1[89]|20|21)\\d{2})(?:(${dash}| и | по )((?:1[89]|20|21)\\d{2}))?${gap}?(гг?(?![а-яё])\\.?|год[а-яё]{0,3}(?![а-яё]))`,
  'iy',
)
const dateDash = new RegExp(dash, 'y')
const time = /(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)/y
const dottedTimes = new RegExp(`(\\d{1,2})\\.(\\d{2})(?:${dash}| до )(\\d{1,2})\\.(\\d{2})(?![\\d%]|[.,]\\d)`, 'y')
const dottedTime =
  /(\d{1,2})\.([0-5][05])(?![\d%]|[.,]\d)(?![ \u00a0]?(?:[%₽$€°]|[а-яёa-z]{1,12}(?![а-яё])(?<=руб|раза?|млн|тыс|ГБ|процентов|процента|рублей|рубля)))/iy
/** After these words "18.30" is a time; after all but "в" only full and half hours are, because "до 5.15" may be a number. */
const beforeDottedTime = new Set(['в', 'до', 'с', 'к', 'после', 'позже', 'позднее', 'раньше', 'ранее'])
const beforeDayMonth = new Set(['с', 'со', 'до', 'по', 'к', 'от', 'после', 'на', 'за', 'ранее', 'позднее'])
const untilTime = / до \d/y

/** Dates, years and times at a digit. Returns whether it has spoken. */
export function speakMoment(scan: Scan): boolean {
  return speakNumericDate(scan) || speakNamedDate(scan) || speakTime(scan) || speakYear(scan) || speakYearOfMonth(scan)
}

interface CalendarDate {
  day: number
  month: number
  year: number | null
  end: number
}

function readNumericDate(scan: Scan, at: number): CalendarDate | null {
  const match = matchAt(numeric, scan.text, at)
  const reversed = match === null ? matchAt(iso, scan.text, at) : null
  const date =
    match !== null
      ? { day: Number(match[1]), month: Number(match[2]), year: fullYear(match[3]!), end: numeric.lastIndex }
      : reversed !== null
        ? { day: Number(reversed[3]), month: Number(reversed[2]), year: Number(reversed[1]), end: iso.lastIndex }
        : null
  return date !== null && isDate(date.day, date.month) ? date : null
}

function speakNumericDate(scan: Scan): boolean {
  const date = readNumericDate(scan, scan.at) ?? readDayMonth(scan)
  if (date === null) return false
  const joint = matchAt(dateDash, scan.text, date.end)
  const until = joint === null ? null : readNumericDate(scan, dateDash.lastIndex)
  if (until !== null) {
    if (scan.before !== 'с') scan.out.word('с')
    scan.out.word(`${spellDate(date.day, date.month, date.year, genitive)} по ${spellDate(until.day, until.month, until.year, accusative)}`)
    return finish(scan, until.end, genitive)
  }
  const inCase = caseOfDate(scan, date.end)
  scan.out.word(spellDate(date.day, date.month, date.year, inCase))
  return finish(scan, date.end, inCase)
}

function readDayMonth(scan: Scan): CalendarDate | null {
  if (!beforeDayMonth.has(scan.before)) return null
  const match = matchAt(dayMonth, scan.text, scan.at)
  if (match === null || !isDate(Number(match[1]), Number(match[2]))) return null
  return { day: Number(match[1]), month: Number(match[2]), year: null, end: dayMonth.lastIndex }
}

function speakNamedDate(scan: Scan): boolean {
  const match = matchAt(named, scan.text, scan.at)
  if (match === null) return false
  const { lastIndex } = named
  const last = Number(match[3] ?? match[1])
  const monthNumber = monthsOfDate.findIndex(name => name.startsWith(match[4]!.toLowerCase().slice(0, 3))) + 1
  if (!isDate(last, monthNumber)) return false
  const year = match[5] === undefined ? null : Number(match[5])
  let inCase = caseOfDate(scan, lastIndex)
  if (match[3] !== undefined) {
    const joint = match[2]!.trim()
    const head = joint === 'и' || joint === ', и' ? inCase : genitive
    if (/[–—-]/.test(joint) && scan.before !== 'с') scan.out.word('с')
    const from = spellOrdinal(Number(match[1]), head, 'n')
    inCase = joint === 'до' ? genitive : joint === 'и' || joint === ', и' ? inCase : accusative
    scan.out.word(`${from} ${joint === 'до' ? 'до' : joint === 'и' || joint === ', и' ? 'и' : 'по'}`)
  }
  scan.out.word(spellDate(last, monthNumber, year, inCase))
  const endsWithStop = scan.text.charCodeAt(lastIndex - 1) === 46
  return finish(scan, endsWithStop ? passFullStop(scan, lastIndex - 1, true) : lastIndex, inCase)
}

/** A date that stands alone or before a dash is named; inside a sentence without a preposition it answers "when?" and takes the genitive. */
function caseOfDate(scan: Scan, end: number): Case {
  if (scan.before !== '') return dateCase(scan.before)
  return /^\s*(?:$|[—–;.)])/.test(scan.text.slice(end, end + 4)) ? nominative : genitive
}

/** "в январе 2026" */
function speakYearOfMonth(scan: Scan): boolean {
  if (!monthName.test(scan.before)) return false
  const match = matchAt(bareYear, scan.text, scan.at)
  if (match === null) return false
  scan.out.word(spellYear(Number(match[0])))
  return finish(scan, bareYear.lastIndex, genitive)
}
const monthName =
  /^(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|ю|е|ём|ем)$|^(?:март|август)(?:а|у|е|ом)?$|^ма(?:й|я|ю|е|ем)$/
const bareYear = /(?:19|20)\d{2}(?!\d|[.,:/-]\d|[ \u00a0]\d{3}(?!\d)|[ \u00a0]?[₽%$€])/y

function speakYear(scan: Scan): boolean {
  const match = matchAt(yearAlone, scan.text, scan.at)
  if (match === null) return false
  const { lastIndex } = yearAlone
  const written = match[4]!.toLowerCase()
  const inCase = yearCase(scan.before, written)
  if (match[3] === undefined) scan.out.word(spellYear(Number(match[1]), inCase))
  else if (match[2] === ' по ') scan.out.word(`${spellOrdinal(Number(match[1]), genitive)} по ${spellYear(Number(match[3]), accusative)}`)
  else {
    const many = ['годы', 'годов', 'годам', 'годы', 'годами', 'годах'][inCase]!
    scan.out.word(
      `${spellOrdinal(Number(match[1]), inCase)} ${match[2] === ' и ' ? 'и' : '—'} ${spellOrdinal(Number(match[3]), inCase)} ${many}`,
    )
  }
  return finish(scan, written.endsWith('.') ? passFullStop(scan, lastIndex - 1, true) : lastIndex, inCase)
}

function yearCase(before: string, written: string): Case {
  if (written === 'года' || written === 'годов') return genitive
  if (written === 'году') return before === 'к' || before === 'по' ? dative : prepositional
  if (written === 'годом' || written === 'годами') return instrumental
  if (written === 'годах') return prepositional
  if (written === 'год' || written === 'годы') return nominative
  if (before === '') return nominative
  const inCase = placeCase(before, 'during')
  return inCase === nominative ? genitive : inCase
}

function speakTime(scan: Scan): boolean {
  const dotted = matchAt(dottedTimes, scan.text, scan.at)
  if (dotted !== null && isTime(Number(dotted[1]), Number(dotted[2])) && isTime(Number(dotted[3]), Number(dotted[4]))) {
    return writeRange(scan, [Number(dotted[1]), Number(dotted[2])], [Number(dotted[3]), Number(dotted[4])], dottedTimes.lastIndex)
  }
  const match = matchAt(time, scan.text, scan.at) ?? readDottedTime(scan)
  if (match === null || !isTime(Number(match[1]), Number(match[2]))) return false
  let end = scan.at + match[0].length
  const joint = matchAt(dateDash, scan.text, end)
  const until = joint === null ? null : matchAt(time, scan.text, dateDash.lastIndex)
  if (until !== null && isTime(Number(until[1]), Number(until[2]))) {
    return writeRange(scan, [Number(match[1]), Number(match[2])], [Number(until[1]), Number(until[2])], time.lastIndex)
  }
  const inCase = askedCase(scan) ?? nominative
  scan.out.word(spellTime(Number(match[1]), Number(match[2]), inCase, scan.before === 'с' && matchAt(untilTime, scan.text, end) !== null))
  end = skipHourWord(scan, end)
  return finish(scan, end, inCase)
}

function readDottedTime(scan: Scan): RegExpExecArray | null {
  if (!beforeDottedTime.has(scan.before)) return null
  const match = matchAt(dottedTime, scan.text, scan.at)
  return match === null || (scan.before !== 'в' && match[2] !== '00' && match[2] !== '30') ? null : match
}

/** "9:00 ч." says "часов" already. */
function skipHourWord(scan: Scan, end: number): number {
  const match = matchAt(hourWord, scan.text, end)
  if (match === null) return end
  return match[0].endsWith('.') ? passFullStop(scan, hourWord.lastIndex - 1, true) : hourWord.lastIndex
}
const hourWord = /[ \u00a0](?:ч\.?(?![а-яё])|час(?:ов|а|ам)?(?![а-яё]))/y

function writeRange(scan: Scan, from: readonly [number, number], to: readonly [number, number], end: number): true {
  const spoken = spellTimeRange(from, to)
  scan.out.word(scan.before === 'с' && spoken.startsWith('с ') ? spoken.slice(2) : spoken)
  return finish(scan, skipHourWord(scan, end), genitive)
}

function finish(scan: Scan, end: number, inCase: Case): true {
  scan.at = end
  rememberNumber(scan, inCase)
  return true
}
