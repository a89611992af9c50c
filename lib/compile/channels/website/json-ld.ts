import { languageOf } from '../../facts/fact-value.ts'
import type { JsonObject } from '../../types.ts'
import type { View } from '../../view.ts'

/** schema.org data of a page: Article and BreadcrumbList (CHANNELS.md §1.1; no FAQPage, no promise of rich results). All values are strings. */
export function jsonLdOf(view: View): JsonObject {
  const { canonicalUrl, locale, title, shortText, source } = view
  const home = `${view.resolution.publicUrl}/${encodeURIComponent(locale)}`
  const article: JsonObject = { '@type': 'Article', headline: title, inLanguage: locale, url: canonicalUrl, mainEntityOfPage: canonicalUrl }
  if (shortText) article.description = shortText
  if (source.category) article.articleSection = source.category
  if (source.tags.length > 0) article.keywords = source.tags.join(', ')
  const crumbs = [
    { name: languageOf(locale) === 'ru' ? 'Помощь' : 'Help', item: home },
    { name: title, item: canonicalUrl },
  ]
  const itemListElement = crumbs.map((crumb, index) => ({ '@type': 'ListItem', position: String(index + 1), ...crumb }))
  return { '@context': 'https://schema.org', '@graph': [article, { '@type': 'BreadcrumbList', itemListElement }] }
}
