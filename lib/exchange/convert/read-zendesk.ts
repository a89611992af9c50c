import { slugFromTitle } from '#lib/document/slug.ts'
import { textOf } from '#lib/markup/html-nodes.ts'
import { type Finding, finding } from '../../findings.ts'
import { placeholderOf } from '../link-placeholder.ts'
import { collectZendesk, type ZendeskDump } from './collect-zendesk.ts'
import { ConvertError, type Converted, type ConvertSurroundings, type ConvertUnit } from './convert-task.ts'
import { documentOf, parseFragment } from './html-page.ts'
import { knownLocale, newArticle } from './new-article.ts'
import { addressesOf, siteOf } from './old-addresses.ts'
import type { ZendeskArticle, ZendeskTranslation } from './zendesk-schema.ts'

interface Version {
  path: string
  article: ZendeskArticle
  text: Pick<ZendeskTranslation, 'title' | 'body' | 'locale' | 'draft' | 'html_url'>
}

/** The articles of a Zendesk help centre with their translations; sections and categories become categories, `html_url` old addresses. */
export function readZendesk(unit: ConvertUnit, { locales, pictures }: ConvertSurroundings): Converted {
  const converted: Converted = { articles: [], pictures: [], lists: [], warnings: [] }
  const dump = collectZendesk(unit.files, converted.warnings)
  const versions = versionsOf(dump)
  const slugs = categoryList(dump, locales, converted)
  const numbers = new Map<string, number>()
  for (const [index, { article }] of versions.entries()) if (!numbers.has(article.id)) numbers.set(article.id, unit.base + index)
  const linkTo = (address: string) => {
    const id = /\/hc\/(?:[a-z-]{2,10}\/)?articles\/(\d{1,20})/i.exec(address)?.[1]
    const number = id === undefined ? undefined : numbers.get(id)
    return number === undefined ? null : placeholderOf(number)
  }
  const picture = pictureFinder(pictures)
  for (const [index, version] of versions.entries()) readVersion(version, unit.base + index, { locales, linkTo, picture, slugs, converted })
  return converted
}

interface Reading {
  locales: readonly string[]
  linkTo(address: string): string | null
  picture(address: string): string | null
  slugs: ReadonlyMap<string, string>
  converted: Converted
}

/** The API gives addresses of pictures only: who saves them beside the articles names them by their number, or as they are called. */
function pictureFinder(pictures: ReadonlyMap<string, string>): (address: string) => string | null {
  const found = new Map<string, Set<string>>()
  for (const [path, id] of pictures) {
    const names = [path.split('/').at(-1) ?? '', ...(path.match(/\d{5,}/g) ?? [])]
    for (const name of names) found.set(name, (found.get(name) ?? new Set()).add(id))
  }
  return address => {
    const [, number = '', name = ''] = /\/article_attachments\/(?:token\/\w+\/)?(\d{5,})?(?:\/?([^/?#]+))?/i.exec(address) ?? []
    for (const key of [number, decodeName(name)]) {
      const ids = found.get(key)
      if (key !== '' && ids?.size === 1) return [...ids][0] ?? null
    }
    return null
  }
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name).normalize('NFC').toLowerCase()
  } catch {
    return name.toLowerCase()
  }
}

function readVersion({ path: file, article, text }: Version, index: number, reading: Reading): void {
  const { locales, linkTo, picture, slugs, converted } = reading
  const path = `${file}#${article.id}`
  const tell = (found: Finding) => converted.warnings.push({ file: path, level: 'warning', ...found })
  try {
    const title = text.title.trim()
    if (title === '') throw new ConvertError(finding('no-title'))
    const document = documentOf(parseFragment(text.body), { linkTo, picture, origin: text.html_url, tell })
    const file = newArticle({
      title,
      document,
      locale: knownLocale(text.locale, locales),
      slug: slugFromTitle(article.title || article.name || title),
      category: article.section_id == null ? null : (slugs.get(article.section_id) ?? null),
      tags: article.label_names ?? [],
      audience: article.user_segment_id == null ? 'public' : 'internal',
      sourceId: `zendesk:${article.id}`,
    })
    const addresses = addressesOf(text.html_url)
    const isEmpty = document.content.length === 0
    if (isEmpty) tell(finding('no-text'))
    converted.articles.push({ index, path, file, isDraft: text.draft === true || isEmpty, addresses, site: siteOf(text.html_url) })
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error
    converted.warnings.push({ file: path, level: 'error', ...error.finding })
  }
}

/** An article is a text in its own language and one in each other language. */
function versionsOf({ articles, translations }: ZendeskDump): Version[] {
  const others = Map.groupBy(translations, ({ sourceId }) => sourceId)
  return articles.flatMap(({ path, article }) => {
    const own = {
      title: article.title || article.name,
      body: article.body,
      locale: article.locale || article.source_locale || 'ru',
      draft: article.draft,
      html_url: article.html_url,
    }
    const texts = new Map<string, Version>([[own.locale, { path, article, text: own }]])
    for (const { path: place, translation } of others.get(article.id) ?? []) {
      const htmlUrl = translation.html_url || (translation.locale === own.locale ? own.html_url : '')
      // Silent about itself, a translation is as unfinished as its article.
      const draft = translation.hidden === true || (translation.draft ?? own.draft)
      texts.set(translation.locale, { path: place, article, text: { ...translation, draft, html_url: htmlUrl } })
    }
    return [...texts.values()]
  })
}

interface CategoryEntry {
  slug: string
  title: Record<string, string>
  description: Record<string, string>
  position?: number
  parent?: string
}

/** Writes sections and categories as our list of categories. Returns the slugs by id. */
function categoryList({ sections }: ZendeskDump, locales: readonly string[], converted: Converted): Map<string, string> {
  const slugs = new Map<string, string>()
  const entries = new Map<string, CategoryEntry>()
  for (const { section } of sections) {
    if (section.name.trim() === '') continue
    const slug = slugs.get(section.id) ?? freeSlug(slugFromTitle(section.name, 'category'), [...slugs.values()])
    slugs.set(section.id, slug)
    const entry = entries.get(slug) ?? { slug, title: {}, description: {} }
    const locale = knownLocale(section.locale || (locales[0] ?? 'ru'), locales)
    entry.title[locale] ??= section.name.trim().slice(0, 200)
    const description = textOf({
      type: 'element',
      tagName: 'div',
      properties: {},
      children: parseFragment(section.description).children as never,
    })
    if (description.trim() !== '') entry.description[locale] ??= description.replace(/\s+/g, ' ').trim().slice(0, 500)
    if (section.position != null) entry.position ??= section.position
    entries.set(slug, entry)
  }
  for (const { section } of sections) {
    const parent = slugs.get(section.parent_section_id ?? section.category_id ?? '')
    const entry = entries.get(slugs.get(section.id) ?? '')
    if (entry && parent !== undefined && parent !== entry.slug) entry.parent = parent
  }
  if (entries.size > 0) {
    const list = [...entries.values()].sort((left, right) => Number(left.parent !== undefined) - Number(right.parent !== undefined))
    converted.lists.push({ path: 'categories.yaml', content: JSON.stringify(list) })
  }
  return slugs
}

function freeSlug(slug: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? slug : `${slug.slice(0, 95).replace(/-$/, '')}-${number}`
    if (!taken.includes(candidate)) return candidate
  }
}
