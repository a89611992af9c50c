import { pieceAt, pieceCount } from './pieces.ts'
import type { LookScratch } from './scratch.ts'
import type { IndexedAnswer, SearchIndex } from './search-index.ts'

/** A mark for each remainder of the query's pieces: most pieces of an answer's words are none of them, and this says so at once. One query at a time. */
const marks = new Uint8Array(1 << 15)
const mask = marks.length - 1
let marked: ReadonlySet<number> = new Set()

function mark(asked: ReadonlySet<number>): void {
  for (const piece of marked) marks[piece & mask] = 0
  for (const piece of asked) marks[piece & mask] = 1
  marked = asked
}

/**
 * How like an answer is to the words of a query letter by letter: cosine of the four-letter pieces that the title, or the nearest question, shares with it, 0
 * to 1. `stamp` is that of the query.
 */
export function lettersOf(
  index: SearchIndex,
  surfaces: readonly string[],
  scratch: LookScratch,
  stamp: number,
): (answer: IndexedAnswer) => number {
  const asked = new Set<number>()
  for (const word of surfaces) for (let at = 0; at < pieceCount(word); at++) asked.add(pieceAt(word, at))
  if (asked.size === 0) return () => 0
  mark(asked)
  const { words } = index.vocabulary
  const { gramStamps, grams, pieces } = scratch
  const isAsked = (piece: number) => marks[piece & mask] === 1 && asked.has(piece)
  return ({ texts, ends }) => {
    let best = 0
    let at = 0
    for (let text = 0; text < ends.length - 1; text++) {
      let [shared, all] = [0, 0]
      for (; at < ends[text]!; at++) {
        const word = texts[at]!
        if (gramStamps[word] !== stamp) {
          gramStamps[word] = stamp
          grams[word] = pieces.count(word, words[word]!, isAsked)
        }
        all += pieces.of(word)
        shared += grams[word]!
      }
      if (all > 0) best = Math.max(best, Math.min(1, shared / Math.sqrt(asked.size * all)))
    }
    return best
  }
}
