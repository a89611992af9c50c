import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { fact } from '#db/schema/facts.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import type { FactInput } from '#lib/document/fact-schema.ts'
import { IstokError } from '../errors.ts'
import { requireVersion } from './require-version.ts'

export type FactRow = typeof fact.$inferSelect

/**
 * Makes this the draft of a fact. `expectedVersion`: the version that was changed, null for a new one, 'any' for whatever is there (imports). Equal content
 * changes nothing. Throws invalid (428 without a version), conflict (412 when another version is current).
 */
export async function writeFact(
  tx: Transaction,
  actor: Actor,
  input: FactInput,
  expectedVersion: number | null | 'any',
): Promise<{ outcome: 'created' | 'saved' | 'unchanged'; row: FactRow }> {
  const before = await findFact(tx.orm, input.key)
  if (before && expectedVersion !== 'any') requireVersion(before, expectedVersion)
  if (!before && typeof expectedVersion === 'number') throw new IstokError('not_found', `There is no fact "${input.key}"`)
  const content = {
    type: input.type,
    unit: input.unit,
    title: input.title,
    values: input.values.map(({ value, validFrom, validTo }) => ({ value, validFrom, validTo })),
  }
  if (before && isSame(before, content)) return { outcome: 'unchanged', row: before }
  const saved = { key: input.key, ...content, version: (before?.version ?? 0) + 1, updatedAt: tx.now, updatedBy: actor.id }
  await tx.orm.insert(fact).values(saved).onConflictDoUpdate({ target: fact.key, set: saved })
  const outcome = before ? 'saved' : 'created'
  await recordAudit(tx, actor, `fact.${outcome}`, `fact:${input.key}`, {
    version: saved.version,
    values: content.values,
    unit: content.unit,
  })
  return { outcome, row: { ...saved, liveRevision: before?.liveRevision ?? null } }
}

export async function findFact(orm: BetterSQLite3Database, key: string): Promise<FactRow | undefined> {
  return prepared(orm, byKey).get({ key })
}

/** Throws not_found. */
export async function readFactRow(orm: BetterSQLite3Database, key: string): Promise<FactRow> {
  const row = await findFact(orm, key)
  if (!row) throw new IstokError('not_found', `There is no fact "${key}"`)
  return row
}

function isSame(
  left: Pick<FactRow, 'type' | 'unit' | 'title' | 'values'>,
  right: Pick<FactRow, 'type' | 'unit' | 'title' | 'values'>,
): boolean {
  const text = ({ type, unit, title, values }: typeof left) => JSON.stringify([type, unit, title, values])
  return text(left) === text(right)
}

const byKey = (orm: BetterSQLite3Database) =>
  orm
    .select()
    .from(fact)
    .where(eq(fact.key, sql.placeholder('key')))
    .prepare()
