import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { publication } from '#db/schema/releases.ts'
import { readAnsweringSettings, thresholdsIn } from '#lib/answering/answering-settings.ts'
import { decide } from '#lib/answering/decide.ts'
import { understand } from '#lib/answering/understand.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import type { Istok } from '../istok.ts'
import type { WordingRow } from './list-wordings.ts'

/** What came of attaching a wording: asked again, now. */
export interface Effect {
  /** The release that brought it to the customers; null: none yet. */
  release: number | null
  /** How the question ends now in the channel in which it was heard most. */
  status: 'answered' | 'clarify' | 'unanswered'
  /** Whether its own article is the answer, or one of those that are offered. */
  isRight: boolean
  confidence: number
}

/** Asks an attached wording again, without recording it. */
export async function seeEffect(istok: Istok, { articleId, locale, text, sinceRelease }: WordingRow, heardIn: string): Promise<Effect> {
  const channel = channels[isChannelKind(heardIn) ? heardIn : 'website']
  const reading = await understand(istok, { channel: channel.id, locale, question: text }, null)
  const decision = decide(reading, thresholdsIn(readAnsweringSettings(istok), channel))
  const keys = decision.status === 'answered' ? [decision.key] : decision.status === 'clarify' ? decision.options : []
  const confidence = Math.round(decision.confidence * 1000) / 1000
  const release = newestRelease(istok, articleId ?? '', locale)
  const isPublished = release !== null && release > (sinceRelease ?? 0)
  return {
    release: isPublished ? release : null,
    status: decision.status,
    isRight: articleId !== null && keys.includes(articleId),
    confidence,
  }
}

function newestRelease({ database }: Istok, articleId: string, locale: string): number | null {
  const row = database.reader.orm
    .select({ number: publication.release })
    .from(publication)
    .where(and(eq(publication.articleId, articleId), eq(publication.locale, locale), isNotNull(publication.revision)))
    .orderBy(desc(publication.release))
    .get()
  return row?.number ?? null
}
