import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { json } from './json.ts'

/* Who may do what, and who did what. As drizzle sees the tables; `db/migrations/*.sql` makes them, and `schema.test.ts` compares. */

export const setting = sqliteTable('setting', { key: text('key').primaryKey(), value: text('value').notNull() })

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
