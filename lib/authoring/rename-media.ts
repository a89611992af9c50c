import { eq } from 'drizzle-orm'
import { media } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { requireVersion } from './require-version.ts'
import { type MediaEntry, mediaLimits, plainName } from './store-media.ts'

/** Changes the name under which a picture is listed; its address stays. Throws forbidden (needs write), not_found, invalid (the name), conflict (412). */
export async function renameMedia(
  istok: Istok,
  actor: Actor,
  input: { id: string; expectedVersion?: number | null; fileName: string },
): Promise<MediaEntry> {
  requireScope(actor, 'write')
  const fileName = input.fileName.trim().normalize('NFC')
  if (fileName === '' || fileName.length > mediaLimits.fileName || plainName(fileName) !== fileName)
    throw new IstokError('invalid', 'The picture cannot be called that', {
      errors: [
        {
          pointer: '/fileName',
          message: `is a name of 1 to ${mediaLimits.fileName} characters without / \\ < > : " | ? *`,
          reason: 'file-name',
          arguments: { maximum: mediaLimits.fileName },
        },
      ],
    })
  return write(istok.database, async tx => {
    const before = await tx.orm.select().from(media).where(eq(media.id, input.id)).get()
    if (!before) throw new IstokError('not_found', `There is no picture "${input.id}"`)
    if (input.expectedVersion != null) requireVersion({ version: before.version, updatedAt: before.createdAt }, input.expectedVersion)
    if (before.fileName === fileName) return before
    const row = { ...before, fileName, version: before.version + 1 }
    await tx.orm.update(media).set(row).where(eq(media.id, input.id))
    await recordAudit(tx, actor, 'media.renamed', `media:${input.id}`, { fileName, before: { fileName: before.fileName } })
    return row
  })
}
