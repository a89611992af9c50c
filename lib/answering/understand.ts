import { searchOf } from '#lib/search/open-search.ts'
import { readQuery } from '#lib/search/repair/read-query.ts'
import type { Istok } from '../istok.ts'
import { type Classification, classifyQuestion, shareSaid } from './classify-question.ts'
import { finderFor } from './finder-for.ts'
import { type Continuation, continueTopic } from './follow-up.ts'
import { isCloseRepair } from './is-close-repair.ts'
import type { AnswerFinder } from './train-finder.ts'

/** What a question was read as. */
export interface Reading extends Classification {
  /** Whether it was read by itself and not as going on about the topic. */
  standsAlone: boolean
}

interface Asked {
  channel: string
  locale: string
  question: string
}

/** Of the words with which a question goes on about a topic, the share that the topic's own article must say to be meant. A word that it has counts a half and more, pieces of other words a fifth. */
const leastSaid = 0.3
/** The probability that the other articles must have together, beside one that is not meant, for one of them to be. */
const leastLeft = 0.15
/** A continuation of this strength is what was meant, whatever the question says by itself. */
const strongEnough = 0.25

/**
 * The best reading of a question: as it stands, repaired (layout, transliteration, typos), or as going on about the topic; only that where it says nothing
 * without one. The topic's own article answers only what it says something of, not whatever short question comes next.
 */
export async function understand(
  istok: Istok,
  { channel, locale, question }: Asked,
  topic: string | null,
  findFinder = finderFor,
): Promise<Reading> {
  const finder = await findFinder(istok, { channel, locale, question: topic === null ? question : `${question} ${topic}` })
  const search = searchOf(istok)
  const index = await search.ready(channel, locale)
  const corrected = index && readQuery(index.vocabulary, question, { synonyms: search.synonyms(locale) }).corrected
  const isRepaired = corrected && (corrected.kind !== 'typo' || isCloseRepair(question, corrected.query))
  const plain = isRepaired ? [question, corrected.query] : [question]
  const continued = plain.map(text => continueTopic(text, topic)).filter(continuation => continuation !== null)
  const going = continued.map(continuation => readContinuation(finder, topic ?? '', continuation))
  const isMeant = continued.some(({ sure }) => sure) && going.some(reading => strength(reading) >= strongEnough)
  const standing = isMeant ? [] : plain.map(text => ({ ...classifyQuestion(finder, text), standsAlone: true }))
  return [...standing, ...going].reduce((one, other) => (strength(other) > strength(one) ? other : one))
}

function readContinuation(finder: AnswerFinder, topic: string, { text, subject, leans }: Continuation): Reading {
  const { candidates, inScope } = classifyQuestion(finder, text)
  const own = subject === '' ? undefined : classifyQuestion(finder, topic, 1).candidates[0]?.key
  const dropped = candidates.find(({ key }) => key === own && shareSaid(finder, key, subject) < leastSaid)
  if (!dropped) return { candidates, inScope, standsAlone: false }
  if (!leans) return { candidates: [], inScope: 0, standsAlone: false }
  const left = Math.max(1 - dropped.probability, Number.EPSILON)
  const others = candidates.filter(one => one !== dropped).map(({ key, probability }) => ({ key, probability: probability / left }))
  return { candidates: others, inScope: inScope * Math.min(1, left / leastLeft), standsAlone: false }
}

function strength({ candidates, inScope }: Classification): number {
  return inScope * (candidates[0]?.probability ?? 0)
}
