import type { SpeechPiece, Spoken, Unspeakable } from './pieces.ts'
import { prepositionEnding } from './ru/full-preposition.ts'

const space = 32
const pausing = ',.;:!?…—'
/** Of two marks that meet ("…»," or "),") the stronger is kept; an ellipsis gives way to everything. */
const strength: Readonly<Record<string, number>> = { '…': 1, ',': 2, ';': 3, ':': 3, '.': 4, '!': 5, '?': 5 }

/**
 * Collects pieces: joins neighbouring texts, keeps one space between words and none before a comma. The space that is due is only
 * remembered, and the last character is kept apart, so that the growing text is never read again (that would be quadratic).
 */
export class PieceWriter {
  readonly pieces: SpeechPiece[] = []
  readonly unspeakable: Unspeakable[] = []
  private buffer = ''
  private gap = false
  /** The last character heard; empty at the start and after a break. */
  private last = ''
  /** The last word when it is a single letter, that is perhaps a preposition ("с" → "со ста"). */
  private lone = ''
  /** A punctuation mark that waits for a stronger one. */
  private mark = ''

  /** Appends spoken words or punctuation as given, except that a double space or a space before a comma disappears. */
  text(text: string): void {
    if (text === '') return
    let from = 0
    let to = text.length
    while (from < to && text.charCodeAt(from) === space) from++
    while (to > from && text.charCodeAt(to - 1) === space) to--
    if (from > 0) this.gap = true
    if (from === to) return
    if (to - from === 1 && text.charAt(from) in strength) this.punctuate(text.charAt(from))
    else this.append(from === 0 && to === text.length ? text : text.slice(from, to))
    if (to < text.length) this.gap = true
  }

  /** Appends words, with a space before them unless they come first. */
  word(text: string): void {
    this.gap = true
    this.text(text)
  }

  space(): void {
    this.gap = true
  }

  /** A short pause written as a comma; nothing when there is a pause already. */
  pause(): void {
    if (this.last !== '' && !pausing.includes(this.last)) this.text(',')
    this.gap = true
  }

  break(ms: number): void {
    this.gap = false
    this.flush()
    this.pieces.push({ kind: 'break', ms })
    this.last = ''
    this.lone = ''
  }

  sub(text: string, alias: string): void {
    this.settle()
    if (this.gap && this.last !== '') this.buffer += ' '
    this.gap = false
    this.flush()
    this.lone = ''
    this.pieces.push({ kind: 'sub', text, alias })
    this.last = 'а'
  }

  report(reason: Unspeakable['reason'], text: string, from: number): void {
    const last = this.unspeakable[this.unspeakable.length - 1]
    if (last !== undefined && last.to === from && last.reason === reason && reason === 'symbol') {
      last.text += text
      last.to += text.length
    } else this.unspeakable.push({ text, from, to: from + text.length, reason })
  }

  finish(): Spoken {
    this.flush()
    return { pieces: this.pieces, unspeakable: this.unspeakable }
  }

  /** Keeps one mark where several meet; a word that ends with a full stop ("p.m.") needs no other. */
  private punctuate(mark: string): void {
    if (this.mark === '' && this.last === '.' && (mark === '.' || mark === '…')) return
    if (this.mark !== '' && strength[mark]! <= strength[this.mark]!) return
    this.mark = mark
    this.last = mark
    this.gap = false
  }

  private settle(): void {
    if (this.mark === '') return
    this.lone = ''
    this.buffer += this.mark === '…' ? '.' : this.mark
    this.mark = ''
  }

  private append(text: string): void {
    this.settle()
    if (this.gap && this.last !== '') this.buffer += `${this.lone === '' ? '' : prepositionEnding(this.lone, text)} `
    this.lone = text.length === 1 ? text : ''
    this.gap = false
    this.buffer += text
    this.last = text.charAt(text.length - 1)
  }

  private flush(): void {
    this.settle()
    if (this.buffer === '') return
    this.pieces.push({ kind: 'text', text: this.buffer })
    this.buffer = ''
  }
}
