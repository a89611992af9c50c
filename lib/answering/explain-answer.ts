import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { readAnsweringSettings, thresholdsIn } from './answering-settings.ts'
import { decide, type Thresholds } from './decide.ts'
import { findStoredAnswer } from './find-stored-answer.ts'
import { understand } from './understand.ts'

/** What a channel would say to a question, and how sure it is. Probabilities, 0 to 1. */
export interface ExplainedAnswer {
  status: 'answered' | 'clarify' | 'unanswered'
  thresholds: Thresholds
  /** That the channel's answers say anything of the question at all. */
  inScope: number
  /** That this is the answer; the likeliest first, at most three. */
  candidates: { articleId: string; slug: string; title: string; probability: number }[]
}

/** Longest question, in UTF-16 units; of a longer one the beginning is read. */
const longest = 1000

/** Asks without recording it, and says what the classifier makes of the question. Throws not_found for an unknown channel, unauthenticated or forbidden. */
export async function explainAnswer(
  istok: Istok,
  actor: Actor,
  { channel: id, locale, q }: { channel: string; locale: string; q: string },
): Promise<ExplainedAnswer> {
  if (!isChannelKind(id)) throw new IstokError('not_found', `There is no channel "${id}"`)
  const channel = channels[id]
  requireChannel(actor, channel)
  const reading = await understand(istok, { channel: id, locale, question: q.slice(0, longest) }, null)
  const thresholds = thresholdsIn(readAnsweringSettings(istok), channel)
  const { status } = decide(reading, thresholds)
  const found = await Promise.all(
    reading.candidates.slice(0, 3).map(async ({ key, probability }) => {
      const stored = await findStoredAnswer(istok, { channel: id, locale, articleId: key })
      return (
        stored && {
          articleId: key,
          slug: stored.answer.slug,
          title: stored.answer.title,
          probability: rounded(reading.inScope * probability),
        }
      )
    }),
  )
  return { status, thresholds, inScope: rounded(reading.inScope), candidates: found.filter(one => one !== null) }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
