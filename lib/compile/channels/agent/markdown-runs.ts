import { type Piece, piecesOf } from '../../lines/pieces.ts'
import { type Link, type Run, styles } from '../../resolve/resolved.ts'
import { codeSpan, escapeLineStart, escapeMarkdown } from './escape-markdown.ts'

export interface MarkdownContext {
  publicUrl: string
  locale: string
}
type Place = 'paragraph' | 'heading' | 'cell'

/** Outermost first. Underline has no Markdown and is left out. */
const marks = [
  { bit: styles.bold, delimiter: '**' },
  { bit: styles.italic, delimiter: '_' },
  { bit: styles.strike, delimiter: '~~' },
] as const
/** What CommonMark takes for neither white space nor punctuation; halves of a pair count by themselves, as its parsers read them. */
const wordCharacter = /[^\s\p{P}\p{S}]/u

/** A piece with its text escaped. */
interface Written extends Piece {
  written: string
}

/** Inline content as Markdown in one paragraph (hard breaks are a backslash at the end of a line), heading or table cell (no line ends). */
export function markdownRuns(runs: readonly Run[], context: MarkdownContext, place: Place = 'paragraph'): string {
  const [only] = runs
  if (runs.length === 1 && only?.type === 'text' && only.style === 0 && only.link === null) return placed(escapeMarkdown(only.text), place)
  const pieces = writtenPieces(runs)
  let out = ''
  let open = 0
  let link: Link | null = null
  pieces.forEach((piece, index) => {
    if (isAutolink(piece, index, pieces)) {
      out += `${closeMarks(open, 0)}${link ? linkEnd(link, context) : ''}<${piece.link?.href}>`
      open = 0
      link = null
      return
    }
    const style = piece.isBreak ? 0 : markedStyle(piece, index, pieces)
    if (piece.link !== link) {
      out += closeMarks(open, 0) + (link ? linkEnd(link, context) : '') + (piece.link ? '[' : '') + openMarks(0, style)
      link = piece.link
    } else out += closeMarks(open, style) + openMarks(kept(open, style), style)
    open = style
    out += piece.written
  })
  out += closeMarks(open, 0) + (link ? linkEnd(link, context) : '')
  return placed(out, place)
}

function placed(text: string, place: Place): string {
  if (place === 'paragraph') return brokenLines(text)
  return place === 'cell' ? text.replaceAll('|', '\\|').replaceAll('\n', '<br>') : oneLine(text)
}

function writtenPieces(runs: readonly Run[]): Written[] {
  const pieces = piecesOf(runs.some(isMarkedCode) ? runs.map(onlyCode) : runs)
  return pieces.map((piece, index) => {
    const alone = piece.style === 0 && piece.link === null && (pieces[index + 1]?.isBreak ?? true)
    const written = piece.isBreak ? '\n' : piece.style & styles.code ? codeSpan(piece.text) : escapeMarkdown(piece.text, alone)
    return { ...piece, written }
  })
}

/** Two code spans side by side would run into each other, so code has no other marks: then neighbours are one span. */
function onlyCode(run: Run): Run {
  return run.type !== 'hardBreak' && run.style & styles.code ? { ...run, style: styles.code } : run
}

function isMarkedCode(run: Run): boolean {
  return run.type !== 'hardBreak' && (run.style & styles.code) !== 0 && run.style !== styles.code
}

/** A link whose text is its address is written as one: `<https://…>`. */
function isAutolink({ link, text, style }: Written, index: number, pieces: readonly Written[]): boolean {
  if (link?.kind !== 'url' || style !== 0 || pieces[index - 1]?.link === link || pieces[index + 1]?.link === link) return false
  return (link.href === text || link.href === `${text}/`) && !/[<>\s]/.test(link.href)
}

/** The marks that can be written here: a delimiter must touch a word on the inside and, for `_`, no word on the outside. */
function markedStyle(piece: Written, index: number, pieces: readonly Written[]): number {
  const wanted = piece.style & (styles.bold | styles.italic | styles.strike)
  if (!wanted) return 0
  const first = piece.written.charAt(0)
  const last = piece.written.charAt(piece.written.length - 1)
  const before = pieces[index - 1]?.written.slice(-1) ?? ''
  const after = pieces[index + 1]?.written.charAt(0) ?? ''
  const touchesBefore = wordCharacter.test(before)
  const touchesAfter = wordCharacter.test(after)
  if ((touchesBefore && !wordCharacter.test(first)) || (touchesAfter && !wordCharacter.test(last))) return 0
  return touchesBefore || touchesAfter ? wanted & ~styles.italic : wanted
}

/** The marks that stay open from one style to the next: those outside the first that changes. */
function kept(from: number, to: number): number {
  let same = 0
  for (const { bit } of marks) {
    if ((from & bit) !== (to & bit)) return same
    same |= from & bit
  }
  return same
}

function closeMarks(from: number, to: number): string {
  const stay = kept(from, to)
  let out = ''
  for (const { bit, delimiter } of marks) if (from & bit && !(stay & bit)) out = delimiter + out
  return out
}

function openMarks(from: number, to: number): string {
  let out = ''
  for (const { bit, delimiter } of marks) if (to & bit && !(from & bit)) out += delimiter
  return out
}

function linkEnd(link: Link, { publicUrl }: MarkdownContext): string {
  const href = link.kind === 'article' ? publicUrl + link.href : link.href
  const safe = href.replace(/&(?=#?\w+;)/g, '&amp;')
  return /[()]/.test(safe) ? `](<${safe}>)` : `](${safe})`
}

function oneLine(text: string): string {
  const line = text.replaceAll('\n', ' ').trim()
  return /#$/.test(line) ? `${line.slice(0, -1)}\\#` : line
}

function brokenLines(text: string): string {
  const lines = text.trim().split('\n')
  return lines
    .map(line => escapeLineStart(line.trim()))
    .filter((line, index) => line !== '' || index === 0)
    .join('\\\n')
}
