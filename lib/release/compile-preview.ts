import { eq, inArray } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, translation } from '#db/schema/content.ts'
import { head, rendition } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import { findUnapproved, type Unapproved } from '#lib/review/require-approval.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import type { Change } from './change.ts'
import { type BlockingLoss, type CompiledTranslation, compileChange } from './compile-change.ts'
import { keyOf, type TranslationKey } from './find-affected.ts'
import { referencesOf } from './references-of.ts'

/** What a release would do to one channel: `same` is released again and says what it said. */
export type ChannelEffect = 'new' | 'changed' | 'same' | 'removed'

/** What a release would do to one article in one locale. */
export interface ImpactRow extends TranslationKey {
  slug: string
  title: string
  /** The release names it; otherwise something that it says changes: `through` lists the keys of these facts and snippets. */
  named: boolean
  through: { facts: string[]; snippets: string[] }
  /** Channels that say it before or after. `hash` is what will be stored; null: nothing. */
  channels: { channel: ChannelKind; effect: ChannelEffect; hash: string | null }[]
}

export interface ReleasePreview {
  counts: { articles: number; translations: number; renditions: number; withdrawn: number; facts: number; snippets: number }
  /** What changes first; at most `rowLimit` rows. */
  impact: ImpactRow[]
  /** Losses of level error: each stops the release. At most `lossLimit`, of `lossCount`. */
  losses: BlockingLoss[]
  lossCount: number
  /** Drafts that the house wants approved first, and keys of changes that somebody else has to release. They stop the release, too. */
  unapproved: Unapproved[]
  own: string[]
}

const rowLimit = 500
const lossLimit = 500

/** Compiles a change as publishing it would, stores nothing, and says what would be different. `at` in milliseconds; null: now. */
export async function compilePreview(istok: Istok, actor: Actor, change: Change, at: number | null): Promise<ReleasePreview> {
  const compiled = await compileChange(istok, change, at ?? change.instant ?? now())
  const { orm } = istok.database.reader
  const named = new Set(change.translations.map(keyOf))
  const rows: ImpactRow[] = []
  for (const part of chunked(compiled.translations, 400)) {
    const before = await readHashes(orm, part)
    const titles = await readTitles(orm, part)
    for (const one of part) rows.push(impactOf(one, change, named.has(keyOf(one)), before, titles))
    await new Promise(resolve => setImmediate(resolve))
  }
  const changing = rows.flatMap(({ channels }) => channels.filter(({ effect }) => effect !== 'same'))
  return {
    counts: {
      articles: new Set(rows.map(({ articleId }) => articleId)).size,
      translations: rows.length,
      renditions: changing.length,
      withdrawn: new Set(compiled.translations.filter(({ content }) => !content).map(({ articleId }) => articleId)).size,
      facts: change.facts.length,
      snippets: change.snippets.length,
    },
    impact: rows.toSorted((a, b) => weightOf(a) - weightOf(b)).slice(0, rowLimit),
    losses: compiled.losses.slice(0, lossLimit),
    lossCount: compiled.losses.length,
    ...(change.kind === 'publish' ? findUnapproved(orm, actor, change) : { unapproved: [], own: [] }),
  }
}

/** What is named stands first, what says the same as before last. */
function weightOf({ named, channels }: ImpactRow): number {
  return (named ? 0 : 1) + (channels.every(({ effect }) => effect === 'same') ? 2 : 0)
}

function impactOf(
  one: CompiledTranslation,
  change: Change,
  named: boolean,
  before: Map<string, Map<string, string>>,
  titles: Map<string, { slug: string; title: string }>,
): ImpactRow {
  const { articleId, locale, content, rows } = one
  const live = before.get(keyOf(one))
  const after = new Map(rows.map(({ channel, hash }) => [channel, hash]))
  const known = titles.get(keyOf(one))
  return {
    ...{ articleId, locale, named },
    slug: content?.metadata.slug ?? known?.slug ?? articleId,
    title: content?.title ?? known?.title ?? articleId,
    through: throughOf(one, change),
    channels: channelKinds.flatMap(channel => {
      const [was, becomes] = [live?.get(channel), after.get(channel)]
      if (was === undefined && becomes === undefined) return []
      const effect = was === undefined ? 'new' : becomes === undefined ? 'removed' : was === becomes ? 'same' : 'changed'
      return [{ channel, effect, hash: becomes ?? null }]
    }),
  }
}

/** The changed facts and snippets that the translation says; a fact may stand in a snippet. */
function throughOf({ content, rows }: CompiledTranslation, change: Change): ImpactRow['through'] {
  if (!content) return { facts: [], snippets: [] }
  const said = new Set(rows.flatMap(({ facts }) => facts))
  const { snippet } = referencesOf(content)
  return {
    facts: [...change.facts.map(({ key }) => key), ...change.due].filter(key => said.has(key)),
    snippets: change.snippets.map(({ key }) => key).filter(key => snippet.has(key)),
  }
}

/** The hashes of what the channels say now, by translation and channel. */
async function readHashes(orm: BetterSQLite3Database, keys: TranslationKey[]): Promise<Map<string, Map<string, string>>> {
  const found = await orm
    .select({ articleId: head.articleId, locale: head.locale, channel: head.channel, hash: rendition.hash })
    .from(head)
    .innerJoin(rendition, eq(rendition.id, head.renditionId))
    .where(inArray(head.articleId, [...new Set(keys.map(({ articleId }) => articleId))]))
  const hashes = new Map<string, Map<string, string>>()
  for (const row of found) {
    const ofTranslation = hashes.get(keyOf(row)) ?? new Map<string, string>()
    hashes.set(keyOf(row), ofTranslation.set(row.channel, row.hash ?? ''))
  }
  return hashes
}

async function readTitles(orm: BetterSQLite3Database, keys: TranslationKey[]): Promise<Map<string, { slug: string; title: string }>> {
  const gone = keys.map(({ articleId }) => articleId)
  const found = await orm
    .select({ articleId: translation.articleId, locale: translation.locale, slug: article.slug, title: translation.title })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .where(inArray(translation.articleId, [...new Set(gone)]))
  return new Map(found.map(({ slug, title, ...key }) => [keyOf(key), { slug, title }]))
}

function chunked<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
}
