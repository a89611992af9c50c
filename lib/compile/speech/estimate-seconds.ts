import type { SpeechPiece } from './pieces.ts'

/** Measured with espeak-ng 1.51 at 140 words a minute on normalised text: Russian 13.9, English 13.8 characters a second (CHANNELS.md §3.2). */
const charactersPerSecond = 14

/** How long the pieces take to speak, in seconds (not rounded): characters / 14 plus the sum of the breaks. */
export function estimateSeconds(pieces: readonly SpeechPiece[]): number {
  let characters = 0
  let milliseconds = 0
  for (const piece of pieces) {
    if (piece.kind === 'break') milliseconds += piece.ms
    else characters += piece.kind === 'sub' ? piece.alias.length : piece.text.length
  }
  return characters / charactersPerSecond + milliseconds / 1000
}
