import { and, desc, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { fact, factRevision, validity } from '#db/schema/facts.ts'
import { factPublication } from '#db/schema/releases.ts'
import type { Transaction } from '#db/write.ts'
import { changesAfter } from '#lib/document/fact-validity.ts'
import { IstokError } from '../errors.ts'
import type { KeptRefusal } from '../kept-refusal.ts'
import type { FactChange, FactContent } from './change.ts'

type Orm = BetterSQLite3Database

/**
 * Makes a fact's content live in this release and notes the coming instants at which its value changes by itself. Throws conflict when the draft changed
 * after it had been read.
 */
export async function writeFact(tx: Transaction, change: FactChange, release: number, instant: number, author: string): Promise<void> {
  const { key, content, draftVersion } = change
  if (draftVersion !== null && (await prepared(tx.orm, versionOf).get({ key }))?.version !== draftVersion) {
    throw new IstokError('conflict', `The fact "${key}" was changed while it was being published: look at it and publish again`, {
      reason: 'fact-changed',
      arguments: { value: key },
    })
  }
  const number = content && (change.revision ?? (await revisionOf(tx, key, content, author)))
  await prepared(tx.orm, insertPublication).execute({ key, release, revision: number })
  await prepared(tx.orm, setLive).execute({ key, revision: number })
  await prepared(tx.orm, removePending).execute({ key })
  for (const at of content ? changesAfter(content.values, instant) : []) await prepared(tx.orm, insertPending).execute({ key, at })
}

async function revisionOf(tx: Transaction, key: string, content: FactContent, author: string): Promise<number> {
  const newest = await prepared(tx.orm, newestRevision).get({ key })
  if (newest && isSame(newest, content)) return newest.number
  const number = (newest?.number ?? 0) + 1
  await prepared(tx.orm, insertRevision).execute({ key, number, ...content, createdAt: tx.now, createdBy: author })
  return number
}

function isSame(a: FactContent, b: FactContent): boolean {
  return JSON.stringify([a.type, a.unit, a.title, a.values]) === JSON.stringify([b.type, b.unit, b.title, b.values])
}

/** Notes that the change of value at `at` (milliseconds) was carried out, or why it could not be. Returns false where none is pending any more: somebody else was quicker. */
export async function settleValidity(tx: Transaction, key: string, at: number, refusal: KeptRefusal | null): Promise<boolean> {
  const said = { problem: refusal?.detail ?? null, refusal: refusal && JSON.stringify(refusal) }
  const { changes } = await prepared(tx.orm, settle).execute({ key, at, state: refusal === null ? 'done' : 'failed', ...said })
  return changes > 0
}

const versionOf = (orm: Orm) =>
  orm
    .select({ version: fact.version })
    .from(fact)
    .where(eq(fact.key, sql.placeholder('key')))
    .prepare()

const newestRevision = (orm: Orm) =>
  orm
    .select({
      number: factRevision.number,
      type: factRevision.type,
      unit: factRevision.unit,
      title: factRevision.title,
      values: factRevision.values,
    })
    .from(factRevision)
    .where(eq(factRevision.key, sql.placeholder('key')))
    .orderBy(desc(factRevision.number))
    .limit(1)
    .prepare()

const insertRevision = (orm: Orm) =>
  orm
    .insert(factRevision)
    .values({
      key: sql.placeholder('key'),
      number: sql.placeholder('number'),
      type: sql.placeholder('type'),
      unit: sql.placeholder('unit'),
      title: sql.placeholder('title'),
      values: sql.placeholder('values'),
      createdAt: sql.placeholder('createdAt'),
      createdBy: sql.placeholder('createdBy'),
    })
    .prepare()

const insertPublication = (orm: Orm) =>
  orm
    .insert(factPublication)
    .values({ key: sql.placeholder('key'), release: sql.placeholder('release'), revision: sql.placeholder('revision') })
    .prepare()

const setLive = (orm: Orm) =>
  orm
    .update(fact)
    .set({ liveRevision: sql`${sql.placeholder('revision')}` })
    .where(eq(fact.key, sql.placeholder('key')))
    .prepare()

const removePending = (orm: Orm) =>
  orm
    .delete(validity)
    .where(and(eq(validity.fact, sql.placeholder('key')), sql`${validity.state} <> 'done'`))
    .prepare()

const insertPending = (orm: Orm) =>
  orm
    .insert(validity)
    .values({ fact: sql.placeholder('key'), at: sql.placeholder('at'), state: 'pending' })
    .onConflictDoUpdate({ target: [validity.fact, validity.at], set: { state: 'pending', problem: null, refusal: null } })
    .prepare()

const settle = (orm: Orm) =>
  orm
    .update(validity)
    .set({
      state: sql`${sql.placeholder('state')}`,
      problem: sql`${sql.placeholder('problem')}`,
      refusal: sql`${sql.placeholder('refusal')}`,
    })
    .where(and(eq(validity.fact, sql.placeholder('key')), eq(validity.at, sql.placeholder('at')), eq(validity.state, 'pending')))
    .prepare()
