import type { Compilable } from './compile-page.ts'
import { allPath, articlePath, categoryPath, homePath, markdownPath } from './paths.ts'

/** The one spelling of an address: parameters that mean nothing are gone. An address without a query is its own key, so that the hot path need not parse it. */
export function pageKey(request: Compilable): string {
  switch (request.kind) {
    case 'home':
      return homePath(request.locale)
    case 'list':
      return request.category === null
        ? allPath(request.locale, request.page)
        : categoryPath(request.locale, request.category, request.page)
    case 'article': {
      const path = articlePath(request.locale, request.slug)
      return request.feedback ? `${path}?feedback=${request.feedback}` : path
    }
    case 'twin':
      return markdownPath(twinOf(request))
    case 'feed':
      return `/${request.locale}/feed.xml`
    case 'llms':
      return `/${request.locale}/llms.txt`
    case 'robots':
      return '/robots.txt'
    case 'sitemap':
      return request.part === null ? '/sitemap.xml' : `/sitemaps/${request.part}.xml`
  }
}

function twinOf({ of, locale, slug }: Extract<Compilable, { kind: 'twin' }>): string {
  if (of === 'home') return homePath(locale)
  return of === 'article' ? articlePath(locale, slug) : categoryPath(locale, slug)
}
