import { endsWithin } from '#lib/answering/ends-within.ts'
import { mostLearned } from '#lib/answering/finder-for.ts'
import { findersOf } from '#lib/answering/open-finders.ts'
import { isChannelKind } from '#lib/compile/channels.ts'
import { searchOf } from '#lib/search/open-search.ts'
import type { Istok } from '../istok.ts'
import { perIstok } from '../per-istok.ts'
import { type Judgement, judgeWording, unjudged } from './judge-wording.ts'
import type { WordingRow } from './list-wordings.ts'
import { mainChannel, type Tally } from './read-hearings.ts'

/** Milliseconds of judging before others get a turn. */
const turn = 10
/** The same for what goes on beside, when whoever asked has his answer; it rests as long. */
const besideTurn = 4

/** How a heap is judged. Only one goes on beside: each view of a list would begin another, and together they would keep everybody waiting. */
interface Pace {
  isBeside: boolean
  isStopped: boolean
}
const besideOf = perIstok('judging-beside', () => ({ isBusy: false }))

export interface Heard {
  row: WordingRow
  tally: Tally
}

/**
 * Judges wordings, each in the channel in which it was heard most, by the finder that is there. After `patience` milliseconds it returns what it has, `isComplete`
 * false, and goes on beside, so that who asks again gets more; only one goes on beside, however many ask. Where there are too many articles to learn nothing is judged.
 */
export async function judgeWordings(
  istok: Istok,
  wordings: readonly Heard[],
  patience: number,
): Promise<{ judgements: Map<string, Judgement>; isComplete: boolean }> {
  const judgements = new Map<string, Judgement>()
  const pace: Pace = { isBeside: false, isStopped: false }
  const work = judgeAll(istok, wordings, judgements, pace)
  const isComplete = await endsWithin(patience, work)
  if (!isComplete) goOnBeside(istok, work, pace)
  return { judgements: new Map(wordings.map(({ row }) => [row.id, judgements.get(row.id) ?? unjudged])), isComplete }
}

function goOnBeside(istok: Istok, work: Promise<void>, pace: Pace): void {
  const beside = besideOf(istok)
  // Who was here in time hears of a failure; later it is in the log, by whoever keeps the finders.
  const ended = work.catch(() => undefined)
  if (beside.isBusy) {
    pace.isStopped = true
    return
  }
  beside.isBusy = pace.isBeside = true
  void ended.then(() => {
    beside.isBusy = false
  })
}

async function judgeAll(istok: Istok, wordings: readonly Heard[], judgements: Map<string, Judgement>, pace: Pace): Promise<void> {
  const finders = findersOf(istok)
  let begun = performance.now()
  for (const [place, heard] of Map.groupBy(wordings, placeOf)) {
    const [channel = '', locale = ''] = place.split(' ')
    if (searchOf(istok).count(channel, locale) > mostLearned) continue
    const finder = await finders.finder(channel, locale)
    for (const { row } of heard) {
      if (pace.isStopped) return
      judgements.set(row.id, judgeWording(finder, row))
      if (performance.now() - begun < (pace.isBeside ? besideTurn : turn)) continue
      await new Promise(resolve => (pace.isBeside ? setTimeout(resolve, besideTurn) : setImmediate(resolve)))
      begun = performance.now()
    }
  }
}

function placeOf({ row, tally }: Heard): string {
  const channel = mainChannel(tally)
  return `${isChannelKind(channel) ? channel : 'website'} ${row.locale}`
}
