import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { fact } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import { valueAt } from '#lib/document/fact-validity.ts'
import { now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { factStatus } from './key-status.ts'
import { requireDrafts } from './require-drafts.ts'
import type { Status } from './status.ts'
import type { FactRow } from './write-fact.ts'

/** A fact as the API shows it: its draft, what holds now and whether that is live. Times in milliseconds since the epoch. */
export interface FactEntry extends FactRow {
  status: Status
  /** The draft's value that holds at this moment; null: none does. */
  current: FactValidity['value'] | null
}

/** A fact's draft. Throws forbidden (needs write or read:internal), not_found. */
export async function readFact(istok: Istok, actor: Actor, { key }: { key: string }): Promise<FactEntry> {
  requireDrafts(actor)
  return presentFact(istok.database.reader.orm, key)
}

/** Throws not_found. */
export async function presentFact(orm: BetterSQLite3Database, key: string): Promise<FactEntry> {
  const found = await selectFacts(orm).where(eq(fact.key, key)).get()
  if (!found) throw new IstokError('not_found', `There is no fact "${key}"`)
  return factEntry(found)
}

export function factEntry({ row, status }: { row: FactRow; status: Status }): FactEntry {
  return { ...row, status, current: valueAt(row.values, now()) }
}

export function selectFacts(orm: BetterSQLite3Database) {
  return orm
    .select({ row: fact, status: sql<Status>`${factStatus}` })
    .from(fact)
    .$dynamic()
}
