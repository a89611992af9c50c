import { and, asc, eq, or } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { comment } from '#db/schema/workflow.ts'
import type { TranslationContent } from '#lib/authoring/content.ts'
import { type FoundPlace, locateQuote } from './locate-quote.ts'
import { namePeople } from './name-people.ts'
import type { Person } from './present-review.ts'

/** Longest remark and longest quotation, in characters. */
export const commentLimits = { text: 4000, quote: 1000, path: 200 } as const

/** A remark as the studio shows it; `replies` belong to the first of a thread. Times in milliseconds since the epoch. */
export interface CommentEntry {
  id: string
  articleId: string
  locale: string
  reviewId: string | null
  path: string
  quote: string
  text: string
  author: Person
  createdAt: number
  resolvedAt: number | null
  resolvedBy: Person | null
  /** Where the words stand in the draft now. */
  place: FoundPlace
  replies: { id: string; text: string; author: Person; createdAt: number }[]
}

/** The threads of a translation in the order in which they began, with their places in `content`. */
export function presentThreads(
  orm: BetterSQLite3Database,
  place: { articleId: string; locale: string },
  content: TranslationContent | null,
  only?: string,
): CommentEntry[] {
  const ofPlace = and(eq(comment.articleId, place.articleId), eq(comment.locale, place.locale))
  const rows = orm
    .select()
    .from(comment)
    .where(only === undefined ? ofPlace : and(ofPlace, or(eq(comment.id, only), eq(comment.threadId, only))))
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .all()
  const names = namePeople(
    orm,
    rows.flatMap(row => [row.author, row.resolvedBy]),
  )
  const person = (id: string): Person => ({ id, name: names.get(id) ?? id })
  const replies = Map.groupBy(rows, row => row.threadId)
  return (replies.get(null) ?? []).map(({ threadId: _, ...row }) => ({
    ...row,
    author: person(row.author),
    resolvedBy: row.resolvedBy === null ? null : person(row.resolvedBy),
    place: content ? locateQuote(content, row) : { path: row.path, state: 'orphaned' as const },
    replies: (replies.get(row.id) ?? []).map(({ id, text, author, createdAt }) => ({ id, text, author: person(author), createdAt })),
  }))
}
