import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { json } from './json.ts'

/* What customers asked and how it ended. As drizzle sees the tables; `db/migrations/*.sql` makes them, and `schema.test.ts` compares. */

export const feedback = sqliteTable('feedback', {
  id: integer('id').primaryKey(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  channel: text('channel').notNull(),
  release: integer('release').notNull(),
  helpful: integer('helpful', { mode: 'boolean' }).notNull(),
  at: integer('at').notNull(),
})

export const ask = sqliteTable('ask', {
  id: text('id').primaryKey(),
  at: integer('at').notNull(),
  release: integer('release').notNull(),
  channel: text('channel').notNull(),
  locale: text('locale').notNull(),
  conversationId: text('conversation_id').notNull(),
  question: text('question').notNull(),
  status: text('status').$type<'answered' | 'clarify' | 'unanswered' | 'handoff'>().notNull(),
  articleId: text('article_id'),
  options: json<string[]>('options').notNull(),
  confidence: real('confidence').notNull(),
  hash: text('hash'),
  person: text('person'),
})

export const gap = sqliteTable('gap', {
  id: text('id').primaryKey(),
  locale: text('locale').notNull(),
  state: text('state').$type<'open' | 'dismissed' | 'closed' | 'merged'>().notNull(),
  mergedInto: text('merged_into'),
  articleId: text('article_id'),
  sinceRelease: integer('since_release'),
  closedRelease: integer('closed_release'),
  closedAt: integer('closed_at'),
  createdAt: integer('created_at').notNull(),
  decidedAt: integer('decided_at'),
  decidedBy: text('decided_by'),
})

export const wording = sqliteTable('wording', {
  id: text('id').primaryKey(),
  locale: text('locale').notNull(),
  key: text('key').notNull(),
  text: text('text').notNull(),
  private: integer('private', { mode: 'boolean' }).notNull(),
  state: text('state').$type<'open' | 'attached' | 'rejected'>().notNull(),
  articleId: text('article_id'),
  sinceRelease: integer('since_release'),
  decidedAt: integer('decided_at'),
  decidedBy: text('decided_by'),
  gapId: text('gap_id'),
  firstAt: integer('first_at').notNull(),
  lastAt: integer('last_at').notNull(),
})

/** How a question or a search ended. */
export type Outcome = 'answered' | 'clarify' | 'unanswered' | 'handoff' | 'found' | 'nothing' | 'opened'

export const hearing = sqliteTable('hearing', {
  id: integer('id').primaryKey(),
  wordingId: text('wording_id').notNull(),
  at: integer('at').notNull(),
  release: integer('release').notNull(),
  channel: text('channel').notNull(),
  source: text('source').$type<'ask' | 'search'>().notNull(),
  outcome: text('outcome').$type<Outcome>().notNull(),
  articleId: text('article_id'),
  person: text('person').notNull(),
  times: integer('times').notNull(),
  dropped: integer('dropped', { mode: 'boolean' }),
})
