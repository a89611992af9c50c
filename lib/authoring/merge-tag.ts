import { eq } from 'drizzle-orm'
import { tag } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { TagEntry } from './list-tags.ts'
import { readTag, readTagRow, replaceTag } from './write-tag.ts'

/**
 * Makes two tags one: the drafts of all articles of `slug` get `into` instead, and `slug` is gone. `changed`: how many articles; live answers follow when they
 * are published. Titles that `into` lacks are taken over. Throws forbidden (needs write), not_found, invalid (`into` is unknown or the same).
 */
export async function mergeTag(istok: Istok, actor: Actor, input: { slug: string; into: string }): Promise<TagEntry & { changed: number }> {
  requireScope(actor, 'write')
  const refuse = (message: string, reason: string) =>
    new IstokError('invalid', 'The tags cannot be merged', {
      errors: [{ pointer: '/into', message, reason, arguments: { value: input.into } }],
    })
  return write(istok.database, async tx => {
    const from = await readTagRow(tx.orm, input.slug)
    if (input.into === input.slug) throw refuse('is the tag itself', 'itself')
    const into = await tx.orm.select().from(tag).where(eq(tag.slug, input.into)).get()
    if (!into) throw refuse(`there is no tag "${input.into}"`, 'missing')
    const articles = await replaceTag(tx, actor, from.slug, into.slug)
    await tx.orm.delete(tag).where(eq(tag.slug, from.slug))
    const title = { ...from.title, ...into.title }
    await tx.orm
      .update(tag)
      .set({ title, version: into.version + 1 })
      .where(eq(tag.slug, into.slug))
    await recordAudit(tx, actor, 'tag.merged', `tag:${into.slug}`, { from: from.slug, title, articles: articles.length })
    return { ...(await readTag(tx.orm, into.slug)), changed: articles.length }
  })
}
