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
  const [old, fresh] = withoutSameEnds(before.split('\n'), after.split('\n')).map(lines => sentencesOf(lines, locale))
  for (const change of diffArrays(old ?? [], fresh ?? [])) {
    if (change.removed) removed.push(...change.value)
    else if (change.added) added.push(...change.value)
    else flush()
  }
  flush()
  return changed
}

const segmenters = new Map<string, Intl.Segmenter>()

/** The lines from the first that differs to the last: to find where sentences end costs more than to compare lines. */
function withoutSameEnds(before: string[], after: string[]): [string[], string[]] {
  const shorter = Math.min(before.length, after.length)
  let first = 0
  while (first < shorter && before[first] === after[first]) first += 1
  let last = 0
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) last += 1
  return [before.slice(first, before.length - last), after.slice(first, after.length - last)]
}

/** Lines, and the sentences in them, without the white space around. */
function sentencesOf(lines: string[], locale: string): string[] {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' })
  segmenters.set(locale, segmenter)
  return lines.flatMap(line => Array.from(segmenter.segment(line), ({ segment }) => segment.trim())).filter(sentence => sentence !== '')
}
