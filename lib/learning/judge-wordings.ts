import { endsWithin } from '#lib/answering/ends-within.ts'
import { mostLearned } from '#lib/answering/finder-for.ts'
import { findersOf } from '#lib/answering/open-finders.ts'
import { isChannelKind } from '#lib/compile/channels.ts'
import { searchOf } from '#lib/search/open-search.ts'
import type { Istok } from '../istok.ts'
import { type Judgement, judgeWording, unjudged } from './judge-wording.ts'
import type { WordingRow } from './list-wordings.ts'
import { mainChannel, type Tally } from './read-hearings.ts'

/** Milliseconds of judging before others get a turn. */
const turn = 10

export interface Heard {
  row: WordingRow
  tally: Tally
}

/**
 * Judges wordings, each in the channel in which it was heard most, by the finder that is there. After `patience` milliseconds it returns what it has, `isComplete`
 * false, and goes on beside, so that who asks again gets more. Where there are too many articles to learn nothing is judged.
 */
export async function judgeWordings(
  istok: Istok,
  wordings: readonly Heard[],
  patience: number,
): Promise<{ judgements: Map<string, Judgement>; isComplete: boolean }> {
  const judgements = new Map<string, Judgement>()
  const work = judgeAll(istok, wordings, judgements)
  const isComplete = await endsWithin(patience, work)
  // Who was here in time hears of a failure; later it is in the log, by whoever keeps the finders.
  if (!isComplete) work.catch(() => undefined)
  return { judgements: new Map(wordings.map(({ row }) => [row.id, judgements.get(row.id) ?? unjudged])), isComplete }
}

async function judgeAll(istok: Istok, wordings: readonly Heard[], judgements: Map<string, Judgement>): Promise<void> {
  const finders = findersOf(istok)
  let begun = performance.now()
  for (const [place, heard] of Map.groupBy(wordings, placeOf)) {
    const [channel = '', locale = ''] = place.split(' ')
    if (searchOf(istok).count(channel, locale) > mostLearned) continue
    const finder = await finders.finder(channel, locale)
    for (const { row } of heard) {
      judgements.set(row.id, judgeWording(finder, row))
      if (performance.now() - begun < turn) continue
      await new Promise(resolve => setImmediate(resolve))
      begun = performance.now()
    }
  }
}

function placeOf({ row, tally }: Heard): string {
  const channel = mainChannel(tally)
  return `${isChannelKind(channel) ? channel : 'website'} ${row.locale}`
}
