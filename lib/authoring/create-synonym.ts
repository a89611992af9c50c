import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { synonym } from '#db/schema/content.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import type { SynonymEntry } from './list-synonyms.ts'
import { findSameSynonym, type NewSynonym, synonymContent } from './synonym-content.ts'

/** Adds words that mean the same to search. Saying it twice changes nothing. Throws forbidden (needs write), invalid (names the field). */
export async function createSynonym(istok: Istok, actor: Actor, input: NewSynonym): Promise<SynonymEntry> {
  requireScope(actor, 'write')
  return write(istok.database, tx => insertSynonym(tx, actor, input))
}

/** The same within a transaction. Throws invalid. */
export async function insertSynonym(tx: Transaction, actor: Actor, input: NewSynonym): Promise<SynonymEntry> {
  const content = synonymContent(input)
  const before = await findSameSynonym(tx, content)
  if (before) return before
  // The id says what it was made as; a row that was changed since keeps its own.
  const name = createHash('sha256')
    .update(JSON.stringify([content.locale, content.direction, content.terms]))
    .digest('hex')
    .slice(0, 32)
  const isTaken = await tx.orm.select({ id: synonym.id }).from(synonym).where(eq(synonym.id, name)).get()
  const row = { id: isTaken ? newId() : name, ...content, createdAt: tx.now, version: 1 }
  await tx.orm.insert(synonym).values(row)
  await recordAudit(tx, actor, 'synonym.created', `synonym:${row.id}`, { ...content })
  return row
}
