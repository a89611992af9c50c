import { type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { channelKinds } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'

/** What is said otherwise of where an answer stands: the way of topics down to it, or its tags; each in their order. */
export interface PlacedArticle {
  articleId: string
  slug: string
  locale: string
  title: string
  channels: ChannelKind[]
  before: string[]
  after: string[]
}

/** What becomes of a category or a tag. */
export interface PlaceImpact {
  /** When readers and systems get it: without a release, when the articles are published, or not at all, since nothing that is said changes. */
  seen: 'at-once' | 'with-release' | 'nothing'
  /** Live articles and translations of which something else is said. */
  articles: number
  translations: number
  /** The same answers by channel. */
  channels: Record<string, number>
  /** Articles whose drafts change and that are not live. */
  draftsOnly: number
  /** Live articles whose drafts hold other changes, which would be published with them. */
  unpublished: number
  /** What is said otherwise; of at most `shownAnswers` translations. */
  items: PlacedArticle[]
}

export const shownAnswers = 150

/** A live translation and what it says of its place now. */
export interface LiveAnswer {
  articleId: string
  slug: string
  locale: string
  /** As drafted. */
  title: string
  category: string | null
  tags: string[]
  channels: ChannelKind[]
}

/** The live translations (`t`) for which a condition holds, by title as drafted, with the channels that say them. */
export function readLiveAnswers(orm: BetterSQLite3Database, condition: SQL): LiveAnswer[] {
  const rows = orm.all<Omit<LiveAnswer, 'tags' | 'channels'> & { tags: string; channels: string | null }>(
    sql`SELECT t.article_id AS articleId, t.locale, t.title,
        t.live_metadata ->> 'slug' AS slug, t.live_metadata ->> 'category' AS category, t.live_metadata -> 'tags' AS tags,
        (SELECT group_concat(h.channel) FROM head h WHERE h.article_id = t.article_id AND h.locale = t.locale) AS channels
      FROM translation t WHERE ${condition} AND t.live_revision IS NOT NULL ORDER BY t.title, t.locale`,
  )
  return rows.map(({ tags, channels, ...row }) => {
    const said = channels?.split(',') ?? []
    return { ...row, tags: JSON.parse(tags) as string[], channels: channelKinds.filter(kind => said.includes(kind)) }
  })
}

/** Counts what differs of these answers; `around` says what the place of each is called now and then. */
export function comparePlaces(
  answers: readonly LiveAnswer[],
  around: (answer: LiveAnswer) => { before: string[]; after: string[] },
): Pick<PlaceImpact, 'articles' | 'translations' | 'channels' | 'items'> {
  const placed = answers.map(answer => {
    const { category: _category, tags: _tags, ...shown } = answer
    return { ...shown, ...around(answer) }
  })
  return countPlaces(placed.filter(({ before, after }) => before.join('\n') !== after.join('\n')))
}

/** Counts answers of which something differs. */
export function countPlaces(items: readonly PlacedArticle[]): Pick<PlaceImpact, 'articles' | 'translations' | 'channels' | 'items'> {
  const channels: Record<string, number> = {}
  for (const item of items) for (const channel of item.channels) channels[channel] = (channels[channel] ?? 0) + 1
  return {
    articles: new Set(items.map(({ articleId }) => articleId)).size,
    translations: items.length,
    channels,
    items: items.slice(0, shownAnswers),
  }
}

/** As the site chooses: the language, else the first that there is. */
export function inLocale(texts: Record<string, string>, locale: string): string {
  return texts[locale] ?? Object.values(texts)[0] ?? ''
}
