const formatters = new Map<string, Intl.DateTimeFormat>()

/** The day of an instant (ISO 8601) in words, in the organisation's zone: "22 ноября 2026 г.", "22 November 2026". */
export function formatDate(instant: string, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone })
    formatters.set(key, formatter)
  }
  return formatter.format(new Date(instant)).replaceAll(' ', '\u00a0')
}
