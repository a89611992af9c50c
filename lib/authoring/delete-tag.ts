import { eq } from 'drizzle-orm'
import { tag } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { requireVersion } from './require-version.ts'
import { readTag } from './write-tag.ts'

/** Removes a tag that no article has, neither drafted nor live. Throws forbidden (needs write), not_found, conflict (with `usage`; 412). */
export async function deleteTag(istok: Istok, actor: Actor, input: { slug: string; expectedVersion?: number | null }): Promise<void> {
  requireScope(actor, 'write')
  await write(istok.database, async tx => {
    const { version, createdAt, articles, live } = await readTag(tx.orm, input.slug)
    if (input.expectedVersion != null) requireVersion({ version, updatedAt: createdAt }, input.expectedVersion)
    if (articles + live > 0)
      throw new IstokError('conflict', `The tag "${input.slug}" stands on articles: take it off there first, or merge it`, {
        reason: 'tag-used',
        extra: { usage: { articles, live } },
      })
    await tx.orm.delete(tag).where(eq(tag.slug, input.slug))
    await recordAudit(tx, actor, 'tag.deleted', `tag:${input.slug}`)
  })
}
