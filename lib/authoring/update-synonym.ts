import { eq } from 'drizzle-orm'
import { synonym } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { SynonymEntry } from './list-synonyms.ts'
import { requireVersion } from './require-version.ts'
import { findSameSynonym, type NewSynonym, synonymContent } from './synonym-content.ts'

/**
 * Changes the given members of an entry; search follows at once. Throws forbidden (needs write), not_found, invalid (names the field), conflict (another entry
 * says the same; 412 when the version is another one).
 */
export async function updateSynonym(
  istok: Istok,
  actor: Actor,
  input: { id: string; expectedVersion?: number | null; fields: Partial<NewSynonym> },
): Promise<SynonymEntry> {
  requireScope(actor, 'write')
  return write(istok.database, async tx => {
    const before = await tx.orm.select().from(synonym).where(eq(synonym.id, input.id)).get()
    if (!before) throw new IstokError('not_found', `There is no synonym "${input.id}"`)
    if (input.expectedVersion != null) requireVersion({ version: before.version, updatedAt: before.createdAt }, input.expectedVersion)
    const content = synonymContent({ locale: before.locale, terms: before.terms, direction: before.direction, ...input.fields })
    const same = await findSameSynonym(tx, content)
    if (same?.id === before.id) return before
    if (same)
      throw new IstokError('conflict', 'Another entry says exactly this', {
        reason: 'same-entry',
        errors: [{ pointer: '/terms', message: 'are another entry already', reason: 'same-entry' }],
      })
    const row = { ...before, ...content, version: before.version + 1 }
    await tx.orm.update(synonym).set(row).where(eq(synonym.id, before.id))
    const { locale, terms, direction } = before
    await recordAudit(tx, actor, 'synonym.updated', `synonym:${before.id}`, { ...content, before: { locale, terms, direction } })
    return row
  })
}
