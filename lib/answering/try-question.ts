import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { readAnsweringSettings, thresholdsIn } from './answering-settings.ts'
import { decide } from './decide.ts'
import { findStoredAnswer, type StoredAnswer } from './find-stored-answer.ts'
import { understand } from './understand.ts'

/** How a question would end. */
export interface Tried {
  status: 'answered' | 'clarify' | 'unanswered'
  confidence: number
  /** The answer, or those that would be offered, the likeliest first. */
  answers: StoredAnswer[]
}

/** What a channel would say to a question, without recording it. Throws not_found for an unknown channel, unauthenticated or forbidden where the actor may not read it. */
export async function tryQuestion(
  istok: Istok,
  actor: Actor,
  { channel: id, locale, question }: { channel: string; locale: string; question: string },
): Promise<Tried> {
  if (!isChannelKind(id)) throw new IstokError('not_found', `There is no channel "${id}"`)
  const channel = channels[id]
  requireChannel(actor, channel)
  const decision = decide(
    await understand(istok, { channel: id, locale, question }, null),
    thresholdsIn(readAnsweringSettings(istok), channel),
  )
  const keys = decision.status === 'answered' ? [decision.key] : decision.status === 'clarify' ? decision.options : []
  const found = await Promise.all(keys.map(articleId => findStoredAnswer(istok, { channel: id, locale, articleId })))
  const answers = found.filter(one => one !== null).map(({ answer }) => answer)
  return { status: answers.length === 0 ? 'unanswered' : decision.status, confidence: decision.confidence, answers }
}
