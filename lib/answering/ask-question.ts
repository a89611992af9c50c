import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { type Channel, channels, isChannelKind } from '#lib/compile/channels.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import type { Reason } from '#lib/document/issue-reason.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { lengthReason } from '../length-reason.ts'
import { newId } from '../new-id.ts'
import { type AnsweringSettings, readAnsweringSettings, thresholdsIn } from './answering-settings.ts'
import { type Contact, contactDigest } from './contact-digest.ts'
import { type Decision, decide } from './decide.ts'
import { type FoundStored, findStoredAnswer, type StoredAnswer } from './find-stored-answer.ts'
import { finderFor } from './finder-for.ts'
import { isCourtesy } from './is-courtesy.ts'
import { countUnanswered, readQuestions, readShownAnswers, type ShownAnswer } from './read-conversation.ts'
import { readTopic } from './read-topic.ts'
import { recordAsk } from './record-ask.ts'
import { understand } from './understand.ts'
import { wantsPerson } from './wants-person.ts'

export interface Question {
  channel: string
  locale: string
  /** At most 1000 UTF-16 units. */
  question: string
  /** Of an earlier reply; short questions then go on about its topic. */
  conversationId?: string
  /** Who asks, where the caller knows; kept is a keyed digest only. */
  contact?: Contact
}

/** What a person who takes over needs, so that the customer need not explain again. */
export interface Handoff {
  /** `asked`: the customer wants a person. `unanswered`: too many questions in a row found no answer. */
  reason: 'asked' | 'unanswered'
  /** What was asked so far, personal data masked. */
  questions: string[]
  shown: ShownAnswer[]
}

export interface AskReply {
  status: 'answered' | 'clarify' | 'unanswered' | 'handoff'
  /** The approved rendition, word for word as delivery serves it. */
  answer?: StoredAnswer
  /** The bytes in which that answer is stored. */
  stored?: Buffer
  /** The probability, 0 to 1, that the likeliest article answers the question. */
  confidence: number
  /** Two to four articles, the likeliest first. */
  options?: { slug: string; title: string }[]
  handoff?: Handoff
  conversationId: string
  release: number
}

/** Where the finder of a question comes from, and how the question is recorded. */
export interface Ways {
  finder: typeof finderFor
  record: typeof recordAsk
}

const usualWays: Ways = { finder: finderFor, record: recordAsk }

/**
 * Answers a question from what the channel says, asks back, admits that there is no answer, or hands over to a person; every question is recorded with
 * personal data masked. Throws invalid for an empty or long question or a strange conversation id, not_found for an unknown channel, unauthenticated or
 * forbidden where the actor may not read it. `ways` are others in rehearsals only.
 */
export async function askQuestion(istok: Istok, actor: Actor, asked: Question, ways: Ways = usualWays): Promise<AskReply> {
  const { locale, question } = asked
  const channel = requireKnown(actor, asked.channel)
  checkQuestion(asked)
  const conversationId = asked.conversationId ?? newId()
  const place = { channel: channel.id, locale, conversationId }
  memoryOf(istok).fresh()
  const person = asked.contact ? contactDigest(istok, asked.contact) : null
  const outcome = wantsPerson(question) ? { ...handOver(1), standsAlone: false } : await settle(istok, channel, asked, place, ways)
  const { standsAlone, stored, ...said } = outcome
  const { release } = memoryOf(istok)
  const options = said.offered.map(({ answer }) => answer)
  await ways.record(istok, {
    ...{ ...place, question, release, status: said.status, confidence: said.confidence, person, standsAlone },
    ...{
      articleId: stored?.answer.articleId ?? null,
      hash: stored?.answer.hash ?? null,
      options: options.map(({ articleId }) => articleId),
    },
  })
  return {
    ...{ status: said.status, confidence: said.confidence, conversationId, release },
    ...(stored && { answer: stored.answer, stored: stored.body }),
    ...(options.length > 0 && { options: options.map(({ slug, title }) => ({ slug, title })) }),
    ...(said.reason && { handoff: await describe(istok, place, said.reason) }),
  }
}

function requireKnown(actor: Actor, id: string): Channel {
  if (!isChannelKind(id)) throw new IstokError('not_found', `There is no channel "${id}"`)
  requireChannel(actor, channels[id])
  return channels[id]
}

function checkQuestion({ question, conversationId, contact }: Question): void {
  const fault = (pointer: string, message: string, reason: Reason) =>
    new IstokError('invalid', `${pointer.slice(1)} ${message}`, { errors: [{ pointer, message, ...reason }] })
  if (question.trim() === '') throw fault('/question', 'must say something', { reason: 'empty' })
  if (question.length > 1000) throw fault('/question', 'must have at most 1000 characters', lengthReason(1, 1000))
  if (contact && (contact.value.trim() === '' || contact.value.length > 200))
    throw fault('/contact/value', 'must have 1 to 200 characters', lengthReason(1, 200))
  if (conversationId !== undefined && !/^[\w-]{8,64}$/.test(conversationId))
    throw fault('/conversationId', 'must be that of an earlier reply', { reason: 'wrong-form' })
}

type Place = { channel: string; locale: string; conversationId: string }

/** How a question ends. */
interface Ending {
  status: AskReply['status']
  confidence: number
  stored?: FoundStored
  offered: FoundStored[]
  reason?: Handoff['reason']
}

async function settle(
  istok: Istok,
  channel: Channel,
  asked: Question,
  place: Place,
  { finder }: Ways,
): Promise<Ending & { standsAlone: boolean }> {
  const settings = readAnsweringSettings(istok)
  const topic = asked.conversationId === undefined ? null : await readTopic(istok, place)
  const reading = await understand(istok, asked, topic, finder)
  const ending = await readDecision(istok, place, decide(reading, thresholdsIn(settings, channel)))
  const standsAlone = reading.standsAlone && !(ending.status === 'unanswered' && isCourtesy(asked.question))
  if (ending.status !== 'unanswered' || isCourtesy(asked.question) || !(await isEnough(istok, settings, asked, place)))
    return { ...ending, standsAlone }
  return { ...handOver(ending.confidence, 'unanswered'), standsAlone }
}

function handOver(confidence: number, reason: Handoff['reason'] = 'asked'): Ending {
  return { status: 'handoff', confidence, reason, offered: [] }
}

/** Whether this unanswered question is the last that a conversation is put through. */
async function isEnough(istok: Istok, { handoffAfter }: AnsweringSettings, { conversationId }: Question, place: Place): Promise<boolean> {
  if (handoffAfter === 0) return false
  const before = conversationId === undefined ? 0 : await countUnanswered(istok, place)
  return before + 1 >= handoffAfter
}

/** Reads what was decided from delivery; an article that the channel does not say any more is no answer and no option. */
async function readDecision(istok: Istok, place: { channel: string; locale: string }, decision: Decision): Promise<Ending> {
  const read = (articleId: string) => findStoredAnswer(istok, { channel: place.channel, locale: place.locale, articleId })
  const { confidence } = decision
  if (decision.status === 'answered') {
    const stored = await read(decision.key)
    if (stored) return { status: 'answered', stored, offered: [], confidence }
  }
  if (decision.status === 'clarify') {
    const offered = (await Promise.all(decision.options.map(read))).filter(answer => answer !== null)
    if (offered.length >= 2) return { status: 'clarify', offered, confidence }
  }
  return { status: 'unanswered', offered: [], confidence }
}

async function describe(istok: Istok, place: Place, reason: Handoff['reason']): Promise<Handoff> {
  return { reason, questions: await readQuestions(istok, place), shown: await readShownAnswers(istok, place) }
}
