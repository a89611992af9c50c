import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import type { Document } from '#lib/document/types.ts'
import type { KeptRefusal } from '#lib/kept-refusal.ts'
import type { ByLocale } from './content.ts'
import { json } from './json.ts'

/* Facts and snippets, and which article says which. As drizzle sees the tables; `db/migrations/*.sql` makes them, and `schema.test.ts` compares. */

const factColumns = {
  type: text('type').notNull(),
  unit: text('unit'),
  title: json<ByLocale>('title').notNull(),
  values: json<FactValidity[]>('values').notNull(),
}

export const fact = sqliteTable('fact', {
  key: text('key').primaryKey(),
  ...factColumns,
  version: integer('version').notNull(),
  updatedAt: integer('updated_at').notNull(),
  updatedBy: text('updated_by').notNull(),
  liveRevision: integer('live_revision'),
})

export const factRevision = sqliteTable('fact_revision', {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  number: integer('number').notNull(),
  ...factColumns,
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
})

const snippetColumns = {
  title: json<ByLocale>('title').notNull(),
  documents: json<Record<string, Document>>('documents').notNull(),
}

export const snippet = sqliteTable('snippet', {
  key: text('key').primaryKey(),
  ...snippetColumns,
  version: integer('version').notNull(),
  updatedAt: integer('updated_at').notNull(),
  updatedBy: text('updated_by').notNull(),
  liveRevision: integer('live_revision'),
})

export const snippetRevision = sqliteTable('snippet_revision', {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  number: integer('number').notNull(),
  ...snippetColumns,
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
})

export type ReferenceKind = 'fact' | 'snippet' | 'article' | 'media'

export const reference = sqliteTable('reference', {
  id: integer('id').primaryKey(),
  state: text('state').$type<'draft' | 'live'>().notNull(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  kind: text('kind').$type<ReferenceKind>().notNull(),
  key: text('key').notNull(),
})

export const snippetReference = sqliteTable('snippet_reference', {
  id: integer('id').primaryKey(),
  state: text('state').$type<'draft' | 'live'>().notNull(),
  snippet: text('snippet').notNull(),
  kind: text('kind').$type<ReferenceKind>().notNull(),
  key: text('key').notNull(),
})

export const validity = sqliteTable('validity', {
  id: integer('id').primaryKey(),
  fact: text('fact').notNull(),
  at: integer('at').notNull(),
  state: text('state').$type<'pending' | 'done' | 'failed'>().notNull(),
  problem: text('problem'),
  refusal: json<KeptRefusal>('refusal'),
})
