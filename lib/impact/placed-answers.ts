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
  title: string
  category: string | null
  tags: string[]
  channels: ChannelKind[]
}

/** The live translations of the articles that `which` selects by id (a query of one column), with the channels that say them. */
export function readLiveAnswers(orm: BetterSQLite3Database, which: SQL): LiveAnswer[] {
  const rows = orm.all<{ articleId: string; locale: string; title: string; metadata: string; channels: string }>(
    sql`SELECT t.article_id AS articleId, t.locale, r.title, r.metadata,
        (SELECT json_group_array(h.channel) FROM head h WHERE h.article_id = t.article_id AND h.locale = t.locale) AS channels
      FROM translation t JOIN revision r ON r.article_id = t.article_id AND r.locale = t.locale AND r.number = t.live_revision
      WHERE t.article_id IN (${which}) ORDER BY r.title, t.locale`,
  )
  return rows.map(({ metadata, channels, ...row }) => {
    const { slug, category, tags } = JSON.parse(metadata) as Pick<LiveAnswer, 'slug' | 'category' | 'tags'>
    const said = new Set(JSON.parse(channels) as string[])
    return { ...row, slug, category, tags, channels: channelKinds.filter(kind => said.has(kind)) }
  })
}

/** Counts what differs of these answers; `around` says what the place of each is called now and then. */
export function comparePlaces(
  answers: readonly LiveAnswer[],
  around: (answer: LiveAnswer) => { before: string[]; after: string[] },
): Pick<PlaceImpact, 'articles' | 'translations' | 'channels' | 'items'> {
  const items = answers
    .map(
      ({ category: _category, tags: _tags, ...answer }, index): PlacedArticle => ({ ...answer, ...around(answers[index] as LiveAnswer) }),
    )
    .filter(({ before, after }) => before.join('\n') !== after.join('\n'))
  const channels: Record<string, number> = {}
  for (const item of items) for (const channel of item.channels) channels[channel] = (channels[channel] ?? 0) + 1
  return {
    articles: new Set(items.map(({ articleId }) => articleId)).size,
    translations: items.length,
    channels,
    items: items.slice(0, shownAnswers),
  }
}
