import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Block, Document, Inline } from '#lib/document/types.ts'
import type { RevisionMetadata } from './content.ts'
import { json } from './json.ts'

/* Who looks at what before it is published, and the work of editors around it. As drizzle sees the tables; `db/migrations/*.sql` makes them, and `schema.test.ts` compares. */

export type ReviewState = 'open' | 'approved' | 'rejected' | 'withdrawn' | 'superseded'

type ReviewedContent = {
  title: string
  shortAnswer: Inline[]
  questions: string[]
  document: Document
  variations: Record<string, Document>
}

export const review = sqliteTable('review', {
  id: text('id').primaryKey(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  hash: text('hash').notNull(),
  contentHash: text('content_hash').notNull(),
  metadata: json<RevisionMetadata>('metadata').notNull(),
  content: json<ReviewedContent>('content').notNull(),
  state: text('state').$type<ReviewState>().notNull(),
  note: text('note').notNull(),
  requestedAt: integer('requested_at').notNull(),
  requestedBy: text('requested_by').notNull(),
  decidedAt: integer('decided_at'),
  decidedBy: text('decided_by'),
  reason: text('reason'),
  authors: json<string[]>('authors').notNull(),
  contribution: integer('contribution').notNull(),
})

export const contribution = sqliteTable('contribution', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  actor: text('actor').notNull(),
  at: integer('at').notNull(),
})

export const comment = sqliteTable('comment', {
  id: text('id').primaryKey(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  reviewId: text('review_id'),
  threadId: text('thread_id'),
  path: text('path').notNull(),
  quote: text('quote').notNull(),
  text: text('text').notNull(),
  author: text('author').notNull(),
  createdAt: integer('created_at').notNull(),
  resolvedAt: integer('resolved_at'),
  resolvedBy: text('resolved_by'),
})

export const translationMatch = sqliteTable('translation_match', {
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  sourceLocale: text('source_locale').notNull(),
  sourceHash: text('source_hash').notNull(),
  pairs: json<{ source: string | null; target: string | null; node?: Block | null }[]>('pairs').notNull(),
  markedAt: integer('marked_at').notNull(),
  markedBy: text('marked_by').notNull(),
})

export const savedView = sqliteTable('saved_view', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  list: text('list').notNull(),
  name: text('name').notNull(),
  query: text('query').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const importJob = sqliteTable('import_job', {
  id: text('id').primaryKey(),
  state: text('state').$type<'running' | 'done' | 'failed'>().notNull(),
  dryRun: integer('dry_run', { mode: 'boolean' }).notNull(),
  publish: integer('publish', { mode: 'boolean' }).notNull(),
  report: json<Record<string, unknown>>('report').notNull(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  finishedAt: integer('finished_at'),
})
