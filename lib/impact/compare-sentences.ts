import { diffArrays } from 'diff'
import { compareWords } from '#lib/difference/compare-words.ts'
import type { Piece } from '#lib/difference/types.ts'

/** Only the sentences that differ, word by word, in their order. `locale` says where sentences end. */
export function compareSentences(before: string, after: string, locale: string): Piece[][] {
  const changed: Piece[][] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1)
      changed.push(compareWords(removed[index] ?? '', added[index] ?? ''))
    removed = []
    added = []
  }
  for (const change of diffArrays(sentencesOf(before, locale), sentencesOf(after, locale))) {
    if (change.removed) removed.push(...change.value)
    else if (change.added) added.push(...change.value)
    else flush()
  }
  flush()
  return changed
}

const segmenters = new Map<string, Intl.Segmenter>()

/** Lines, and the sentences in them, without the white space around. */
function sentencesOf(text: string, locale: string): string[] {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' })
  segmenters.set(locale, segmenter)
  return text
    .split('\n')
    .flatMap(line => Array.from(segmenter.segment(line), ({ segment }) => segment.trim()))
    .filter(sentence => sentence !== '')
}
