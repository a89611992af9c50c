import type { Istok } from '../../istok.ts'
import { articlePath, categoryPath, homePath } from './paths.ts'
import { readAnswers, readTopics } from './read-answers.ts'
import type { AnswerSummary, Category } from './views.ts'
import { element, type Xml, xmlDocument } from './xml.ts'

/** Addresses in one file, by the protocol of sitemaps.org; above it the sitemap is an index of several. */
const perFile = 50_000

interface Place {
  /** The same for all language versions of a page. */
  page: string
  locale: string
  path: string
  lastmod: string | undefined
}

/** The sitemap: every page that exists now, with its language versions. With `part` that file of the index; null when there is none. */
export async function writeSitemap(istok: Istok, part: number | null, limit = perFile): Promise<string | null> {
  const places: Place[] = []
  for (const locale of istok.env.locales) places.push(...(await placesIn(istok, locale)))
  const parts = Math.ceil(places.length / limit)
  if (part === null) return parts > 1 ? writeIndex(istok, parts) : writePart(istok, places, places)
  if (parts <= 1 || part > parts) return null
  return writePart(istok, places, places.slice((part - 1) * limit, part * limit))
}

function writeIndex({ env }: Istok, parts: number): string {
  const files = Array.from({ length: parts }, (_, index) =>
    element('sitemap', {}, element('loc', {}, `${env.publicUrl}/sitemaps/${index + 1}.xml`)),
  )
  return xmlDocument(element('sitemapindex', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, ...files))
}

function writePart({ env }: Istok, all: Place[], places: Place[]): string {
  const versions = Map.groupBy(all, place => place.page)
  const urls = places.map(place => writeUrl(env.publicUrl, place, versions.get(place.page) ?? []))
  const namespaces = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }
  return xmlDocument(element('urlset', namespaces, ...urls))
}

function writeUrl(publicUrl: string, { path, lastmod, page }: Place, versions: Place[]): Xml {
  const first = page === 'home' ? '/' : (versions[0]?.path ?? path)
  const links = [...versions.map(version => ({ hreflang: version.locale, path: version.path })), { hreflang: 'x-default', path: first }]
  return element(
    'url',
    {},
    element('loc', {}, publicUrl + path),
    ...(lastmod === undefined ? [] : [element('lastmod', {}, lastmod)]),
    ...links.map(link => element('xhtml:link', { rel: 'alternate', hreflang: link.hreflang, href: publicUrl + link.path })),
  )
}

async function placesIn(istok: Istok, locale: string): Promise<Place[]> {
  const answers = await readAnswers(istok, { locale })
  const newest = answers[0]
  if (!newest) return []
  return [
    { page: 'home', locale, path: homePath(locale), lastmod: newest.updatedAt },
    ...(await readTopics(istok, locale)).flatMap(category => placesOf(category, locale, answers)),
    ...answers.map(({ slug, updatedAt }) => ({ page: `article ${slug}`, locale, path: articlePath(locale, slug), lastmod: updatedAt })),
  ]
}

/** A category and those below it. Answers come newest first, so the first one that belongs there tells when the page changed. */
function placesOf(category: Category, locale: string, answers: AnswerSummary[]): Place[] {
  const slugs = slugsBelow(category)
  const newest = answers.find(answer => answer.category !== null && slugs.has(answer.category))
  const own = { page: `category ${category.slug}`, locale, path: categoryPath(locale, category.slug), lastmod: newest?.updatedAt }
  return [own, ...category.children.flatMap(child => placesOf(child, locale, answers))]
}

function slugsBelow({ slug, children }: Category): Set<string> {
  return new Set([slug, ...children.flatMap(child => [...slugsBelow(child)])])
}
