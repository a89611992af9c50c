import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { gap } from '#db/schema/learning.ts'
import { publication, release } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import type { Istok } from '../istok.ts'

/** Closes each open gap whose article was published after it was given that article. What is asked afterwards shows whether it fell. */
export async function closeGaps({ database }: Istok): Promise<void> {
  const closed = await database.reader.orm
    .select({ id: gap.id, number: release.number, publishedAt: release.publishedAt })
    .from(gap)
    .innerJoin(
      publication,
      and(eq(publication.articleId, gap.articleId), eq(publication.locale, gap.locale), gt(publication.release, gap.sinceRelease)),
    )
    .innerJoin(
      release,
      eq(
        release.number,
        sql`(SELECT min(p.release) FROM publication p WHERE p.article_id = ${gap.articleId} AND p.locale = ${gap.locale} AND p.release > ${gap.sinceRelease} AND p.revision IS NOT NULL)`,
      ),
    )
    .where(and(eq(gap.state, 'open'), isNotNull(publication.revision)))
    .groupBy(gap.id)
  if (closed.length === 0) return
  await write(database, async tx => {
    for (const { id, number, publishedAt } of closed)
      await tx.orm
        .update(gap)
        .set({ state: 'closed', closedRelease: number, closedAt: publishedAt })
        .where(and(eq(gap.id, id), eq(gap.state, 'open')))
  })
}
