import { eq } from 'drizzle-orm'
import { tag } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { slugSchema } from '#lib/document/slug-schema.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { TagEntry } from './list-tags.ts'
import { localesFaults } from './localised.ts'
import { readTag } from './write-tag.ts'

/** Adds a tag with titles; tags without titles come by being used. A tag without titles gets these. Throws forbidden (needs write), invalid, conflict (it has titles). */
export async function createTag(istok: Istok, actor: Actor, input: { slug: string; title?: Record<string, string> }): Promise<TagEntry> {
  requireScope(actor, 'write')
  const { slug, title = {} } = input
  const parsed = slugSchema.safeParse(slug)
  const errors = localesFaults(title, '/title', { longest: 100 })
  if (!parsed.success)
    errors.unshift({ pointer: '/slug', message: parsed.error.issues[0]?.message ?? 'is not a slug', reason: 'slug-form' })
  if (errors.length > 0) throw new IstokError('invalid', 'The tag cannot be saved like this', { errors })
  return write(istok.database, async tx => {
    const before = await tx.orm.select().from(tag).where(eq(tag.slug, slug)).get()
    if (before && (Object.keys(before.title).length > 0 || Object.keys(title).length === 0)) {
      throw new IstokError('conflict', `There is a tag "${slug}"`, {
        reason: 'taken',
        arguments: { value: slug },
        errors: [{ pointer: '/slug', message: `"${slug}" is taken`, reason: 'taken', arguments: { value: slug } }],
      })
    }
    const row = { slug, title, createdAt: before?.createdAt ?? tx.now, version: (before?.version ?? 0) + 1 }
    await tx.orm
      .insert(tag)
      .values(row)
      .onConflictDoUpdate({ target: tag.slug, set: { title, version: row.version } })
    await recordAudit(tx, actor, 'tag.created', `tag:${slug}`, { title })
    return readTag(tx.orm, slug)
  })
}
