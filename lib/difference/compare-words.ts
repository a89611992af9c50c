import { diffArrays } from 'diff'
import type { Piece } from './types.ts'

/** Above this many changed words the texts have so little in common that a comparison word by word says nothing; it also bounds the time (O(n·d)). */
const mostChanges = 4000

/** Word by word what became of a text, in Russian as in English: letters and digits are words, everything else stands alone. */
export function compareWords(before: string, after: string): Piece[] {
  return joined(smoothed(compareTokens(tokensOf(before), tokensOf(after))))
}

/** Words, runs of white space and single signs, in order; together they are the text. A number is one word with its fraction and its thousands: 1,5 that became 2,5 must not read as 12,5. */
export function tokensOf(text: string): string[] {
  return text.match(/\p{N}+(?:[.,:\u00a0\u202f\u2009]\p{N}+)+|[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}

function compareTokens(before: string[], after: string[]): Piece[] {
  const changes = diffArrays(before, after, { maxEditLength: mostChanges })
  if (changes === undefined) return [...before.map(piece('removed')), ...after.map(piece('added'))]
  return changes.flatMap(({ value, added, removed }) => value.map(piece(added ? 'added' : removed ? 'removed' : 'same')))
}

const piece =
  (fate: Piece['fate']) =>
  (text: string): Piece => ({ fate, text })

/** A single space between two changed words reads as part of the change: "removed phrase, added phrase" instead of words in turns. */
function smoothed(pieces: Piece[]): Piece[] {
  return pieces.flatMap((one, index): Piece[] => {
    const isGap = one.fate === 'same' && /^[^\S\n]+$/.test(one.text)
    if (!isGap || pieces[index - 1]?.fate !== 'added' || (pieces[index + 1]?.fate ?? 'same') === 'same') return [one]
    return [
      { fate: 'removed', text: one.text },
      { fate: 'added', text: one.text },
    ]
  })
}

/** Neighbouring changes as one removed and one added run, neighbouring runs of one fate as one. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '') result.push({ fate: 'removed', text: removed })
    if (added !== '') result.push({ fate: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { fate, text } of pieces) {
    if (fate === 'removed') removed += text
    else if (fate === 'added') added += text
    else {
      flush()
      const last = result.at(-1)
      if (last?.fate === 'same') last.text += text
      else result.push({ fate, text })
    }
  }
  flush()
  return result
}
