import { createTranslator } from 'use-intl/core'
import en from '../../../content/messages/site.en.json' with { type: 'json' }
import ru from '../../../content/messages/site.ru.json' with { type: 'json' }

type Messages = typeof en
const catalogues: Record<'ru' | 'en', Messages> = { ru, en }

function create(locale: string) {
  const known = locale === 'ru' ? 'ru' : 'en'
  return createTranslator({ locale: known, messages: catalogues[known] })
}
export type Translate = ReturnType<typeof create>

const translators = new Map<string, Translate>()

/** The site's own words in `locale`; English where we have no words in that language. */
export function translate(locale: string): Translate {
  let translator = translators.get(locale)
  if (!translator) {
    translator = create(locale)
    translators.set(locale, translator)
  }
  return translator
}

/** A language's name in itself: "Русский", "English". */
export function languageName(locale: string): string {
  if (locale === 'ru' || locale === 'en') return catalogues[locale].language
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
