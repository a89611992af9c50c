import { and, eq } from 'drizzle-orm'
import { feedback } from '#db/schema/learning.ts'
import { head } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

/** Notes whether an answer helped, with the release that was read. Nothing about the reader is stored. Throws not_found. */
export async function recordFeedback(
  istok: Istok,
  { channel, locale, slug, helpful }: { channel: string; locale: string; slug: string; helpful: boolean },
): Promise<void> {
  await write(istok.database, async tx => {
    const [current] = await tx.orm
      .select({ articleId: head.articleId, release: head.release })
      .from(head)
      .where(and(eq(head.channel, channel), eq(head.locale, locale), eq(head.slug, slug)))
    if (!current) throw new IstokError('not_found', 'There is no such answer')
    await tx.orm.insert(feedback).values({ ...current, locale, channel, helpful, at: tx.now })
  })
}
