import type { SpeechPiece, Spoken, Unspeakable } from './pieces.ts'

const space = 32
const closing = ',.;:!?…'
const pausing = ',.;:!?—'

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

  /** Appends spoken words or punctuation as given, except that a double space or a space before a comma disappears. */
  text(text: string): void {
    if (text === '') return
    let from = 0
    let to = text.length
    while (from < to && text.charCodeAt(from) === space) from++
    while (to > from && text.charCodeAt(to - 1) === space) to--
    if (from > 0) this.gap = true
    if (from === to) return
    if (closing.includes(text.charAt(from)) && this.last !== '') this.gap = false
    this.append(from === 0 && to === text.length ? text : text.slice(from, to))
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
  }

  sub(text: string, alias: string): void {
    if (this.gap && this.last !== '') this.buffer += ' '
    this.gap = false
    this.flush()
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

  private append(text: string): void {
    if (this.gap && this.last !== '') this.buffer += ' '
    this.gap = false
    this.buffer += text
    this.last = text.charAt(text.length - 1)
  }

  private flush(): void {
    if (this.buffer === '') return
    this.pieces.push({ kind: 'text', text: this.buffer })
    this.buffer = ''
  }
}
