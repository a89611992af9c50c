import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { wording } from '#db/schema/learning.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, readCursor, writeCursor } from '#lib/access/cursor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import type { Istok } from '../istok.ts'
import type { Judgement } from './judge-wording.ts'
import { type Heard, judgeWordings } from './judge-wordings.ts'
import { type ArticleName, nameArticles } from './name-articles.ts'
import { isShareable, mainChannel, readTallies, type Tally } from './read-hearings.ts'
import { type Effect, seeEffect } from './see-effect.ts'

export type WordingRow = typeof wording.$inferSelect
export type WordingState = WordingRow['state']

export interface WordingFilter extends PageInput {
  state?: WordingState
  locale?: string
  channel?: string
  /** Part of the text, in any case. */
  q?: string
  /** Milliseconds to wait for what the wordings are compared with; as long as it takes when not given. */
  patience?: number
}

export interface WordingPage extends Page<WordingEntry> {
  /** Whether all were compared with the articles; false: whoever asks again gets a better order. */
  isComplete: boolean
}

/** A real wording of customers or operators. Times in milliseconds since the epoch. */
export interface WordingEntry extends Tally {
  id: string
  locale: string
  text: string
  state: WordingState
  firstAt: number
  lastAt: number
  gapId: string | null
  /** 0 to 1; the higher, the more can be learned from attaching it. */
  uncertainty: number
  /** The likeliest articles, at most three. */
  likely: (ArticleName & { probability: number })[]
  /** The article to which it was attached, and what came of it. */
  article: ArticleName | null
  effect: Effect | null
}

/** Wordings that are ranked at once; the older ones of a larger heap wait. */
const most = 3000
/**
 * Real wordings that no article has among its questions yet, the most uncertain first (or those that were attached or rejected, the latest first). Wordings
 * with masked personal data need two people. Throws forbidden (needs write or read:internal), invalid (cursor).
 */
export async function listWordings(istok: Istok, actor: Actor, filter: WordingFilter = {}): Promise<WordingPage> {
  requireDrafts(actor)
  const { state = 'open' } = filter
  const limit = limitOf(filter)
  const [from = 0] = (readCursor(filter.cursor, ['number']) ?? []) as number[]
  const rows = await istok.database.reader.orm
    .select()
    .from(wording)
    .where(and(eq(wording.state, state), ...conditionsOf(filter)))
    .orderBy(state === 'open' ? desc(wording.lastAt) : desc(wording.decidedAt), desc(wording.id))
    .limit(most)
  const tallies = readTallies(
    istok,
    rows.map(({ id }) => id),
  )
  const known = rows.flatMap(row => {
    const tally = tallies.get(row.id)
    const isHere = tally && isShareable(row.private, tally.people) && (filter.channel === undefined || filter.channel in tally.channels)
    return isHere ? [{ row, tally }] : []
  })
  const part = state === 'open' ? known : known.slice(from, from + limit)
  const { judgements, isComplete } = await judgeWordings(istok, part, filter.patience ?? Number.POSITIVE_INFINITY)
  const judged = part.map(one => ({ ...one, judgement: judgements.get(one.row.id)! }))
  const ranked = state === 'open' ? rank(judged) : []
  const page = state === 'open' ? ranked.slice(from, from + limit) : judged
  const total = state === 'open' ? ranked.length : known.length
  const names = nameArticles(
    istok,
    page.flatMap(({ row, judgement }) => [row.articleId ?? '', ...judgement.likely.map(({ articleId }) => articleId)]),
  )
  const items = await Promise.all(page.map(one => present(istok, one, names)))
  return { isComplete, items, nextCursor: from + limit < total ? writeCursor([from + limit]) : null }
}

function conditionsOf({ locale, q }: WordingFilter): (SQL | undefined)[] {
  const needle = q?.trim()
  const forms = needle ? [...new Set([needle, needle.toLowerCase(), `${needle.slice(0, 1).toUpperCase()}${needle.slice(1)}`])] : []
  return [
    locale === undefined ? undefined : eq(wording.locale, locale),
    forms.length === 0
      ? undefined
      : sql`(${sql.join(
          forms.map(form => sql`instr(${wording.text}, ${form}) > 0`),
          sql` OR `,
        )})`,
  ]
}

interface Judged extends Heard {
  judgement: Judgement
}

/** The most uncertain first, without those that are questions already. */
function rank(judged: Judged[]): Judged[] {
  const step = ({ judgement }: Judged) => Math.round(judgement.uncertainty * 20)
  return judged
    .filter(({ judgement }) => !judgement.isKnown)
    .sort((a, b) => step(b) - step(a) || b.tally.times - a.tally.times || b.row.lastAt - a.row.lastAt)
}

async function present(istok: Istok, { row, tally, judgement }: Judged, names: Map<string, ArticleName>): Promise<WordingEntry> {
  const { id, locale, text, state, firstAt, lastAt, gapId, articleId } = row
  const likely = judgement.likely.flatMap(({ articleId, probability }) => {
    const name = names.get(articleId)
    return name ? [{ ...name, probability: Math.round(probability * 1000) / 1000 }] : []
  })
  const effect = state === 'attached' && articleId ? await seeEffect(istok, row, mainChannel(tally)) : null
  const article = articleId === null ? null : (names.get(articleId) ?? null)
  return {
    id,
    locale,
    text,
    state,
    firstAt,
    lastAt,
    gapId,
    ...tally,
    uncertainty: Math.round(judgement.uncertainty * 1000) / 1000,
    likely,
    article,
    effect,
  }
}
