import { and, asc, eq, gt } from 'drizzle-orm'
import { shift } from '#db/schema/desk.ts'
import { feed } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { OperatorContent } from '#lib/compile/types.ts'
import { readFeedEnd } from '#lib/delivery/read-feed-end.ts'
import { readSaid } from '#lib/delivery/read-said.ts'
import { compareWords } from '#lib/difference/compare-words.ts'
import type { Piece } from '#lib/difference/types.ts'
import type { Istok } from '../istok.ts'
import { listSettledReports, type SettledReport } from './own-reports.ts'
import { requireOperator } from './require-operator.ts'

/** Answers that one reply compares; whoever was away for longer reads the rest as titles. */
const mostCompared = 50
/** Answers that one reply names: after a large import nobody reads on, and each is read twice for it. */
const mostNamed = 100

export interface NewsItem {
  slug: string
  title: string
  fate: 'added' | 'changed' | 'removed'
  release: number
  /** Milliseconds since the epoch. */
  at: number
  /** Word by word, unchanged passages shortened to `…`; null when it was not compared. */
  pieces: Piece[] | null
}
export interface News {
  /** The mark of the last shift; null: there is none yet. */
  since: { release: number; at: number } | null
  items: NewsItem[]
  /** Answers with older changes, which are not named. */
  more: number
  /** The actor's own reports, of any language, that were settled since the mark, the latest first. */
  settled: SettledReport[]
  /** What PUT /operator/shift is given once these have been read. */
  seq: number
}

/** What changed in the operators' answers of a language since the actor's mark, the latest first. Throws unauthenticated, forbidden. */
export async function readNews(istok: Istok, actor: Actor, { locale }: { locale: string }): Promise<News> {
  requireOperator(actor)
  const orm = istok.database.reader.orm
  const mark = orm.select().from(shift).where(eq(shift.person, actor.id)).get()
  const newest = readFeedEnd(istok, 'operator')
  if (!mark) return { since: null, items: [], more: 0, settled: [], seq: newest }
  const rows = await orm
    .select()
    .from(feed)
    .where(and(eq(feed.channel, 'operator'), eq(feed.locale, locale), gt(feed.number, mark.seq)))
    .orderBy(asc(feed.number))
  const byArticle = new Map<string, typeof rows>()
  for (const row of rows) {
    const known = byArticle.get(row.articleId)
    if (known) known.push(row)
    else byArticle.set(row.articleId, [row])
  }
  const latest = [...byArticle.values()].sort((one, other) => (other.at(-1)?.number ?? 0) - (one.at(-1)?.number ?? 0))
  const items: NewsItem[] = []
  for (const changes of latest.slice(0, mostNamed)) {
    const item = await newsOf(istok, locale, changes, items.length < mostCompared)
    if (item) items.push(item)
  }
  return {
    since: { release: mark.release, at: mark.at },
    items: items.sort((one, other) => other.at - one.at),
    more: Math.max(0, latest.length - mostNamed),
    settled: await listSettledReports(istok, actor, { since: mark.at }),
    seq: newest,
  }
}

async function newsOf(istok: Istok, locale: string, changes: (typeof feed.$inferSelect)[], isCompared: boolean): Promise<NewsItem | null> {
  const last = changes.at(-1)
  const [first] = changes
  if (!first || !last) return null
  const place = { articleId: last.articleId, locale }
  const before = await readText(istok, { ...place, release: first.release - 1 })
  const after = await readText(istok, { ...place, release: null })
  if (!before && !after) return null
  const base = { slug: after?.slug ?? last.slug, title: (after ?? before)?.title ?? last.slug, release: last.release, at: last.at }
  if (!after) return { ...base, fate: 'removed', pieces: null }
  if (!before) return { ...base, fate: 'added', pieces: null }
  if (before.text === after.text) return null
  return { ...base, fate: 'changed', pieces: isCompared ? shortened(compareWords(before.text, after.text)) : null }
}

/** Slug, title and words of an answer as the panel said them with a release (null: now); null: it was not there. */
async function readText(
  istok: Istok,
  place: { locale: string; articleId: string; release: number | null },
): Promise<{ slug: string; title: string; text: string } | null> {
  const [said] = await readSaid(istok, { ...place, channels: ['operator'] })
  if (!said) return null
  const { title, content } = said.reply as { title: string; content: OperatorContent }
  return { slug: said.slug, title, text: [title, content.shortAnswer, content.text].filter(part => part !== '').join('\n\n') }
}

/** Words around a change that are kept, in UTF-16 units. */
const around = 90

/** A word-by-word comparison without the long passages in which nothing changed. */
export function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.fate !== 'same' || piece.text.length <= around * 2 + 20) return piece
    const head = index === 0 ? '' : piece.text.slice(0, around)
    const tail = index === pieces.length - 1 ? '' : piece.text.slice(-around)
    return { fate: 'same', text: `${head.replace(/\S*$/, '')} … ${tail.replace(/^\S*/, '')}` }
  })
}
