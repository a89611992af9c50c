import { blob, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import type { Audience, Block, Document, Inline } from '#lib/document/types.ts'

/** The tables as drizzle sees them; `db/migrations/*.sql` makes them (constraints, indexes and triggers are there) and `schema.test.ts` compares the two. */

type ByLocale = Record<string, string>
/** What of an article's metadata was published with a revision. */
export interface RevisionMetadata {
  slug: string
  category: string | null
  tags: string[]
  audience: Audience
  channels: string[] | null
}

const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()

export const setting = sqliteTable('setting', { key: text('key').primaryKey(), value: text('value').notNull() })

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
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  release: integer('release').notNull(),
  channel: text('channel').notNull(),
  op: text('op').$type<'upsert' | 'delete'>().notNull(),
  slug: text('slug').notNull(),
  articleId: text('article_id').notNull(),
  locale: text('locale').notNull(),
  hash: text('hash'),
  at: integer('at').notNull(),
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

export const schedule = sqliteTable('schedule', {
  id: text('id').primaryKey(),
  note: text('note').notNull(),
  author: text('author').notNull(),
  content: text('content').notNull(),
  publishAt: integer('publish_at').notNull(),
  state: text('state').$type<'scheduled' | 'published' | 'failed' | 'cancelled'>().notNull(),
  release: integer('release'),
  problem: text('problem'),
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

export const validity = sqliteTable('validity', {
  id: integer('id').primaryKey(),
  fact: text('fact').notNull(),
  at: integer('at').notNull(),
  state: text('state').$type<'pending' | 'done' | 'failed'>().notNull(),
  problem: text('problem'),
})

export const ack = sqliteTable('ack', {
  id: integer('id').primaryKey(),
  consumer: text('consumer').notNull(),
  channel: text('channel').notNull(),
  release: integer('release').notNull(),
  hashes: json<Record<string, string>>('hashes'),
  at: integer('at').notNull(),
})

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
})

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

export const audit = sqliteTable('audit', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  at: integer('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  details: text('details').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
})

export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  passwordHash: text('password_hash'),
  roles: json<string[]>('roles').notNull(),
  locale: text('locale').notNull(),
  sessionVersion: integer('session_version').notNull(),
  disabledAt: integer('disabled_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  grants: json<{ role: string; category: string }[]>('grants').notNull().default([]),
})

export const session = sqliteTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  agent: text('agent').notNull(),
  address: text('address').notNull(),
  startedAt: integer('started_at').notNull(),
  seenAt: integer('seen_at').notNull(),
  endedAt: integer('ended_at'),
})

export const identity = sqliteTable('identity', {
  id: integer('id').primaryKey(),
  issuer: text('issuer').notNull(),
  subject: text('subject').notNull(),
  userId: text('user_id').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const apiKey = sqliteTable('api_key', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  hash: text('hash').notNull(),
  scopes: json<string[]>('scopes').notNull(),
  channel: text('channel'),
  expiresAt: integer('expires_at'),
  lastUsedAt: integer('last_used_at'),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  revokedAt: integer('revoked_at'),
})

export const idempotency = sqliteTable('idempotency', {
  id: integer('id').primaryKey(),
  actor: text('actor').notNull(),
  key: text('key').notNull(),
  request: text('request').notNull(),
  state: text('state').$type<'running' | 'done'>().notNull(),
  status: integer('status'),
  headers: json<Record<string, string>>('headers'),
  body: blob('body', { mode: 'buffer' }),
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
