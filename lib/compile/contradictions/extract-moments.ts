import type { TypedValue } from './extract-values.ts'

const months: Record<string, number> = {}
for (const [index, names] of [
  'января january jan',
  'февраля february feb',
  'марта march mar',
  'апреля april apr',
  'мая may',
  'июня june jun',
  'июля july jul',
  'августа august aug',
  'сентября september sep',
  'октября october oct',
  'ноября november nov',
  'декабря december dec',
].entries())
  for (const name of names.split(' ')) months[name] = index + 1

const monthNames = Object.keys(months).join('|')
const phone =
  /(?<![\d\p{L}])(?:\+7|8)[ \u00a0-]?\(?(\d{3})\)?[ \u00a0-]?(\d{3})[ \u00a0-]?(\d{2})[ \u00a0-]?(\d{2})(?!\d)|\+(?!7)\d[\d \u00a0()-]{8,16}\d/gu
const writtenDate = new RegExp(`(?<!\\d)(\\d{1,2})(?:-?го)?[ \\u00a0](${monthNames})(?!\\p{L})(?:,?[ \\u00a0](\\d{4}))?`, 'giu')
const englishDate = new RegExp(`(?<!\\p{L})(${monthNames})[ \\u00a0](\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?[ \\u00a0](\\d{4}))?`, 'giu')
const numericDate = /(?<![\d.])(\d{2})\.(\d{2})\.(\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g
const clock = /(?<![\d:.])(\d{1,2})[:.](\d{2})[ \u00a0]?(?:[–—-]|до|to|until)[ \u00a0]?(\d{1,2})[:.](\d{2})(?!\d)/giu
const hours = /(?<!\p{L})с (\d{1,2}) до (\d{1,2}) час[а-яё]*/giu
const amPm = /(?<!\d)(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\.?[ \u00a0]?(?:[–—-]|to|until)[ \u00a0]?(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\.?/gi
const always = /круглосуточно|(?<!\d)24\/7(?!\d)|around the clock/gi

/** Phones, dates and time ranges of a text; `rest` is the text with them blanked out, offsets unchanged. */
export function extractMoments(text: string): { values: TypedValue[]; rest: string } {
  const values: TypedValue[] = []
  let rest = text
  const take = (pattern: RegExp, group: string, readValue: (match: RegExpMatchArray) => string | null) => {
    rest = rest.replace(pattern, (...found) => {
      const match = found.filter(each => typeof each === 'string' || each === undefined) as unknown as RegExpMatchArray
      const value = readValue(match)
      if (value !== null) values.push({ group, values: [value], text: match[0] })
      return value === null ? match[0] : ' '.repeat(match[0].length)
    })
  }
  take(phone, 'phone', match => (match[1] ? `+7${match[1]}${match[2]}${match[3]}${match[4]}` : match[0].replace(/[^\d+]/g, '')))
  take(numericDate, 'date', match => (match[1] ? dateOf(match[3], match[2], match[1]) : dateOf(match[4], match[5], match[6])))
  take(writtenDate, 'date', match => dateOf(match[3], months[(match[2] ?? '').toLowerCase()], match[1]))
  take(englishDate, 'date', match => dateOf(match[3], months[(match[1] ?? '').toLowerCase()], match[2]))
  take(clock, 'timeRange', match => `${two(match[1])}:${match[2]}-${two(match[3])}:${match[4]}`)
  take(hours, 'timeRange', match => (Number(match[2]) <= 24 ? `${two(match[1])}:00-${two(match[2])}:00` : null))
  take(amPm, 'timeRange', match => `${hour24(match[1], match[3])}:${match[2] ?? '00'}-${hour24(match[4], match[6])}:${match[5] ?? '00'}`)
  take(always, 'timeRange', () => '00:00-24:00')
  return { values, rest }
}

function two(text: string | number | undefined): string {
  return String(text ?? '').padStart(2, '0')
}

/** A date without a year is known by its month and day; it can be equal to a fact, but contradicts none. */
function dateOf(year: string | undefined, month: string | number | undefined, day: string | undefined): string {
  return `${year ?? ''}-${two(month)}-${two(day)}`
}

function hour24(hour: string | undefined, half: string | undefined): string {
  const value = Number(hour) % 12
  return two(half?.toLowerCase() === 'p' ? value + 12 : value)
}
