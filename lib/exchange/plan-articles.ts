import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { article, category, tag } from '#db/schema/content.ts'
import type { ArticleFields } from '#lib/authoring/article-fields.ts'
import { isTakenSlug } from '#lib/authoring/write-article.ts'
import { slugFromTitle } from '#lib/document/slug.ts'
import { slugSchema } from '#lib/document/slug-schema.ts'
import { finding } from '../findings.ts'
import type { Istok } from '../istok.ts'
import { folderCategories } from './folder-category.ts'
import { count, type ImportReport, warn } from './import-report.ts'
import type { ReadArticle } from './read-articles.ts'

/** One article of an import with its translations and what will be said about it. */
export interface PlannedArticle {
  /** Null: new. */
  id: string | null
  slug: string
  sourceId: string
  /** To be written after what is live, and never published. */
  isDraft: boolean
  fields: ArticleFields
  /** Titles of tags that were not written as slugs, and of a category that may have to be made. */
  names: { tags: Map<string, string>; category: string | null }
  translations: ReadArticle[]
}

/** Exports name articles without a source of their own like this, so that they are found again where they came from. */
export const ownSource = 'istok:'

/**
 * Puts the files of one article together (one source, or one slug in different languages), finds the article of an earlier import and settles every slug, so that
 * links can be written. What is live of an article and its drafts beside it are two entries. A second file for the same language is reported and left out.
 */
export function planArticles(istok: Istok, read: readonly ReadArticle[], report: ImportReport): PlannedArticle[] {
  const { orm } = istok.database.reader
  const taken = new Map<string, string>()
  const numbers = new Map<string, number>()
  const titled = slugsByTitle(orm)
  const byFolder = folderCategories(read.filter(isNamedByItsPath).map(({ path }) => path))
  const planned = groupsOf(read).flatMap(group => {
    const files = sortedByLocale(group, istok.env.locales)
    const { sourceId } = files[0] as ReadArticle
    const before = findBefore(orm, sourceId)
    return [false, true].flatMap((isDraft): PlannedArticle[] => {
      const translations = uniqueByLocale(
        files.filter(file => file.isDraft === isDraft),
        report,
      )
      const [first] = translations
      if (!first) return []
      const isFree = (slug: string) => (taken.get(slug) ?? sourceId) === sourceId && !isTakenSlug(orm, slug, before?.id ?? '')
      const slug = settleSlug(first.file.slug, before?.slug, isFree, numbers)
      taken.set(slug, sourceId)
      if (slug !== first.file.slug) {
        warn(report, { file: first.path, level: 'warning', ...finding('slug-taken', { value: first.file.slug, used: slug }) })
      }
      // Where somebody put an article later counts more than its folder.
      if (before === undefined && isNamedByItsPath(first)) first.file.category ??= byFolder(first.path)
      const { fields, names } = mergeFields(translations, titled, report)
      return [{ id: before?.id ?? null, slug, sourceId, isDraft, fields: { ...fields, sourceId, slug }, names, translations }]
    })
  })
  // What one article was called is no address of it any longer when another one is called so.
  for (const { translations } of planned)
    for (const { file } of translations) file.aliases = file.aliases.filter(alias => !taken.has(alias))
  return planned
}

function groupsOf(read: readonly ReadArticle[]): ReadArticle[][] {
  const groups = [...Map.groupBy(read, ({ sourceId }) => sourceId).values()]
  const bySlug = new Map<string, ReadArticle[]>()
  const result: ReadArticle[][] = []
  for (const group of groups) {
    const key = group[0]?.file.slug ?? ''
    const other = bySlug.get(key)
    const isTranslation = other && isNamedByPath(other) && isNamedByPath(group) && !shareLocale(other, group)
    if (isTranslation) other.push(...group)
    else {
      bySlug.set(key, group)
      result.push(group)
    }
  }
  return result
}

function isNamedByPath(group: ReadArticle[]): boolean {
  return group.every(isNamedByItsPath)
}

function isNamedByItsPath({ file }: ReadArticle): boolean {
  return file.sourceId === null
}

function shareLocale(left: ReadArticle[], right: ReadArticle[]): boolean {
  return left.some(one => right.some(other => one.file.locale === other.file.locale && one.isDraft === other.isDraft))
}

/** The organisation's first language first: what the files of one article disagree about is taken from there. */
function sortedByLocale(files: readonly ReadArticle[], locales: readonly string[]): ReadArticle[] {
  const rank = ({ file }: ReadArticle) => (locales.includes(file.locale) ? locales.indexOf(file.locale) : locales.length)
  return [...files].sort((left, right) => rank(left) - rank(right))
}

