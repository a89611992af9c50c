import { type Link, type Run, styles } from '../resolve/resolved.ts'

/** A stretch of one look, for dialects whose marks are characters: a marked piece neither begins nor ends with white space. */
export interface Piece {
  text: string
  style: number
  link: Link | null
  isBreak: boolean
}

const edges = /^(\s*)([\s\S]*?)(\s*)$/

/** Runs of one look joined; white space at the edges of marked text is moved out of the marks. */
export function piecesOf(runs: readonly Run[]): Piece[] {
  const pieces: Piece[] = []
  for (const run of runs) {
    if (run.type === 'hardBreak') pieces.push({ text: '\n', style: 0, link: null, isBreak: true })
    else if (run.text !== '') joinPiece(pieces, run.text, run.style, run.link)
  }
  const spread: Piece[] = []
  for (const piece of pieces) {
    if (piece.style === 0 || piece.style & styles.code || piece.isBreak) {
      spread.push(piece)
      continue
    }
    const [, before = '', core = '', after = ''] = edges.exec(piece.text) ?? []
    if (before) spread.push({ ...piece, text: before, style: 0 })
    if (core) spread.push(before || after ? { ...piece, text: core } : piece)
    if (after) spread.push({ ...piece, text: after, style: 0 })
  }
  return spread
}

function joinPiece(pieces: Piece[], text: string, style: number, link: Link | null): void {
  const last = pieces[pieces.length - 1]
  if (last && !last.isBreak && last.style === style && last.link === link) last.text += text
  else pieces.push({ text, style, link, isBreak: false })
}
