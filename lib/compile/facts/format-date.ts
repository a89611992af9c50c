import { months } from '../speech/en/moments.ts'
import { monthsOfDate } from '../speech/ru/dates.ts'
import { languageOf } from './fact-value.ts'
import { nbsp } from './format-number.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()
const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/

/** An ISO date written for a locale: "1 января 2027 г.", "January 1, 2027". What is not an ISO date is returned as it is. */
export function formatDate(value: string, locale: string): string {
  const match = isoDate.exec(value)
  if (!match) return value
  const [, year, month, day] = match.map(Number) as [number, number, number, number]
  const language = languageOf(locale)
  if (language === 'ru') return `${day}${nbsp}${monthsOfDate[month - 1]} ${year}${nbsp}г.`
  if (language === 'en') return `${months[month - 1]}${nbsp}${day}, ${year}`
  let formatter = formatters.get(locale)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
    formatters.set(locale, formatter)
  }
  return formatter.format(Date.UTC(year, month - 1, day))
}
