import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { json } from './json.ts'

/* What operators keep and report, and the pages that may show the panel in a frame. As drizzle sees the tables; `db/migrations/*.sql` makes them, and `schema.test.ts` compares. */

export const favourite = sqliteTable('favourite', {
  person: text('person').notNull().primaryKey(),
  articleId: text('article_id').notNull().primaryKey(),
  at: integer('at').notNull(),
})

export const shift = sqliteTable('shift', {
  person: text('person').primaryKey(),
  seq: integer('seq').notNull(),
  release: integer('release').notNull(),
  at: integer('at').notNull(),
})

export const report = sqliteTable('report', {
  id: text('id').primaryKey(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  release: integer('release').notNull(),
  kind: text('kind').$type<'outdated' | 'wrong'>().notNull(),
  note: text('note').notNull(),
  reportedAt: integer('reported_at').notNull(),
  reportedBy: text('reported_by').notNull(),
  reporter: text('reporter').notNull(),
  resolvedAt: integer('resolved_at'),
  resolvedBy: text('resolved_by'),
  resolution: text('resolution'),
})

export const embedding = sqliteTable('embedding', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  origins: json<string[]>('origins').notNull(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  revokedAt: integer('revoked_at'),
})

export const embeddingToken = sqliteTable('embedding_token', {
  hash: text('hash').primaryKey(),
  expiresAt: integer('expires_at').notNull(),
})

export const embeddingSession = sqliteTable('embedding_session', {
  hash: text('hash').primaryKey(),
  embeddingId: text('embedding_id').notNull(),
  userId: text('user_id').notNull(),
  sessionVersion: integer('session_version').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
})
