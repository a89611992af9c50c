import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { KeptRefusal } from '#lib/kept-refusal.ts'
import { json } from './json.ts'

/* What is said since when in every channel: releases and what they made. As drizzle sees the tables; `db/migrations/*.sql` makes them, and `schema.test.ts` compares. */

export const release = sqliteTable('release', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  kind: text('kind').$type<'publish' | 'validity' | 'rollback' | 'recompile'>().notNull(),
  note: text('note').notNull(),
  author: text('author').notNull(),
  scope: json<{ articles: string[]; facts: string[]; snippets: string[]; withdraw: string[] }>('scope').notNull(),
  restores: integer('restores'),
  publishedAt: integer('published_at').notNull(),
})

export const publication = sqliteTable('publication', {
  id: integer('id').primaryKey(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  release: integer('release').notNull(),
  revision: integer('revision'),
})

const keyPublication = {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  release: integer('release').notNull(),
  revision: integer('revision'),
}

export const factPublication = sqliteTable('fact_publication', keyPublication)

export const snippetPublication = sqliteTable('snippet_publication', keyPublication)

export const rendition = sqliteTable('rendition', {
  id: integer('id').primaryKey(),
  channel: text('channel').notNull(),
  locale: text('locale').notNull(),
  slug: text('slug').notNull(),
  articleId: text('article_id').notNull(),
  release: integer('release').notNull(),
  revision: integer('revision'),
  op: text('op').$type<'upsert' | 'delete' | 'move'>().notNull(),
  hash: text('hash'),
  summary: blob('summary', { mode: 'buffer' }),
  body: blob('body', { mode: 'buffer' }),
  profiles: blob('profiles', { mode: 'buffer' }),
})

export const head = sqliteTable('head', {
  id: integer('id').primaryKey(),
  channel: text('channel').notNull(),
  locale: text('locale').notNull(),
  slug: text('slug').notNull(),
  articleId: text('article_id').notNull(),
  release: integer('release').notNull(),
  renditionId: integer('rendition_id').notNull(),
  category: text('category'),
})

export const liveTag = sqliteTable('live_tag', {
  tag: text('tag').notNull(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
})

export const feed = sqliteTable('feed', {
  /** Over all channels: shown to nobody. */
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  release: integer('release').notNull(),
  channel: text('channel').notNull(),
  op: text('op').$type<'upsert' | 'delete'>().notNull(),
  slug: text('slug').notNull(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  hash: text('hash'),
  at: integer('at').notNull(),
  /** Within its channel, from 1 without a gap. */
  number: integer('number').notNull(),
})

export const redirect = sqliteTable('redirect', {
  slug: text('slug').primaryKey(),
  articleId: text('article_id').notNull(),
  release: integer('release').notNull(),
})

/** Where an imported article was on another site: path, decoded and without the last slash. */
export const oldAddress = sqliteTable('old_address', {
  path: text('path').primaryKey(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const schedule = sqliteTable('schedule', {
  id: text('id').primaryKey(),
  note: text('note').notNull(),
  author: text('author').notNull(),
  content: text('content').notNull(),
  publishAt: integer('publish_at').notNull(),
  state: text('state').$type<'scheduled' | 'published' | 'failed' | 'cancelled'>().notNull(),
  release: integer('release'),
  problem: text('problem'),
  refusal: json<KeptRefusal>('refusal'),
  createdAt: integer('created_at').notNull(),
  scope: json<{ articles: string[]; withdraw: string[]; facts: string[]; snippets: string[] }>('scope').notNull(),
})

export const liveLoss = sqliteTable('live_loss', {
  id: integer('id').primaryKey(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  channel: text('channel').notNull(),
  path: text('path').notNull(),
  reason: text('reason').notNull(),
  message: json<{ ru: string; en: string }>('message').notNull(),
})

export const ack = sqliteTable('ack', {
  id: integer('id').primaryKey(),
  consumer: text('consumer').notNull(),
  channel: text('channel').notNull(),
  release: integer('release').notNull(),
  hashes: json<Record<string, string>>('hashes'),
  at: integer('at').notNull(),
})
