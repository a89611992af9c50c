import { eq } from 'drizzle-orm'
import { tag } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

/** One tag with its titles and version; null when there is none. Throws forbidden (needs write or read:internal). */
export async function findTag(istok: Istok, actor: Actor, { slug }: { slug: string }): Promise<typeof tag.$inferSelect | null> {
  requireDrafts(actor)
  return istok.database.reader.orm.select().from(tag).where(eq(tag.slug, slug)).get() ?? null
}
