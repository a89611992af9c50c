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
import { requireVersion } from './require-version.ts'
import { readTag, readTagRow, replaceTag } from './write-tag.ts'

/**
 * Changes titles or the slug of a tag. A new slug goes into the drafts of all its articles (`changed`: how many); live answers follow when they are published.
 * Throws forbidden (needs write), not_found, invalid (names the field), conflict (the slug is taken: merge the two; 412 when the version is another one).
 */
export async function updateTag(
  istok: Istok,
  actor: Actor,
  input: { slug: string; expectedVersion?: number | null; fields: { slug?: string; title?: Record<string, string> } },
): Promise<TagEntry & { changed: number }> {
  requireScope(actor, 'write')
  const { slug = input.slug, title } = input.fields
  const parsed = slugSchema.safeParse(slug)
  const errors = title === undefined ? [] : localesFaults(title, '/title', { longest: 100 })
  if (!parsed.success)
    errors.unshift({ pointer: '/slug', message: parsed.error.issues[0]?.message ?? 'is not a slug', reason: 'slug-form' })
  if (errors.length > 0) throw new IstokError('invalid', 'The tag cannot be saved like this', { errors })
  return write(istok.database, async tx => {
    const before = await readTagRow(tx.orm, input.slug)
    if (input.expectedVersion != null) requireVersion({ version: before.version, updatedAt: before.createdAt }, input.expectedVersion)
    const row = { ...before, slug, title: title ?? before.title, version: before.version + 1 }
    if (JSON.stringify([row.slug, row.title]) === JSON.stringify([before.slug, before.title]))
      return { ...(await readTag(tx.orm, before.slug)), changed: 0 }
    const isRenamed = slug !== before.slug
    if (isRenamed && (await tx.orm.select({ slug: tag.slug }).from(tag).where(eq(tag.slug, slug)).get()))
      throw new IstokError('conflict', `There is a tag "${slug}": merge the two`, {
        reason: 'tag-exists',
        arguments: { value: slug },
        errors: [{ pointer: '/slug', message: `"${slug}" is taken`, reason: 'taken', arguments: { value: slug } }],
      })
    await tx.orm.update(tag).set(row).where(eq(tag.slug, before.slug))
    const articles = isRenamed ? await replaceTag(tx, actor, before.slug, slug) : []
    const said = { title: row.title, ...(isRenamed && { from: before.slug, articles: articles.length }), before: { title: before.title } }
    await recordAudit(tx, actor, 'tag.updated', `tag:${slug}`, { slug, ...said })
    return { ...(await readTag(tx.orm, slug)), changed: articles.length }
  })
}
