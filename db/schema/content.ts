import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Audience, Document, Inline } from '#lib/document/types.ts'
import { json } from './json.ts'

/* What editors write: articles with their translations and revisions, and what orders and illustrates them. As drizzle sees the tables; `db/migrations/*.sql` makes them, and `schema.test.ts` compares. */

/** A text in each language. */
export type ByLocale = Record<string, string>

/** What of an article's metadata was published with a revision. */
export interface RevisionMetadata {
  slug: string
  category: string | null
  tags: string[]
  audience: Audience
  channels: string[] | null
}

export const category = sqliteTable('category', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  parentId: text('parent_id'),
  position: integer('position').notNull(),
  title: json<ByLocale>('title').notNull(),
  description: json<ByLocale>('description').notNull(),
  version: integer('version').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const tag = sqliteTable('tag', {
  slug: text('slug').primaryKey(),
  title: json<ByLocale>('title').notNull(),
  createdAt: integer('created_at').notNull(),
  version: integer('version').notNull().default(1),
})

export const synonym = sqliteTable('synonym', {
  id: text('id').primaryKey(),
  locale: text('locale').notNull(),
  terms: json<string[]>('terms').notNull(),
  direction: text('direction').$type<'both' | 'one-way'>().notNull(),
  createdAt: integer('created_at').notNull(),
  version: integer('version').notNull().default(1),
})

export const media = sqliteTable('media', {
  id: text('id').primaryKey(),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  extension: text('extension').notNull(),
  bytes: integer('bytes').notNull(),
  width: integer('width'),
  height: integer('height'),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  version: integer('version').notNull().default(1),
})

export const article = sqliteTable('article', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  categoryId: text('category_id'),
  tags: json<string[]>('tags').notNull(),
  audience: text('audience').$type<Audience>().notNull(),
  channels: json<string[]>('channels'),
  owner: text('owner'),
  reviewEveryDays: integer('review_every_days'),
  sourceId: text('source_id'),
  metadata: json<Record<string, unknown>>('metadata').notNull(),
  version: integer('version').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  deletedAt: integer('deleted_at'),
})

const content = {
  title: text('title').notNull(),
  shortAnswer: json<Inline[]>('short_answer').notNull(),
  questions: json<string[]>('questions').notNull(),
  document: json<Document>('document').notNull(),
  variations: json<Record<string, Document>>('variations').notNull(),
  hash: text('hash').notNull(),
}

export const translation = sqliteTable('translation', {
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  ...content,
  variationSources: json<Record<string, string>>('variation_sources').notNull().default({}),
  version: integer('version').notNull(),
  updatedAt: integer('updated_at').notNull(),
  updatedBy: text('updated_by').notNull(),
  liveRevision: integer('live_revision'),
  liveRelease: integer('live_release'),
  /** Of the live revision, so that lists need not look at it. */
  liveHash: text('live_hash'),
  liveMetadata: json<RevisionMetadata>('live_metadata'),
  /** When the live revision was first published, in milliseconds. */
  liveSince: integer('live_since'),
})

export const revision = sqliteTable('revision', {
  id: integer('id').primaryKey(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  number: integer('number').notNull(),
  ...content,
  metadata: json<RevisionMetadata>('metadata').notNull(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
})
