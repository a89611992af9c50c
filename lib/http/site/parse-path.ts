/** What a public address asks for. */
export type SiteRequest =
  | { kind: 'chooser' }
  | { kind: 'home'; locale: string }
  | { kind: 'list'; locale: string; category: string | null; page: number }
  | { kind: 'article'; locale: string; slug: string; feedback: 'yes' | 'no' | null }
  | { kind: 'twin'; locale: string; of: 'home' | 'category' | 'article'; slug: string }
  | { kind: 'feed'; locale: string }
  | { kind: 'llms'; locale: string }
  | { kind: 'robots' }
  | { kind: 'sitemap'; part: number | null }
  | { kind: 'moved'; path: string }

const slug = '[a-z0-9][a-z0-9-]{0,199}'
const place = new RegExp(
  `^/(?<locale>[a-z]{2})(?:/(?<file>index\\.html\\.md|feed\\.xml|llms\\.txt)?|/(?<folder>categories|articles)(?:/(?<slug>${slug})(?<twin>\\.md|/feedback)?)?(?<slash>/?))?$`,
)
const sitemapPart = /^\/sitemaps\/([1-9]\d{0,4})\.xml$/

/** Reads an address with its query; parameters that mean nothing to us are passed over. null: no such address on the site. */
export function parsePath(address: string, locales: readonly string[]): SiteRequest | null {
  const [path = '', query = ''] = address.split('?', 2)
  if (path === '/') return { kind: 'chooser' }
  if (path === '/robots.txt') return { kind: 'robots' }
  if (path === '/sitemap.xml') return { kind: 'sitemap', part: null }
  if (path === '/llms.txt') return { kind: 'llms', locale: locales[0] ?? '' }
  const part = sitemapPart.exec(path)?.[1]
  if (part) return { kind: 'sitemap', part: Number(part) }
  const found = place.exec(path)?.groups
  if (!found?.locale || !locales.includes(found.locale)) return null
  return inLocale(path, new URLSearchParams(query), { ...found, locale: found.locale })
}

type Found = { locale: string } & { [Name in 'file' | 'folder' | 'slug' | 'twin' | 'slash']?: string }

function inLocale(path: string, query: URLSearchParams, { locale, file, folder, slug, twin, slash }: Found): SiteRequest | null {
  if (path === `/${locale}` || (folder === 'categories' && !slug)) return { kind: 'moved', path: `/${locale}/` }
  if (slash) return { kind: 'moved', path: path.slice(0, -1) }
  if (twin === '/feedback') return folder === 'articles' ? { kind: 'moved', path: path.slice(0, -twin.length) } : null
  if (file === 'feed.xml') return { kind: 'feed', locale }
  if (file === 'llms.txt') return { kind: 'llms', locale }
  if (file) return { kind: 'twin', locale, of: 'home', slug: '' }
  if (!folder) return { kind: 'home', locale }
  if (slug && twin) return { kind: 'twin', locale, of: folder === 'articles' ? 'article' : 'category', slug }
  if (slug && folder === 'articles') return { kind: 'article', locale, slug, feedback: feedbackIn(query) }
  const page = query.get('page') ?? '1'
  return /^[1-9]\d{0,4}$/.test(page) ? { kind: 'list', locale, category: slug ?? null, page: Number(page) } : null
}

function feedbackIn(query: URLSearchParams): 'yes' | 'no' | null {
  const given = query.get('feedback')
  return given === 'yes' || given === 'no' ? given : null
}
