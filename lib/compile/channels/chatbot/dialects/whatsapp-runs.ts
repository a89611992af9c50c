import type { Line } from '../../../lines/line.ts'
import { type Piece, piecesOf } from '../../../lines/pieces.ts'
import { styles } from '../../../resolve/resolved.ts'

const markers = [
  { bit: styles.bold, character: '*', instead: '\u2217' },
  { bit: styles.italic, character: '_', instead: '\uff3f' },
  { bit: styles.strike, character: '~', instead: '\u223c' },
] as const
const hasMarker = /[*_~`]/
const codeFence = '```'
const word = /[\p{L}\p{N}]/u
const address = /^(?:> )?https?:\/\/\S+$/

/**
 * A line in WhatsApp's markup. A marker is written only where WhatsApp reads it (outside no letter, inside no space); two markers that stand in
 * the text and would pair up are replaced by characters that look the same. A single `*`, as in "*100#", stays dialable.
 */
export function whatsappLine(line: Line): string {
  if (line.kind === 'code') return fenced(line.text)
  if (address.test(line.text)) return line.text
  const text = hasMarker.test(line.text) ? withoutPairs(line.text) : line.text
  const pieces = piecesOf(line.runs)
  if (pieces.length === 1 && pieces[0]?.style === 0) return text
  const kept = markers.filter(({ character }) => !standsAlone(text, character))
  let out = ''
  let at = 0
  for (const piece of pieces) {
    const end = at + piece.text.length
    out += writePiece(piece, text.slice(at, end), text.charAt(at - 1), text.charAt(end), kept)
    at = end
  }
  return out
}

type Marker = (typeof markers)[number]

function writePiece(piece: Piece, text: string, before: string, after: string, kept: readonly Marker[]): string {
  if (piece.isBreak || piece.style === 0 || word.test(before) || word.test(after)) return text
  if (piece.style & styles.code) return fenced(piece.text)
  let out = text
  for (const { bit, character } of kept) if (piece.style & bit) out = character + out + character
  return out
}

function fenced(text: string): string {
  return `${codeFence}${text.replaceAll('`', '\u02cb')}${codeFence}`
}

/** Replaces markers that open and close in the same line, pair by pair from the inside; backticks always. The length does not change. */
function withoutPairs(text: string): string {
  const units = text.replaceAll('`', '\u02cb').split('')
  for (const { character, instead } of markers) {
    let opened: number[] = []
    for (let at = 0; at < units.length; at++) {
      if (text.charAt(at) === '\n') opened = []
      if (text.charAt(at) !== character) continue
      const partner = closes(text, at) ? opened.pop() : undefined
      if (partner !== undefined) {
        units[partner] = instead
        units[at] = instead
      } else if (opens(text, at)) opened.push(at)
    }
  }
  return units.join('')
}

/** A marker of the text that would open or close something beside a written one; then no mark is written with it in this line. */
function standsAlone(text: string, character: string): boolean {
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) if (opens(text, at) || closes(text, at)) return true
  return false
}

function opens(text: string, at: number): boolean {
  const next = text.charAt(at + 1)
  return !word.test(text.charAt(at - 1)) && next !== '' && !/\s/.test(next)
}

function closes(text: string, at: number): boolean {
  const previous = text.charAt(at - 1)
  return previous !== '' && !/\s/.test(previous) && !word.test(text.charAt(at + 1))
}
