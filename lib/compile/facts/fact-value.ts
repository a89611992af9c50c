import type { FactValue } from '#lib/document/facts.ts'

/** The language of a BCP 47 tag: "ru" of "ru-RU". */
export function languageOf(locale: string): string {
  const end = locale.indexOf('-')
  return (end < 0 ? locale : locale.slice(0, end)).toLowerCase()
}

/** The value of a fact in a locale as it is stored ("1500", "+78005553535"). A text without this locale falls back to its language, then to the first. */
export function factValueIn(fact: FactValue, locale: string): string {
  if (typeof fact.value === 'string') return fact.value
  return fact.value[locale] ?? fact.value[languageOf(locale)] ?? Object.values(fact.value)[0] ?? ''
}
