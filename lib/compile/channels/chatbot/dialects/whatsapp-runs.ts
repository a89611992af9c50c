import type { Line } from '../../../lines/line.ts'
import { type Piece, piecesOf } from '../../../lines/pieces.ts'
import { styles } from '../../../resolve/resolved.ts'

const markers = [
  { bit: styles.bold, character: '*', instead: '\u2217' },
  { bit: styles.italic, character: '_', instead: '\uff3f' },
  { bit: styles.strike, character: '~', instead: '\u223c' },
] as const
const codeFence = '```'
const word = /[\p{L}\p{N}]/u
const address = /^(?:> )?https?:\/\/\S+$/

/**
 * A line in WhatsApp's markup. A marker is written only where WhatsApp reads it (outside no letter, inside no space); markers that stand in the
 * text and would pair up are replaced by characters that look the same. A single `*`, as in "*100#", stays dialable.
 */
export function whatsappLine(line: Line): string {
  if (line.kind === 'code') return `${codeFence}${line.text.replaceAll('`', '\u02cb')}${codeFence}`
  if (address.test(line.text)) return line.text
  const taken = markers.filter(({ character }) => line.text.includes(character) && couldPair(line.text, character))
  const literal = literalMarkers(line.text)
  let out = ''
  const pieces = piecesOf(line.runs)
  pieces.forEach((piece, index) => {
    out += writePiece(piece, pieces[index - 1]?.text.slice(-1) ?? '', pieces[index + 1]?.text.charAt(0) ?? '', taken, literal)
  })
  return out
}

type Marker = (typeof markers)[number]

function writePiece(piece: Piece, before: string, after: string, taken: readonly Marker[], literal: ReadonlySet<string>): string {
  if (piece.isBreak) return '\n'
  const inner = neutral(piece.text, taken)
  if (piece.style === 0 || word.test(before) || word.test(after)) return inner
  if (piece.style & styles.code) return `${codeFence}${piece.text.replaceAll('`', '\u02cb')}${codeFence}`
  let out = inner
  for (const { bit, character } of markers) if (piece.style & bit && !literal.has(character)) out = character + out + character
  return out
}

function neutral(text: string, taken: readonly Marker[]): string {
  let out = text.includes('`') ? text.replaceAll('`', '\u02cb') : text
  for (const { character, instead } of taken) out = out.replaceAll(character, instead)
  return out
}

/** Markers of the text that would open or close something beside a written one; for these no mark is written in this line. */
function literalMarkers(text: string): Set<string> {
  const found = new Set<string>()
  for (const { character } of markers) {
    if (!text.includes(character) || couldPair(text, character)) continue
    for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1))
      if (opens(text, at) || closes(text, at)) found.add(character)
  }
  return found
}

function couldPair(text: string, character: string): boolean {
  let opened = false
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    if (opened && closes(text, at)) return true
    if (opens(text, at)) opened = true
  }
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
