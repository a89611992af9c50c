import { rm } from 'node:fs/promises'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { media, revision } from '#db/schema/content.ts'
import { snippetRevision } from '#db/schema/facts.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { storedOrganisation } from '#lib/organisation/stored-organisation.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { mediaPath } from './read-media.ts'
import { isUsed, readUsage } from './read-usage.ts'
import { requireVersion } from './require-version.ts'

/**
 * Removes a picture that nothing shows and nothing ever published showed: what was said on a day in the past can be read again, with its pictures. Throws
 * forbidden (needs write), not_found, conflict (with `usage`, or `history: true`; 412 when the version is another one).
 */
export async function deleteMedia(istok: Istok, actor: Actor, input: { id: string; expectedVersion?: number | null }): Promise<void> {
  requireScope(actor, 'write')
  await write(istok.database, async tx => {
    const row = await tx.orm.select().from(media).where(eq(media.id, input.id)).get()
    if (!row) throw new IstokError('not_found', `There is no picture "${input.id}"`)
    if (input.expectedVersion != null) requireVersion({ version: row.version, updatedAt: row.createdAt }, input.expectedVersion)
    const usage = readUsage(tx.orm, 'media', row.id)
    if (isUsed(usage))
      throw new IstokError('conflict', 'The picture is used: take it out there first', { reason: 'picture-used', extra: { usage } })
    if (storedOrganisation(tx.orm).logo === row.id)
      throw new IstokError('conflict', 'The picture is the logo: choose another one first', { reason: 'picture-logo', extra: { usage } })
    if (wasPublished(tx.orm, row.id))
      throw new IstokError('conflict', 'The picture was published once: the history needs it', {
        reason: 'picture-published',
        extra: { usage, history: true },
      })
    await tx.orm.delete(media).where(eq(media.id, row.id))
    await recordAudit(tx, actor, 'media.deleted', `media:${row.id}`, { fileName: row.fileName })
    // Within the transaction, so that nobody stores the same picture in between.
    await rm(mediaPath(istok, row), { force: true })
  })
}

/** Whether a revision of an article or a snippet names the picture. */
export function wasPublished(orm: BetterSQLite3Database, id: string): boolean {
  const found = orm.get<{ found: number } | undefined>(sql`SELECT 1 AS found WHERE
    EXISTS (SELECT 1 FROM ${revision} WHERE instr(${revision.document}, ${id}) > 0 OR instr(${revision.variations}, ${id}) > 0)
    OR EXISTS (SELECT 1 FROM ${snippetRevision} WHERE instr(${snippetRevision.documents}, ${id}) > 0)`)
  return found !== undefined
}
