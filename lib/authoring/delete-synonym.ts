import { eq } from 'drizzle-orm'
import { synonym } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { requireVersion } from './require-version.ts'

/** Removes an entry; search follows at once. Throws forbidden (needs write), not_found, conflict (412 when the version is another one). */
export async function deleteSynonym(istok: Istok, actor: Actor, input: { id: string; expectedVersion?: number | null }): Promise<void> {
  requireScope(actor, 'write')
  await write(istok.database, async tx => {
    const row = await tx.orm.select().from(synonym).where(eq(synonym.id, input.id)).get()
    if (!row) throw new IstokError('not_found', `There is no synonym "${input.id}"`)
    if (input.expectedVersion != null) requireVersion({ version: row.version, updatedAt: row.createdAt }, input.expectedVersion)
    await tx.orm.delete(synonym).where(eq(synonym.id, row.id))
    await recordAudit(tx, actor, 'synonym.deleted', `synonym:${row.id}`, { locale: row.locale, terms: row.terms, direction: row.direction })
  })
}
