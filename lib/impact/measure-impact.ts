import { channelKinds } from '#lib/compile/channels.ts'
import { compile } from '#lib/compile/compile.ts'
import type { ChannelKind, Compiled, Loss } from '#lib/compile/types.ts'
import type { Piece } from '#lib/difference/types.ts'
import { type Change, emptyChange } from '#lib/release/change.ts'
import { findAffected } from '#lib/release/find-affected.ts'
import { findLiveContent } from '#lib/release/live-state.ts'
import { type NextState, readNextState } from '#lib/release/read-resolution.ts'
import type { Istok } from '../istok.ts'
import { channelText } from './channel-text.ts'
import { compareSentences } from './compare-sentences.ts'

/** What becomes of one answer in one channel. `appears` and `disappears`: the channel has it only after or only before. */
export interface ChannelImpact {
  channel: ChannelKind
  effect: 'changed' | 'appears' | 'disappears'
  /** The sentences that will read otherwise, word by word; at most `sentenceLimit`. */
  sentences: Piece[][]
  /** How many there are. */
  count: number
}

/** A live answer that changes. */
export interface ArticleImpact {
  articleId: string
  slug: string
  locale: string
  title: string
  channels: ChannelImpact[]
  /** Losses that the change brings; one of level error stops the release. */
  losses: (Loss & { channel: ChannelKind })[]
}

/** What differs at one instant. `at` in milliseconds; null: at once. */
export interface Moment {
  at: number | null
  articles: ArticleImpact[]
}

export interface MeasuredImpact {
  /** Live articles and translations that say it. */
  articles: number
  translations: number
  /** How many of the translations were compiled for the sentences below. */
  compiled: number
  /** Losses of level error over all moments. */
  errors: number
  moments: Moment[]
}

/** Texts that are compiled before and after, over all instants, and at each one at least: about 80 ms of one core. */
export const translationLimit = 64
const leastAtOnce = 24
const sentenceLimit = 5

/**
 * What every channel would say otherwise after `change`, at each of the instants (milliseconds; the first is now): compiled by the release's own compiler
 * against what is live, stored nowhere.
 */
export async function measureImpact(istok: Istok, change: Change, instants: readonly number[]): Promise<MeasuredImpact> {
  const { orm } = istok.database.reader
  const affected = findAffected(orm, change)
  const chosen = affected.slice(0, Math.max(leastAtOnce, Math.floor(translationLimit / instants.length)))
  const moments: Moment[] = []
  for (const [index, instant] of instants.entries()) {
    const states: [NextState, NextState] = [
      readNextState(orm, emptyChange('publish', ''), instant, istok.env.publicUrl),
      readNextState(orm, change, instant, istok.env.publicUrl),
    ]
    const articles: ArticleImpact[] = []
    for (const [number, { articleId, locale }] of chosen.entries()) {
      const live = findLiveContent(orm, articleId, locale)
      if (!live) continue
      const { metadata, revision: _, ...content } = live
      const source = { articleId, locale, ...content, ...metadata }
      const [before, after] = states.map(state => compile(source, state.resolutionFor(live, locale))) as [Compiled, Compiled]
      const impact = { articleId, slug: metadata.slug, locale, title: live.title, ...compareCompiled(before, after, locale) }
      if (impact.channels.length + impact.losses.length > 0) articles.push(impact)
      if (number % 10 === 9) await new Promise(resolve => setImmediate(resolve))
    }
    moments.push({ at: index === 0 ? null : instant, articles })
  }
  return {
    articles: new Set(affected.map(({ articleId }) => articleId)).size,
    translations: affected.length,
    compiled: chosen.length,
    errors: moments.flatMap(({ articles }) => articles.flatMap(({ losses }) => losses)).filter(({ level }) => level === 'error').length,
    moments,
  }
}

function compareCompiled(before: Compiled, after: Compiled, locale: string): Pick<ArticleImpact, 'channels' | 'losses'> {
  const channels: ChannelImpact[] = []
  const losses: ArticleImpact['losses'] = []
  for (const channel of channelKinds) {
    const [old, fresh] = [before.renditions.get(channel), after.renditions.get(channel)]
    if (old ?? fresh) {
      const sentences = compareSentences(old ? channelText(old) : '', fresh ? channelText(fresh) : '', locale)
      const effect = !old ? 'appears' : !fresh ? 'disappears' : 'changed'
      if (sentences.length > 0) channels.push({ channel, effect, sentences: sentences.slice(0, sentenceLimit), count: sentences.length })
    }
    const known = new Set((before.losses.get(channel) ?? []).map(lossKey))
    for (const loss of after.losses.get(channel) ?? []) if (!known.has(lossKey(loss))) losses.push({ ...loss, channel })
  }
  return { channels, losses }
}

function lossKey({ path, reason, level }: Loss): string {
  return `${path} ${reason} ${level}`
}
