import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { readQuery } from '#lib/search/repair/read-query.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { type Classification, classifyQuestion } from './classify-question.ts'
import { type Decision, decide, thresholdsOf } from './decide.ts'
import { findStoredAnswer, type StoredAnswer } from './find-stored-answer.ts'
import { continueTopic } from './follow-up.ts'
import { findersOf } from './open-finders.ts'
import { readTopic } from './read-topic.ts'
import { recordAsk } from './record-ask.ts'
import type { AnswerFinder } from './train-finder.ts'

export interface Question {
  channel: string
  locale: string
  /** At most 1000 UTF-16 units. */
  question: string
  /** Of an earlier reply; short questions then go on about its topic. */
  conversationId?: string
}

export interface AskReply {
  status: 'answered' | 'clarify' | 'unanswered'
  /** The approved rendition, word for word as delivery serves it. */
  answer?: StoredAnswer
  /** The probability, 0 to 1, that the likeliest article answers the question. */
  confidence: number
  /** Two to four articles, the likeliest first. */
  options?: { slug: string; title: string }[]
  conversationId: string
  release: number
}

/**
 * Answers a question from what the channel says, asks back, or admits that there is no answer; every question is recorded with personal data masked. Throws
 * invalid for an empty or long question or a strange conversation id, not_found for an unknown channel, unauthenticated or forbidden where the actor may
 * not read it.
 */
export async function askQuestion(istok: Istok, actor: Actor, asked: Question): Promise<AskReply> {
  const { channel, locale, question } = asked
  if (!isChannelKind(channel)) throw new IstokError('not_found', `There is no channel "${channel}"`)
  requireChannel(actor, channels[channel])
  checkQuestion(asked)
  const conversationId = asked.conversationId ?? newId()
  const finder = await findersOf(istok).finder(channel, locale)
  const topic = asked.conversationId === undefined ? null : await readTopic(istok, { channel, locale, conversationId })
  const found = await understand(istok, finder, asked, topic)
  const outcome = await settle(istok, asked, decide(found, thresholdsOf(channels[channel].kind)))
  const { release } = memoryOf(istok)
  await recordAsk(istok, { channel, locale, question, conversationId, release, ...outcome.record })
  return { ...outcome.reply, conversationId, release }
}

function checkQuestion({ question, conversationId }: Question): void {
  const fault = (pointer: string, message: string) =>
    new IstokError('invalid', `${pointer.slice(1)} ${message}`, { errors: [{ pointer, message }] })
  if (question.trim() === '') throw fault('/question', 'must say something')
  if (question.length > 1000) throw fault('/question', 'must have at most 1000 characters')
  if (conversationId !== undefined && !/^[\w-]{8,64}$/.test(conversationId))
    throw fault('/conversationId', 'must be that of an earlier reply')
}

/** The best reading of a question: as it stands, repaired (layout, transliteration, typos), or as going on about the topic; only that where it says nothing without one. */
async function understand(istok: Istok, finder: AnswerFinder, { channel, locale, question }: Question, topic: string | null) {
  const search = searchOf(istok)
  const { vocabulary } = await search.index(channel, locale)
  const { corrected } = readQuery(vocabulary, question, { synonyms: search.synonyms(locale) })
  const plain = [question, corrected?.query].filter(text => text !== undefined)
  const continued = plain.map(text => continueTopic(text, topic)).filter(continuation => continuation !== null)
  const standing = continued.some(({ sure }) => sure) ? [] : plain
  return best([...standing, ...continued.map(({ text }) => text)].map(text => classifyQuestion(finder, text)))
}

function best(readings: Classification[]): Classification {
  const strength = ({ candidates, inScope }: Classification) => inScope * (candidates[0]?.probability ?? 0)
  return readings.reduce((one, other) => (strength(other) > strength(one) ? other : one))
}

/** Reads what was decided from delivery; an article that the channel does not say any more is no answer and no option. */
async function settle(istok: Istok, { channel, locale }: Question, decision: Decision) {
  const read = (articleId: string) => findStoredAnswer(istok, { channel, locale, articleId })
  const { confidence } = decision
  if (decision.status === 'answered') {
    const answer = await read(decision.key)
    if (answer)
      return {
        reply: { status: 'answered' as const, answer, confidence },
        record: { status: 'answered' as const, articleId: decision.key, confidence },
      }
  }
  if (decision.status === 'clarify') {
    const found = (await Promise.all(decision.options.map(read))).filter(answer => answer !== null)
    const options = found.map(({ slug, title }) => ({ slug, title }))
    const record = { status: 'clarify' as const, options: found.map(({ articleId }) => articleId), confidence }
    if (options.length >= 2) return { reply: { status: 'clarify' as const, options, confidence }, record }
  }
  return { reply: { status: 'unanswered' as const, confidence }, record: { status: 'unanswered' as const, confidence } }
}
