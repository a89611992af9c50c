import { and, countDistinct, eq } from 'drizzle-orm'
import { favourite } from '#db/schema/desk.ts'
import { head } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { readOperatorHead } from './find-operator-answer.ts'
import { requireOperator } from './require-operator.ts'

/** Favourites that one person may keep: a longer list is searched, not read. */
export const mostFavourites = 200

/** Keeps an answer at hand for whoever asks; kept ones stay. A personal mark, so the audit log has nothing of it. Throws not_found, invalid (too many), forbidden. */
export async function keepFavourite(istok: Istok, actor: Actor, { slug }: { slug: string }): Promise<void> {
  requireOperator(actor)
  await write(istok.database, async tx => {
    const { articleId } = readOperatorHead(tx.orm, { slug })
    const isKept = tx.orm.select().from(favourite).where(markOf(actor, articleId)).get() !== undefined
    if (isKept) return
    // What has left the panel cannot be removed there, so it does not count.
    const mine = tx.orm
      .select({ kept: countDistinct(favourite.articleId) })
      .from(favourite)
      .innerJoin(head, and(eq(head.articleId, favourite.articleId), eq(head.channel, 'operator')))
      .where(eq(favourite.person, actor.id))
      .get()
    if ((mine?.kept ?? 0) >= mostFavourites)
      throw new IstokError('invalid', `At most ${mostFavourites} favourites: remove one first`, {
        reason: 'too-many-favourites',
        arguments: { maximum: mostFavourites },
      })
    await tx.orm.insert(favourite).values({ person: actor.id, articleId, at: tx.now })
  })
}

/** Takes an answer from the favourites; one that is none is fine. Throws not_found, forbidden. */
export async function dropFavourite(istok: Istok, actor: Actor, { slug }: { slug: string }): Promise<void> {
  requireOperator(actor)
  await write(istok.database, async tx => {
    const { articleId } = readOperatorHead(tx.orm, { slug })
    await tx.orm.delete(favourite).where(markOf(actor, articleId))
  })
}

function markOf(actor: Actor, articleId: string) {
  return and(eq(favourite.person, actor.id), eq(favourite.articleId, articleId))
}
