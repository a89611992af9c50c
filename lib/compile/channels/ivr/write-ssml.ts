import type { SpeechPiece } from '../../speech/pieces.ts'
import { sentenceStarts } from '../../text/cut-text.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { heardText, slicePieces, type Utterance } from './utterance.ts'

/** Utterances as SSML of the common subset: speak, p, s, break in milliseconds, sub. Well-formed for any text. */
export function writeSsml(utterances: readonly Utterance[], maxBreak: number): string {
  let out = '<speak>'
  utterances.forEach((utterance, index) => {
    out += `<p>${sentences(utterance.pieces, maxBreak)}</p>`
    if (index < utterances.length - 1) out += writeBreak(utterance.pause, maxBreak)
  })
  return `${out}</speak>`
}

function sentences(pieces: readonly SpeechPiece[], maxBreak: number): string {
  const text = heardText(pieces)
  const starts = sentenceStarts(text)
  if (starts.length === 1) return `<s>${writePieces(pieces, maxBreak)}</s>`
  let out = ''
  starts.forEach((start, index) => {
    const sentence = slicePieces(pieces, start, starts[index + 1] ?? text.length)
    if (sentence.length > 0) out += `<s>${writePieces(sentence, maxBreak)}</s>`
  })
  return out
}

function writePieces(pieces: readonly SpeechPiece[], maxBreak: number): string {
  let out = ''
  for (const piece of pieces) {
    if (piece.kind === 'text') out += escapeHtml(piece.text)
    else if (piece.kind === 'break') out += writeBreak(piece.ms, maxBreak)
    else out += `<sub alias="${escapeHtml(piece.alias)}">${escapeHtml(piece.text)}</sub>`
  }
  return out.trim()
}

function writeBreak(ms: number, maxBreak: number): string {
  return `<break time="${Math.min(Math.round(ms), maxBreak)}ms"/>`
}
