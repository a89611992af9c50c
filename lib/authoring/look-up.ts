import { desc, eq, isNull } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, translation } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import { release } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

/** What a few typed letters may mean, the nearest first. */
export interface LookUp {
  /** The reading of the query that found something. */
  query: string
  articles: { id: string; slug: string; locale: string; title: string; isLive: boolean }[]
  facts: { key: string; title: Record<string, string> }[]
  snippets: { key: string; title: Record<string, string> }[]
  releases: { number: number; note: string }[]
}

/** Releases among which a note is looked for, the newest. */
const newest = 2000

/**
 * Finds articles by title or address, facts and snippets by key or name, releases by number or note, drafts included. `readings` are tried in order until one
 * finds something; at most `limit` of each kind. Throws forbidden (needs write or read:internal).
 */
export async function lookUp(istok: Istok, actor: Actor, { readings, limit }: { readings: string[]; limit: number }): Promise<LookUp> {
  requireDrafts(actor)
  const known = readNames(istok.database.reader.orm)
  let found: LookUp | undefined
  for (const query of readings) {
    found = findIn(known, query, limit)
    if (found.articles.length + found.facts.length + found.snippets.length + found.releases.length > 0) break
  }
  return found ?? { query: '', articles: [], facts: [], snippets: [], releases: [] }
}

type Names = ReturnType<typeof readNames>

/** All names of the house. The titles come from an index, without their documents: 10,000 take a few milliseconds. */
function readNames(orm: BetterSQLite3Database) {
  const articles = new Map(
    orm
      .select({ id: article.id, slug: article.slug })
      .from(article)
      .where(isNull(article.deletedAt))
      .all()
      .map(({ id, slug }) => [id, slug]),
  )
  const { articleId, locale, title, liveRevision, updatedAt } = translation
  return {
    titles: orm
      .select({ id: articleId, locale, title, liveRevision, updatedAt })
      .from(translation)
      .all()
      .flatMap(row => {
        const slug = articles.get(row.id)
        return slug === undefined ? [] : [{ ...row, slug }]
      }),
    facts: orm.select({ key: fact.key, title: fact.title }).from(fact).all(),
    snippets: orm.select({ key: snippet.key, title: snippet.title }).from(snippet).all(),
    releases: orm.select({ number: release.number, note: release.note }).from(release).orderBy(desc(release.number)).limit(newest).all(),
    release: (number: number) =>
      orm.select({ number: release.number, note: release.note }).from(release).where(eq(release.number, number)).all(),
  }
}

function findIn(names: Names, query: string, limit: number): LookUp {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const nearest = <T>(list: T[], textOf: (one: T) => string): T[] =>
    words.length === 0
      ? []
      : list
          .flatMap(one => {
            const distance = distanceOf(plain(textOf(one)), words)
            return distance === null ? [] : [{ one, distance }]
          })
          .sort((a, b) => a.distance - b.distance)
          .slice(0, limit)
          .map(({ one }) => one)
  const byTime = names.titles.toSorted((a, b) => b.updatedAt - a.updatedAt)
  const numbered = /^\d{1,9}$/.test(query.trim()) ? names.release(Number(query)) : []
  const noted = nearest(names.releases, ({ note }) => note).filter(({ number }) => number !== numbered[0]?.number)
  return {
    query,
    articles: nearest(byTime, ({ title, slug }) => `${title} ${slug}`).map(({ id, slug, locale, title, liveRevision }) => ({
      ...{ id, slug, locale, title },
      isLive: liveRevision !== null,
    })),
    facts: nearest(names.facts, ({ key, title }) => [...Object.values(title), key].join(' ')),
    snippets: nearest(names.snippets, ({ key, title }) => [...Object.values(title), key].join(' ')),
    releases: [...numbered, ...noted].slice(0, limit),
  }
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
