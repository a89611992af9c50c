/** The text in the language of the interface, else the first there is. */
export function textIn(texts: Record<string, string>, locale: string, otherwise = ''): string {
  return texts[locale] ?? Object.values(texts)[0] ?? otherwise
}

/** The translation to show somebody who reads `locale`: that one, else the first. */
export function preferred<T extends { locale: string }>(translations: readonly T[], locale: string): T | undefined {
  return translations.find(translation => translation.locale === locale) ?? translations[0]
}
