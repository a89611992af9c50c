import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Audience } from '#lib/document/types.ts'
import { json } from './json.ts'

/* The index of search and what is to be sent to another search engine. As drizzle sees the tables; `db/migrations/*.sql` makes them, and `schema.test.ts` compares. */

export const outbox = sqliteTable('outbox', {
  id: integer('id').primaryKey(),
  topic: text('topic').notNull(),
  key: text('key').notNull(),
  payload: json<Record<string, unknown>>('payload').notNull(),
  state: text('state').$type<'pending' | 'leased' | 'done' | 'dead'>().notNull(),
  attempts: integer('attempts').notNull(),
  availableAt: integer('available_at').notNull(),
  leasedUntil: integer('leased_until'),
  lastError: text('last_error'),
  createdAt: integer('created_at').notNull(),
  doneAt: integer('done_at'),
  /** Under what name the receiver took it over. */
  receipt: text('receipt'),
})

/** What a process does alone: the sender of an outbox. */
export const lease = sqliteTable('lease', {
  name: text('name').primaryKey(),
  owner: text('owner').notNull(),
  epoch: integer('epoch').notNull(),
  expiresAt: integer('expires_at').notNull(),
})

/** A row of the search index; its keys stand in the FTS5 tables of its audience under the same number. */
export const searchAnswer = sqliteTable('search_answer', {
  id: integer('id').primaryKey(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  audience: text('audience').$type<Audience>().notNull(),
  hash: text('hash').notNull(),
})
