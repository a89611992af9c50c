import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { ask } from '#db/schema/learning.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { findStoredAnswer } from './find-stored-answer.ts'

/** How long, in milliseconds, a conversation remembers its topic. */
const memory = 30 * 60_000

/** The title of what the conversation's last answered question was about; null where there was none in the last half hour. */
export async function readTopic(
  istok: Istok,
  { channel, locale, conversationId }: { channel: string; locale: string; conversationId: string },
): Promise<string | null> {
  const [last] = await istok.database.reader.orm
    .select({ articleId: ask.articleId })
    .from(ask)
    .where(and(eq(ask.conversationId, conversationId), eq(ask.channel, channel), eq(ask.status, 'answered'), gte(ask.at, now() - memory)))
    .orderBy(desc(ask.at), desc(sql`rowid`))
    .limit(1)
  if (!last?.articleId) return null
  const found = await findStoredAnswer(istok, { channel, locale, articleId: last.articleId })
  return found?.answer.title ?? null
}
