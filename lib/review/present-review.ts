import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { ReviewState, review } from '#db/schema/workflow.ts'
import type { Actor } from '#lib/access/actor.ts'
import { type ApprovalObstacle, approvalObstacle } from '#lib/access/can-approve.ts'
import { articlesWith } from '#lib/authoring/article-rights.ts'
import { approvalHash } from './approval-hash.ts'
import { authorsSinceApproval } from './find-approval.ts'
import { namePeople } from './name-people.ts'
import { readDrafts } from './read-draft.ts'
import { approvalRule } from './workflow-settings.ts'

export interface Person {
  id: string
  name: string
}

/** A review as lists and the API show it. Times in milliseconds since the epoch. */
export interface ReviewEntry {
  id: string
  articleId: string
  locale: string
  slug: string
  title: string
  state: ReviewState
  hash: string
  note: string
  requestedAt: number
  requestedBy: Person
  decidedAt: number | null
  decidedBy: Person | null
  /** Why it was sent back. */
  reason: string | null
  /** False: the draft was changed after it was sent; its approval does not cover the draft. */
  isCurrent: boolean
  /** Who changed the draft since it was last approved. */
  authors: Person[]
  /** What keeps the caller from approving it. */
  obstacle: ApprovalObstacle
}

type Row = typeof review.$inferSelect

/** Puts rows of reviews into the API's shape, in their order, as the actor sees them. */
export function presentReviews(orm: BetterSQLite3Database, actor: Actor, rows: Row[]): ReviewEntry[] {
  const rule = approvalRule(orm)
  const drafts = new Map<string, string>()
  for (const articleId of new Set(rows.map(row => row.articleId))) {
    for (const draft of readDrafts(orm, articleId)) drafts.set(`${articleId} ${draft.locale}`, approvalHash(draft))
  }
  const authorsOf = new Map(rows.map(row => [row.id, row.state === 'open' ? authorsSinceApproval(orm, row).authors : row.authors]))
  const approvable = articlesWith(
    orm,
    actor,
    'approve',
    rows.map(({ articleId }) => articleId),
  )
  const names = namePeople(
    orm,
    rows.flatMap(row => [row.requestedBy, row.decidedBy, ...(authorsOf.get(row.id) ?? [])]),
  )
  const person = (id: string): Person => ({ id, name: names.get(id) ?? id })
  return rows.map(row => {
    const { id, articleId, locale, state, hash, note, requestedAt, decidedAt, reason } = row
    const authors = authorsOf.get(id) ?? []
    return {
      ...{ id, articleId, locale, slug: row.metadata.slug, title: row.content.title, state, hash, note, requestedAt, decidedAt, reason },
      requestedBy: person(row.requestedBy),
      decidedBy: row.decidedBy === null ? null : person(row.decidedBy),
      isCurrent: drafts.get(`${articleId} ${locale}`) === hash,
      authors: authors.map(person),
      obstacle: approvalObstacle(actor, approvable.has(articleId), rule, authors),
    }
  })
}
