import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { readSynonyms } from './analyser/synonyms.ts'
import { rank } from './engine/rank.ts'
import { searchOf } from './open-search.ts'
import { findCurrentAnswer } from './read-hit.ts'
import { readQuery } from './repair/read-query.ts'

export interface RelatedAnswer {
  slug: string
  title: string
}

const noSynonyms = readSynonyms([])

/** Least score of an answer that belongs to the same matter. */
const leastScore = 0.08

/**
 * Answers of the channel about the same matter as one of them, nearest first, without itself; empty where the channel does not say it. Throws not_found for
 * an unknown channel, unauthenticated or forbidden where the actor may not read it.
 */
export async function findRelated(
  istok: Istok,
  actor: Actor,
  { channel, locale, slug, limit = 4 }: { channel: string; locale: string; slug: string; limit?: number },
): Promise<RelatedAnswer[]> {
  if (!isChannelKind(channel)) throw new IstokError('not_found', `There is no channel "${channel}"`)
  requireChannel(actor, channels[channel])
  const index = await searchOf(istok).index(channel, locale)
  const answer = findCurrentAnswer(istok, channel, locale, slug)
  if (!answer) return []
  const query = readQuery(index.vocabulary, answer.title, { synonyms: noSynonyms, repair: false })
  const related: RelatedAnswer[] = []
  for (const hit of rank(index, query, limit + 1).hits) {
    const current = hit.slug === slug || hit.score < leastScore ? null : findCurrentAnswer(istok, channel, locale, hit.slug)
    if (current) related.push({ slug: hit.slug, title: current.title })
  }
  return related.slice(0, limit)
}
