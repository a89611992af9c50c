import { localeCookie } from '#app/_i18n/locales.ts'

/** Sets the language of the interface for a year in this browser, and loads the page again in it. */
export function chooseLanguage(locale: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // The Cookie Store API is not in every browser yet.
  Reflect.set(document, 'cookie', `${localeCookie}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`)
  location.reload()
}