function uniqueByLocale(files: ReadArticle[], report: ImportReport): ReadArticle[] {
  return files.filter((file, index) => {
    const first = files.findIndex(other => other.file.locale === file.file.locale)
    if (first === index) return true
    count(report, 'failed')
    warn(report, { file: file.path, level: 'error', ...finding('same-article', { value: files[first]?.path ?? '' }) })
    return false
  })
}

interface Before {
  id: string
  slug: string
}

const columns = { id: article.id, slug: article.slug }
const articleBySource = (orm: BetterSQLite3Database) =>
  orm
    .select(columns)
    .from(article)
    .where(eq(article.sourceId, sql.placeholder('sourceId')))
    .prepare()

function findBefore(orm: BetterSQLite3Database, sourceId: string): Before | undefined {
  const bySource = prepared(orm, articleBySource).get({ sourceId })
  if (bySource || !sourceId.startsWith(ownSource)) return bySource
  const id = sourceId.slice(ownSource.length)
  return orm
    .select(columns)
    .from(article)
    .where(and(eq(article.id, id), isNull(article.deletedAt)))
    .get()
}

/**
 * The slug as written when it is free, else the one that the article has, else the first free number behind it. `numbers`: the last that was given, so that a
 * thousand articles of one name are not counted through a thousand times.
 */
function settleSlug(written: string, current: string | undefined, isFree: (slug: string) => boolean, numbers: Map<string, number>): string {
  if (isFree(written)) return written
  if (current !== undefined && isFree(current)) return current
  for (let number = numbers.get(written) ?? 2; ; number += 1) {
    const suffix = `-${number}`
    const slug = `${written.slice(0, 100 - suffix.length).replace(/-+$/, '')}${suffix}`
    if (!isFree(slug)) continue
    numbers.set(written, number)
    return slug
  }
}

function mergeFields(translations: ReadArticle[], titled: Titled, report: ImportReport): Pick<PlannedArticle, 'fields' | 'names'> {
  const files = translations.map(({ file }) => file)
  const first = translations[0] as ReadArticle
  const chosen = files.find(file => file.category !== null)?.category ?? null
  const tags = tagsOf(files.find(file => file.tags.length > 0)?.tags ?? [], titled.tags)
  for (const { path, file } of translations.slice(1)) {
    if (file.category !== null && file.category !== chosen)
      warn(report, { file: path, level: 'warning', ...finding('category-used', { value: first.path }) })
    if (file.audience !== first.file.audience) warn(report, { file: path, level: 'warning', ...finding('internal-everywhere') })
  }
  const fields: ArticleFields = {
    category: chosen === null ? null : slugOf(chosen, titled.categories),
    tags: [...tags.keys()],
    audience: files.some(file => file.audience === 'internal') ? 'internal' : 'public',
    channels: files.find(file => file.channels !== null)?.channels ?? null,
    owner: files.find(file => file.owner !== null)?.owner ?? null,
    reviewEveryDays: files.find(file => file.reviewEveryDays !== null)?.reviewEveryDays ?? null,
    metadata: first.file.metadata,
  }
  const named = new Map([...tags].filter(([slug, name]) => slug !== name))
  return { fields, names: { tags: named, category: chosen } }
}

function tagsOf(names: string[], known: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(names.map(name => [slugOf(name, known), name]))
}

/** Slugs of categories and tags by their titles in any language, in lower case. */
interface Titled {
  categories: ReadonlyMap<string, string>
  tags: ReadonlyMap<string, string>
}

function slugsByTitle(orm: BetterSQLite3Database): Titled {
  const byTitle = (rows: { slug: string; title: Record<string, string> }[]) =>
    new Map(rows.flatMap(({ slug, title }) => Object.values(title).map(name => [name.toLowerCase(), slug] as const)))
  return {
    categories: byTitle(orm.select({ slug: category.slug, title: category.title }).from(category).all()),
    tags: byTitle(orm.select({ slug: tag.slug, title: tag.title }).from(tag).all()),
  }
}

/** Tags and categories of other systems are words in any alphabet: the one that is titled so, else a slug of the words. */
function slugOf(name: string, known: ReadonlyMap<string, string>): string {
  if (slugSchema.safeParse(name).success) return name
  return known.get(name.trim().toLowerCase()) ?? slugFromTitle(name, 'other')
}
