import { searchOf } from '#lib/search/open-search.ts'
import { readQuery } from '#lib/search/repair/read-query.ts'
import type { Istok } from '../istok.ts'
import { type Classification, classifyQuestion } from './classify-question.ts'
import { finderFor } from './finder-for.ts'
import { continueTopic } from './follow-up.ts'
import { isCloseRepair } from './is-close-repair.ts'

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

/**
 * The best reading of a question: as it stands, repaired (layout, transliteration, typos), or as going on about the topic; only that where it says nothing
 * without one.
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
  const standing = continued.some(({ sure }) => sure) ? [] : plain
  return best([
    ...standing.map(text => ({ ...classifyQuestion(finder, text), standsAlone: true })),
    ...continued.map(({ text }) => ({ ...classifyQuestion(finder, text), standsAlone: false })),
  ])
}

function best(readings: Reading[]): Reading {
  const strength = ({ candidates, inScope }: Classification) => inScope * (candidates[0]?.probability ?? 0)
  return readings.reduce((one, other) => (strength(other) > strength(one) ? other : one))
}
