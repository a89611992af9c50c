import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { ask } from '#db/schema/learning.ts'
import { rendition } from '#db/schema/releases.ts'
import type { Istok } from '../istok.ts'
import type { StoredAnswer } from './find-stored-answer.ts'
import { isCourtesy } from './is-courtesy.ts'

/** An answer that a conversation was shown, as it stood then. */
export interface ShownAnswer {
  slug: string
  title: string
  /** The release that was current when it was shown. */
  release: number
  hash: string
  /** Milliseconds since the epoch. */
  at: number
}

interface Place {
  channel: string
  locale: string
  conversationId: string
}

/** Answers that are named to the person who takes over, the first ones of a very long conversation left out. */
const mostShown = 20

/** What a conversation was shown in this channel, in its order. */
export async function readShownAnswers({ database }: Istok, { channel, locale, conversationId }: Place): Promise<ShownAnswer[]> {
  const rows = await database.reader.orm
    .select({ at: ask.at, release: ask.release, hash: ask.hash, slug: rendition.slug, body: rendition.body })
    .from(ask)
    .innerJoin(
      rendition,
      and(
        eq(rendition.articleId, ask.articleId),
        eq(rendition.locale, ask.locale),
        eq(rendition.channel, ask.channel),
        eq(rendition.hash, ask.hash),
      ),
    )
    .where(and(eq(ask.conversationId, conversationId), eq(ask.channel, channel), eq(ask.locale, locale), eq(ask.status, 'answered')))
    .groupBy(ask.id)
    .orderBy(desc(ask.at), desc(sql`${ask}.rowid`))
    .limit(mostShown)
  return rows.reverse().map(({ at, release, hash, slug, body }) => {
    const { title } = JSON.parse(body?.toString() ?? '{}') as StoredAnswer
    return { slug, title, release, hash: hash ?? '', at }
  })
}

/** How many of a conversation's last questions in a row found no answer. */
export async function countUnanswered({ database }: Istok, { channel, conversationId }: Place): Promise<number> {
  const rows = await database.reader.orm
    .select({ status: ask.status, question: ask.question })
    .from(ask)
    .where(and(eq(ask.conversationId, conversationId), eq(ask.channel, channel)))
    .orderBy(desc(ask.at), desc(sql`rowid`))
    .limit(10)
  const asked = rows.filter(({ question }) => !isCourtesy(question))
  const answered = asked.findIndex(({ status }) => status !== 'unanswered')
  return answered < 0 ? asked.length : answered
}

/** The questions of a conversation in their order, masked. */
export async function readQuestions({ database }: Istok, { channel, conversationId }: Place): Promise<string[]> {
  const rows = await database.reader.orm
    .select({ question: ask.question })
    .from(ask)
    .where(and(eq(ask.conversationId, conversationId), eq(ask.channel, channel)))
    .orderBy(asc(ask.at), asc(sql`rowid`))
    .limit(50)
  return rows.map(({ question }) => question)
}
