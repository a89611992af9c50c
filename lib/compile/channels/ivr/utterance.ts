import type { DocumentPath } from '#lib/document/types.ts'
import type { FactRun } from '../../resolve/resolved.ts'
import type { SpeechPiece } from '../../speech/pieces.ts'

/** Something said in one breath, and the pause after it in milliseconds. */
export interface Utterance {
  pieces: SpeechPiece[]
  pause: number
  path: DocumentPath
  facts: FactRun[]
}

/** Pauses between utterances, in milliseconds; all under the 3 s of silence that a caller bears (CHANNELS.md §3.2). */
export const pauses = { heading: 600, item: 300, paragraph: 400, divider: 700 } as const

/** What is heard; a break counts as one space, so that offsets into it can be found in the pieces. */
export function heardText(pieces: readonly SpeechPiece[]): string {
  let text = ''
  for (const piece of pieces) text += heardPiece(piece)
  return text
}

function heardPiece(piece: SpeechPiece): string {
  return piece.kind === 'text' ? piece.text : piece.kind === 'sub' ? piece.alias : ' '
}

const sentenceStart = /(^|(?<![ap]\.m)[.!?]\s+)(\p{Ll})/gu

/** Whether what comes after a text begins a sentence; items of a list that end with ";" do not. */
export function endsSentence(text: string): boolean {
  return /[.!?…]$/.test(text)
}

/** What is heard as a text to read: names and numbers that begin a sentence get a capital; `isNew` says whether the text begins with one. */
export function readableText(text: string, isNew = true): string {
  return text.replace(sentenceStart, (found, before: string, letter: string) =>
    before === '' && !isNew ? found : before + letter.toUpperCase(),
  )
}

/** The pieces between two offsets into the heard text. A `sub` is never cut: it belongs to where it begins. */
export function slicePieces(pieces: readonly SpeechPiece[], from: number, to: number): SpeechPiece[] {
  const out: SpeechPiece[] = []
  let at = 0
  for (const piece of pieces) {
    const length = heardPiece(piece).length
    if (piece.kind === 'text') {
      const text = piece.text.slice(Math.max(from - at, 0), Math.max(to - at, 0))
      if (text !== '') out.push(text.length === length ? piece : { kind: 'text', text })
    } else if (at >= from && at < to) out.push(piece)
    at += length
  }
  return out
}

/** Offsets between which a text must not be cut. */
export function spokenAtoms(pieces: readonly SpeechPiece[]): (readonly [from: number, to: number])[] {
  const atoms: (readonly [number, number])[] = []
  let at = 0
  for (const piece of pieces) {
    const length = heardPiece(piece).length
    if (piece.kind === 'sub') atoms.push([at, at + length])
    at += length
  }
  return atoms
}
