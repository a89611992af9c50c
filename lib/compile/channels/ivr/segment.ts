import { dialogueLimits } from '../../limits.ts'
import { estimateSeconds } from '../../speech/estimate-seconds.ts'
import type { SpeechPiece } from '../../speech/pieces.ts'
import { cutText } from '../../text/cut-text.ts'
import type { SpeechSegment } from '../../types.ts'
import { endsSentence, heardText, readableText, slicePieces, spokenAtoms, type Utterance } from './utterance.ts'

const maxText = dialogueLimits.segmentText.max

/** Utterances as chunks of at most 220 characters, each with its seconds and the pause after it: whole utterances where they fit, else cut after a sentence. */
export function segmentsOf(utterances: readonly Utterance[]): SpeechSegment[] {
  const segments: SpeechSegment[] = []
  let text = ''
  let seconds = 0
  const close = () => {
    if (text !== '') segments.push({ text, seconds: roundSeconds(seconds) })
    text = ''
    seconds = 0
  }
  let isNew = true
  for (const [index, utterance] of utterances.entries()) {
    for (const pieces of chunksOf(utterance.pieces)) {
      const heard = readableText(heardText(pieces).trim(), isNew)
      isNew = endsSentence(heard)
      if (text.length + heard.length + 1 > maxText) close()
      text += text === '' ? heard : ` ${heard}`
      seconds += estimateSeconds(pieces)
    }
    if (index < utterances.length - 1) seconds += utterance.pause / 1000
  }
  close()
  return segments
}

function chunksOf(pieces: SpeechPiece[]): SpeechPiece[][] {
  const text = heardText(pieces)
  if (text.length <= maxText) return text.trim() === '' ? [] : [pieces]
  const atoms = spokenAtoms(pieces)
  const chunks: SpeechPiece[][] = []
  for (let from = 0; from < text.length; ) {
    const near = atoms.filter(([start, end]) => end > from && start < from + maxText)
    const cut = cutText(
      text.slice(from, from + maxText * 2),
      maxText,
      near.map(([start, end]) => [start - from, end - from] as const),
    )
    const chunk = slicePieces(pieces, from, from + cut)
    if (heardText(chunk).trim() !== '') chunks.push(chunk)
    from += cut
  }
  return chunks
}

/** Seconds with one digit after the point. */
export function roundSeconds(seconds: number): number {
  return Math.round(seconds * 10) / 10
}

/** How long utterances take with the pauses between them, in seconds. */
export function secondsOf(utterances: readonly Utterance[]): number {
  let seconds = 0
  utterances.forEach((utterance, index) => {
    seconds += estimateSeconds(utterance.pieces) + (index < utterances.length - 1 ? utterance.pause / 1000 : 0)
  })
  return seconds
}
