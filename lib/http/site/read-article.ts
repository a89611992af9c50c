import type { Istok } from '../../istok.ts'
import { shortAnswerOf } from './article-data.ts'
import { articlePath } from './paths.ts'
import { findMarkdown, localesOf, readNewest, readTopics, readWebsite } from './read-answers.ts'
import { findWay } from './read-list.ts'
import type { AnswerSummary, ArticleView, WebsiteRendition } from './views.ts'

/** Answers offered below an article. */
const relatedShown = 4

/** Everything that the page of one answer shows. */
export async function readArticle(istok: Istok, rendition: WebsiteRendition, feedback: 'yes' | 'no' | null): Promise<ArticleView> {
  const { locale, slug, category } = rendition
  const topics = category === null ? [] : await readTopics(istok, locale)
  return {
    rendition,
    shortAnswer: shortAnswerOf(rendition.content.jsonLd),
    categories: (category !== null && findWay(topics, category)) || [],
    related: await readRelated(istok, rendition),
    alternates: (await localesOf(istok, slug)).map(other => ({ locale: other, path: articlePath(other, slug) })),
    hasMarkdown: (await findMarkdown(istok, locale, slug)) !== null,
    feedback,
  }
}

/** First what the answer itself links to, then its neighbours in the category. */
async function readRelated(istok: Istok, { locale, slug, category, content }: WebsiteRendition): Promise<AnswerSummary[]> {
  const related = new Map<string, AnswerSummary>()
  for (const linked of linkedSlugs(content.html, locale)) {
    if (linked === slug || related.size === relatedShown) continue
    const target = await readWebsite(istok, locale, linked)
    if (target.kind === 'found') related.set(linked, summaryOf(target.rendition))
  }
  if (category !== null && related.size < relatedShown) {
    for (const answer of await readNewest(istok, locale, category, relatedShown * 2 + 1)) {
      if (answer.slug !== slug && related.size < relatedShown && !related.has(answer.slug)) related.set(answer.slug, answer)
    }
  }
  return [...related.values()]
}

/** Slugs of the answers that a rendition's HTML links to, in the order of the text. */
export function linkedSlugs(html: string, locale: string): string[] {
  const links = html.matchAll(/ href="\/([a-z]{2})\/articles\/([a-z0-9-]+)[#"]/g)
  return [...new Set([...links].filter(([, language]) => language === locale).map(([, , slug = '']) => slug))]
}

function summaryOf({ slug, title, category, tags, hash, publishedAt, content }: WebsiteRendition): AnswerSummary {
  return { slug, title, category, tags, hash, updatedAt: publishedAt, shortAnswer: shortAnswerOf(content.jsonLd) }
}
