import { inArray } from 'drizzle-orm'
import { gap } from '#db/schema/learning.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, readCursor, writeCursor } from '#lib/access/cursor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import type { Istok } from '../istok.ts'
import { closeGaps } from './close-gaps.ts'
import { type ArticleName, nameArticles } from './name-articles.ts'
import { placeWordings } from './place-wordings.ts'
import { rankGaps } from './rank-gaps.ts'
import { type Gap, readGaps } from './read-gaps.ts'

export interface GapFilter extends PageInput {
  state?: 'open' | 'dismissed' | 'closed'
  locale?: string
  channel?: string
  /** Part of one of its wordings, in any case. */
  q?: string
}

export interface GapEntry extends Gap {
  article: ArticleName | null
  /** Wordings that may be shown and are not among these. */
  more: number
}

/** Wordings of a gap that a list shows. */
const mostExamples = 5

/**
 * Questions of all channels that found no answer, alike ones together, the heaviest first. Throws forbidden (needs write or read:internal), invalid (cursor).
 */
export async function listGaps(istok: Istok, actor: Actor, filter: GapFilter = {}): Promise<Page<GapEntry>> {
  requireDrafts(actor)
  await placeWordings(istok)
  await closeGaps(istok)
  const limit = limitOf(filter)
  const [from = 0] = (readCursor(filter.cursor, ['number']) ?? []) as number[]
  const found = rankGaps(istok, { ...filter, state: filter.state ?? 'open' })
  const ids = found.slice(from, from + limit)
  const rows = await istok.database.reader.orm.select().from(gap).where(inArray(gap.id, ids))
  const page = readGaps(istok, rows)
  const names = nameArticles(
    istok,
    page.map(({ articleId }) => articleId ?? ''),
  )
  const items = page.map(one => ({
    ...one,
    wordings: one.wordings.slice(0, mostExamples),
    more: Math.max(0, one.wordings.length - mostExamples),
    article: names.get(one.articleId ?? '') ?? null,
  }))
  return { items, nextCursor: from + limit < found.length ? writeCursor([from + limit]) : null }
}
