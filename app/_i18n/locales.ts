/** Languages of the interface. Content may be in any. */
export const interfaceLocales = ['ru', 'en'] as const
export type InterfaceLocale = (typeof interfaceLocales)[number]

export const localeCookie = 'istok-locale'

export function isInterfaceLocale(text: string | undefined): text is InterfaceLocale {
  return interfaceLocales.some(locale => locale === text)
}

/** The first language of an `Accept-Language` header that the interface speaks; Russian when it names none. */
export function localeFromHeader(header: string | null): InterfaceLocale {
  for (const range of header?.split(',') ?? []) {
    const language = range.trim().slice(0, 2).toLowerCase()
    if (isInterfaceLocale(language)) return language
  }
  return 'ru'
}
