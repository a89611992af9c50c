import { notFound } from 'next/navigation'
import { cache } from 'react'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { type Query, readValue } from '#app/_ui/query.ts'
import { preferred } from '#app/_ui/titles.ts'
import type { Session } from '#app/session.ts'
import type { ArticleEntry } from '#lib/authoring/present-article.ts'
import { readArticle } from '#lib/authoring/read-article.ts'
import { readTranslation, type TranslationEntry } from '#lib/authoring/read-translation.ts'
import { isIstokError } from '#lib/errors.ts'

export interface ArticlePlace {
  article: ArticleEntry
  /** null: there is none in this locale yet. */
  translation: TranslationEntry | null
  locale: string
  /** Every locale that has a translation or may get one. */
  locales: string[]
}

/** The article and the translation that the address names; what does not exist is Next's not-found page. */
export const readPlace = cache(async (session: Session, id: string, query: Query): Promise<ArticlePlace> => {
  const { istok, actor } = session
  const article = await orNotFound(readArticle(istok, actor, { id }))
  const locales = [...new Set([...istok.env.locales, ...article.translations.map(({ locale }) => locale)])]
  const asked = readValue(query, 'locale')
  const { locale: language } = await readInterface()
  const locale =
    asked !== undefined && locales.includes(asked) ? asked : (preferred(article.translations, language)?.locale ?? locales[0] ?? 'ru')
  const exists = article.translations.some(translation => translation.locale === locale)
  const translation = exists ? await orNotFound(readTranslation(istok, actor, { articleId: id, locale })) : null
  return { article, translation, locale, locales }
})

async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (isIstokError(error) && error.code === 'not_found') notFound()
    throw error
  }
}
