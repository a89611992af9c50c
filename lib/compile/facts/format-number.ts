import { languageOf } from './fact-value.ts'

/** No-break space: inside amounts and between a number and its unit. */
export const nbsp = '\u00a0'

interface Separators {
  group: string
  decimal: string
  /** Between a number and the percent sign. */
  beforePercent: string
}

const byLocale = new Map<string, Separators>([
  ['ru', { group: nbsp, decimal: ',', beforePercent: nbsp }],
  ['en', { group: ',', decimal: '.', beforePercent: '' }],
])

/** How a locale writes numbers; kept per locale because `Intl` formatters are slow to make. */
export function separatorsOf(locale: string): Separators {
  const known = byLocale.get(locale) ?? byLocale.get(languageOf(locale))
  if (known) return known
  const parts = new Intl.NumberFormat(locale, { style: 'percent', useGrouping: true, minimumFractionDigits: 1 }).formatToParts(12345.5)
  const part = (type: string) => parts.find(each => each.type === type)?.value.replace('\u202f', nbsp)
  const made = { group: part('group') ?? nbsp, decimal: part('decimal') ?? '.', beforePercent: part('literal') ? nbsp : '' }
  byLocale.set(locale, made)
  return made
}

const plainDecimal = /^(-?)(\d+)(?:\.(\d+))?$/

/** A decimal as stored ("1500.5") written for a locale ("1 500,5" with no-break spaces). What is not a decimal is returned as it is. */
export function formatNumber(value: string, locale: string, fractionDigits?: number): string {
  const match = plainDecimal.exec(value)
  if (!match) return value
  const { group, decimal } = separatorsOf(locale)
  const whole = match[2] ?? ''
  let grouped = whole
  for (let end = whole.length - 3; end > 0; end -= 3) grouped = grouped.slice(0, end) + group + grouped.slice(end)
  const fraction = fractionDigits === undefined ? match[3] : match[3]?.padEnd(fractionDigits, '0')
  return (match[1] ? '\u2212' : '') + grouped + (fraction ? decimal + fraction : '')
}
