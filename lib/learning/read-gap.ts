import type { Actor } from '#lib/access/actor.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { classifyQuestion } from '#lib/answering/classify-question.ts'
import { finderFor } from '#lib/answering/finder-for.ts'
import { articlesWith } from '#lib/authoring/article-rights.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import { isChannelKind } from '#lib/compile/channels.ts'
import type { Istok } from '../istok.ts'
import { closeGaps } from './close-gaps.ts'
import type { GapEntry } from './list-gaps.ts'
import { type ArticleName, nameArticles } from './name-articles.ts'
import { placeWordings } from './place-wordings.ts'
import { readGaps } from './read-gaps.ts'
import { readGapRow } from './read-wording.ts'

/** A gap with all its wordings and the articles that are nearest to it in the channel where it is asked most, at most three: of those that whoever writes some articles only may write. */
export interface GapDetail extends GapEntry {
  nearest: (ArticleName & { probability: number })[]
}

/** One gap. Throws forbidden (needs write or read:internal), not_found. */
export async function readGap(istok: Istok, actor: Actor, id: string): Promise<GapDetail> {
  requireDrafts(actor)
  await placeWordings(istok)
  await closeGaps(istok)
  const [found] = readGaps(istok, [readGapRow(istok.database.reader.orm, id)])
  const gap = found!
  const [channel = 'website'] = Object.entries(gap.channels).sort((a, b) => b[1] - a[1])[0] ?? []
  const finder = await finderFor(istok, { channel: isChannelKind(channel) ? channel : 'website', locale: gap.locale, question: gap.title })
  const { candidates, inScope } = gap.title === '' ? { candidates: [], inScope: 0 } : classifyQuestion(finder, gap.title, 3)
  const names = nameArticles(istok, [gap.articleId ?? '', ...candidates.map(({ key }) => key)])
  const keys = candidates.map(({ key }) => key)
  const writable = canSomewhere(actor, 'write') ? articlesWith(istok.database.reader.orm, actor, 'write', keys) : new Set(keys)
  const nearest = candidates.flatMap(({ key, probability }) => {
    const name = names.get(key)
    return name && writable.has(key) ? [{ ...name, probability: Math.round(inScope * probability * 1000) / 1000 }] : []
  })
  return { ...gap, article: names.get(gap.articleId ?? '') ?? null, more: 0, nearest }
}
