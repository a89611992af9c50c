import { compareWords } from './compare-words.ts'
import type { LineDifference, Piece } from './types.ts'

/** Line by line what became of a text, with the words inside; null is a text that was not there, or is not there any more. */
export function compareLines(before: string | null, after: string | null): LineDifference[] {
  const lines: Piece[][] = [[]]
  for (const piece of compareWords(before ?? '', after ?? '')) {
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ fate: piece.fate, text })
    }
  }
  return lines.filter(pieces => pieces.length > 0).map(pieces => ({ pieces, isChanged: pieces.some(({ fate }) => fate !== 'same') }))
}

/** How many words were added and removed. */
export function countChanges(lines: readonly LineDifference[]): { added: number; removed: number } {
  const count = (fate: Piece['fate']) =>
    lines.reduce(
      (sum, { pieces }) =>
        sum + pieces.reduce((words, piece) => words + (piece.fate === fate ? (piece.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0), 0),
      0,
    )
  return { added: count('added'), removed: count('removed') }
}
