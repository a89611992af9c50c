import { eq } from 'drizzle-orm'
import { fact, validity } from '#db/schema/facts.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { isUsed, readUsage } from './read-usage.ts'
import { requireVersion } from './require-version.ts'
import { readFactRow } from './write-fact.ts'

/** Removes a fact that nothing names; what was published of it stays in the history. Throws forbidden (needs write), not_found, conflict (with `usage`; 412). */
export async function deleteFact(istok: Istok, actor: Actor, input: { key: string; expectedVersion?: number | null }): Promise<void> {
  requireScope(actor, 'write')
  await write(istok.database, async tx => {
    const row = await readFactRow(tx.orm, input.key)
    if (input.expectedVersion != null) requireVersion(row, input.expectedVersion)
    const usage = readUsage(tx.orm, 'fact', input.key)
    if (isUsed(usage))
      throw new IstokError('conflict', `The fact "${input.key}" is used: take it out there first`, {
        reason: 'fact-used',
        extra: { usage },
      })
    await tx.orm.delete(validity).where(eq(validity.fact, input.key))
    await tx.orm.delete(fact).where(eq(fact.key, input.key))
    await recordAudit(tx, actor, 'fact.deleted', `fact:${input.key}`, { version: row.version })
  })
}
