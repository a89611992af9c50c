import { and, desc, eq } from 'drizzle-orm'
import { favourite } from '#db/schema/desk.ts'
import { head } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireOperator } from './require-operator.ts'

/** Slugs of the answers that the actor keeps at hand and that exist in this language now, the latest first. Throws unauthenticated, forbidden. */
export async function listFavourites(istok: Istok, actor: Actor, { locale }: { locale: string }): Promise<string[]> {
  requireOperator(actor)
  const rows = await istok.database.reader.orm
    .select({ slug: head.slug })
    .from(favourite)
    .innerJoin(head, and(eq(head.articleId, favourite.articleId), eq(head.channel, 'operator'), eq(head.locale, locale)))
    .where(eq(favourite.person, actor.id))
    .orderBy(desc(favourite.at), head.slug)
  return rows.map(({ slug }) => slug)
}
