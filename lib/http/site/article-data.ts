import type { JsonObject, JsonValue } from '#lib/compile/types.ts'
import { articlePath } from './paths.ts'
import type { ArticleView, Frame } from './views.ts'

/** The article as schema.org data: what the compiler says of it, and what only the release and the organisation know. */
export function articleData(frame: Frame, { rendition, categories }: ArticleView): JsonObject {
  const url = frame.publicUrl + articlePath(frame.locale, rendition.slug)
  const publisher = { '@type': 'Organization', name: frame.organisation, url: `${frame.publicUrl}/` }
  const section = categories.at(-1)?.title
  return {
    '@context': 'https://schema.org',
    ...compiledArticle(rendition.content.jsonLd),
    headline: rendition.title,
    inLanguage: rendition.locale,
    url,
    mainEntityOfPage: url,
    ...(section !== undefined && { articleSection: section }),
    dateModified: rendition.publishedAt,
    version: String(rendition.revision),
    author: publisher,
    publisher,
  }
}

/** The short answer as plain text, as the compiler put it into the article's data; empty when there is none. */
export function shortAnswerOf(jsonLd: JsonObject): string {
  const { description } = compiledArticle(jsonLd)
  return typeof description === 'string' ? description : ''
}

function compiledArticle(jsonLd: JsonObject): JsonObject {
  const nodes = Array.isArray(jsonLd['@graph']) ? jsonLd['@graph'] : [jsonLd]
  return nodes.filter(isObject).find(node => node['@type'] === 'Article') ?? { '@type': 'Article' }
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
