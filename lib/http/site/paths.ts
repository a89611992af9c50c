/** Public addresses, all without origin. The same shapes are read by `parse-path.ts`. */

export function homePath(locale: string): string {
  return `/${locale}/`
}

export function categoryPath(locale: string, slug: string, page = 1): string {
  return page > 1 ? `/${locale}/categories/${slug}?page=${page}` : `/${locale}/categories/${slug}`
}

export function allPath(locale: string, page = 1): string {
  return page > 1 ? `/${locale}/articles?page=${page}` : `/${locale}/articles`
}

export function articlePath(locale: string, slug: string): string {
  return `/${locale}/articles/${slug}`
}

/** The Markdown twin of a page: the same address with `.md`, for a folder its `index.html.md` (llmstxt.org). */
export function markdownPath(path: string): string {
  return path.endsWith('/') ? `${path}index.html.md` : `${path}.md`
}

/** The page of search results. */
export function searchPath(locale: string): string {
  return `/${locale}/search`
}

/** The page on which one asks in one's own words; `q` stands in the field already. */
export function askPath(locale: string, q = ''): string {
  return q === '' ? `/${locale}/ask` : `/${locale}/ask?${new URLSearchParams({ q })}`
}
