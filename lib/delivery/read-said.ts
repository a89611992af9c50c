import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import { rendition } from '#db/schema/releases.ts'
import type { Istok } from '../istok.ts'

/** What one channel said of an article. */
export interface SaidRendition {
  channel: string
  slug: string
  release: number
  hash: string
  /** The stored reply. */
  reply: Record<string, unknown>
}

/** What the named channels said of an article in one locale as of release `release` (null: now); a channel that said nothing is missing. The caller checks the right to read the channels. */
export async function readSaid(
  { database }: Istok,
  { articleId, locale, release, channels }: { articleId: string; locale: string; release: number | null; channels: string[] },
): Promise<SaidRendition[]> {
  const { orm } = database.reader
  const found: SaidRendition[] = []
  for (const channel of channels) {
    const [row] = await orm
      .select({ slug: rendition.slug, release: rendition.release, op: rendition.op, hash: rendition.hash, body: rendition.body })
      .from(rendition)
      .where(
        and(
          eq(rendition.articleId, articleId),
          eq(rendition.locale, locale),
          eq(rendition.channel, channel),
          inArray(rendition.op, ['upsert', 'delete']),
          release === null ? undefined : lte(rendition.release, release),
        ),
      )
      // A slug that moved leaves nothing behind it; what stands under the new one has the same release.
      .orderBy(desc(rendition.release), sql`${rendition.op} = 'delete'`)
      .limit(1)
    if (!row?.body || !row.hash) continue
    const { slug, hash } = row
    found.push({ channel, slug, release: row.release, hash, reply: JSON.parse(row.body.toString()) as Record<string, unknown> })
  }
  return found
}
