import { and, desc, eq, isNull } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { dataVersion } from '#db/data-version.ts'
import { article, category, media, tag, translation } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import { release } from '#db/schema/releases.ts'
import { savedView } from '#db/schema/workflow.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { perIstok } from '../per-istok.ts'
import { requireDrafts } from './require-drafts.ts'

/** What a few typed letters may mean, the nearest first. */
export interface LookUp {
  /** The reading of the query that found something. */
  query: string
  articles: { id: string; slug: string; locale: string; title: string; isLive: boolean }[]
  facts: { key: string; title: Record<string, string> }[]
  snippets: { key: string; title: Record<string, string> }[]
  releases: { number: number; note: string }[]
  /** Ways of looking at the articles: a category or a tag by its slug, a view of the actor's own by its query; and pictures by their ids. */
  others: { kind: 'view' | 'category' | 'tag' | 'picture'; id: string; title: Record<string, string>; name: string }[]
}

/** Releases among which a note is looked for, the newest. */
const newest = 2000

/**
 * Finds articles by title or address, facts and snippets by key or name, releases by number or note, categories, tags, pictures and the
 * actor's own views by name, drafts included. `readings` are tried in order until one
 * finds something; at most `limit` of each kind. Throws forbidden (needs write or read:internal).
 */
export async function lookUp(istok: Istok, actor: Actor, { readings, limit }: { readings: string[]; limit: number }): Promise<LookUp> {
  requireDrafts(actor)
  const names = namesOf(istok)
  const known = { ...names, others: [...readViews(istok, actor), ...names.others] }
  let found: LookUp | undefined
  for (const query of readings) {
    found = findIn(istok, known, query, limit)
    if (Object.values(found).some(list => typeof list !== 'string' && list.length > 0)) break
  }
  return found ?? { query: '', articles: [], facts: [], snippets: [], releases: [], others: [] }
}

/** Something with the text in which words are looked for. */
interface Named<T> {
  one: T
  text: string
}
interface Names {
  titles: Named<LookUp['articles'][number]>[]
  facts: Named<LookUp['facts'][number]>[]
  snippets: Named<LookUp['snippets'][number]>[]
  releases: Named<LookUp['releases'][number]>[]
  others: Named<LookUp['others'][number]>[]
}

/** The names as they were at the last commit: whoever types asks several times between two. */
const lastOf = perIstok('names', () => ({ version: Number.NaN, names: null as Names | null }))

function namesOf(istok: Istok): Names {
  const last = lastOf(istok)
  const version = dataVersion(istok.database)
  if (last.names === null || last.version !== version) {
    last.names = readNames(istok.database.reader.orm)
    last.version = version
  }
  return last.names
}

/** All names of the house, articles by their last change. The titles come from an index, without their documents: 10,000 take some 20 milliseconds. */
function readNames(orm: BetterSQLite3Database): Names {
  const articles = new Map(
    orm
      .select({ id: article.id, slug: article.slug })
      .from(article)
      .where(isNull(article.deletedAt))
      .all()
      .map(({ id, slug }) => [id, slug]),
  )
  const { articleId, locale, title, liveRevision, updatedAt } = translation
  const titles = orm.select({ id: articleId, locale, title, liveRevision, updatedAt }).from(translation).all()
  const byKey = ({ key, title }: LookUp['facts'][number]) => [...Object.values(title), key].join(' ')
  const releases = orm
    .select({ number: release.number, note: release.note })
    .from(release)
    .orderBy(desc(release.number))
    .limit(newest)
    .all()
  return {
    titles: named(
      titles
        .sort((a, b) => b.updatedAt - a.updatedAt)
        .flatMap(({ id, locale, title, liveRevision }) => {
          const slug = articles.get(id)
          return slug === undefined ? [] : [{ id, slug, locale, title, isLive: liveRevision !== null }]
        }),
      ({ title, slug }) => `${title} ${slug}`,
    ),
    facts: named(orm.select({ key: fact.key, title: fact.title }).from(fact).all(), byKey),
    snippets: named(orm.select({ key: snippet.key, title: snippet.title }).from(snippet).all(), byKey),
    releases: named(releases, ({ note }) => note),
    others: named(readOthers(orm), byName),
  }
}

function byName({ title, name }: LookUp['others'][number]): string {
  return [...Object.values(title), name].join(' ')
}

function readOthers(orm: BetterSQLite3Database): LookUp['others'] {
  const categories = orm.select({ id: category.slug, title: category.title, name: category.slug }).from(category).all()
  const tags = orm.select({ id: tag.slug, title: tag.title, name: tag.slug }).from(tag).all()
  const pictures = orm.select({ id: media.id, name: media.fileName }).from(media).all()
  return [
    ...categories.map(row => ({ kind: 'category' as const, ...row })),
    ...tags.map(row => ({ kind: 'tag' as const, ...row })),
    ...pictures.map(row => ({ kind: 'picture' as const, title: {}, ...row })),
  ]
}

function readViews({ database }: Istok, actor: Actor): Named<LookUp['others'][number]>[] {
  const rows = database.reader.orm
    .select({ id: savedView.query, name: savedView.name })
    .from(savedView)
    .where(and(eq(savedView.person, actor.id), eq(savedView.list, 'articles')))
    .all()
  return named(
    rows.map(row => ({ kind: 'view' as const, title: {}, ...row })),
    byName,
  )
}

function named<T>(list: readonly T[], textOf: (one: T) => string): Named<T>[] {
  return list.map(one => ({ one, text: plain(textOf(one)) }))
}

function findIn(istok: Istok, names: Names, query: string, limit: number): LookUp {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const number = /^(?:релиз|release|№|#)?\s*(\d{1,9})$/i.exec(query.trim())?.[1]
  const numbered = number === undefined ? [] : findRelease(istok, Number(number))
  const noted = nearest(names.releases, words, limit).filter(({ number }) => number !== numbered[0]?.number)
  return {
    query,
    articles: nearest(names.titles, words, limit),
    facts: nearest(names.facts, words, limit),
    snippets: nearest(names.snippets, words, limit),
    releases: [...numbered, ...noted].slice(0, limit),
    others: nearest(names.others, words, limit),
  }
}

function findRelease({ database }: Istok, number: number): LookUp['releases'] {
  return database.reader.orm.select({ number: release.number, note: release.note }).from(release).where(eq(release.number, number)).all()
}

function nearest<T>(list: readonly Named<T>[], words: string[], limit: number): T[] {
  if (words.length === 0) return []
  return list
    .flatMap(({ one, text }) => {
      const distance = distanceOf(text, words)
      return distance === null ? [] : [{ one, distance }]
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ one }) => one)
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}

/** 0: the text begins with the words; 1: each word begins a word of the text; 2: each stands somewhere; null: one is missing. */
function distanceOf(text: string, words: string[]): number | null {
  if (text.startsWith(words.join(' '))) return 0
  let farthest = 1
  for (const word of words) {
    const at = text.indexOf(word)
    if (at === -1) return null
    if (!startsWord(text, word)) farthest = 2
  }
  return farthest
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true
  }
  return false
}
