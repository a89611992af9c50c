import type { SpeechPiece, Spoken, Unspeakable } from './pieces.ts'

const closing = /^[,.;:!?…]/

/** Collects pieces: joins neighbouring texts, keeps one space between words and none before a comma. */
export class PieceWriter {
  readonly pieces: SpeechPiece[] = []
  readonly unspeakable: Unspeakable[] = []
  private buffer = ''
  /** Whether anything was heard before this point. */
  private started = false

  /** Appends spoken words or punctuation exactly as given, except that a double space or a space before a comma disappears. */
  text(text: string): void {
    if (text === '') return
    const atSpace = this.endsWithSpace()
    if (text.charCodeAt(0) === 32 && atSpace) this.buffer += text.slice(1)
    else if (atSpace && closing.test(text) && this.buffer !== '') this.buffer = this.buffer.trimEnd() + text
    else this.buffer += text
  }

  /** Appends words, with a space before them unless there is one. */
  word(text: string): void {
    if (!this.endsWithSpace()) this.buffer += ' '
    this.buffer += text
  }

  space(): void {
    if (!this.endsWithSpace()) this.buffer += ' '
  }

  /** A short pause written as a comma; nothing when there is a pause already. */
  pause(): void {
    const text = this.buffer.trimEnd()
    const last = text.charAt(text.length - 1)
    if (last === '' ? !this.started : ',.;:!?—'.includes(last)) return
    this.buffer = `${text}, `
  }

  break(ms: number): void {
    this.buffer = this.buffer.trimEnd()
    this.flush()
    this.pieces.push({ kind: 'break', ms })
  }

  sub(text: string, alias: string): void {
    this.flush()
    this.pieces.push({ kind: 'sub', text, alias })
    this.started = true
  }

  report(reason: Unspeakable['reason'], text: string, from: number): void {
    const last = this.unspeakable[this.unspeakable.length - 1]
    if (last !== undefined && last.to === from && last.reason === reason && reason === 'symbol') {
      last.text += text
      last.to += text.length
    } else this.unspeakable.push({ text, from, to: from + text.length, reason })
  }

  finish(): Spoken {
    this.buffer = this.buffer.trimEnd()
    this.flush()
    return { pieces: this.pieces, unspeakable: this.unspeakable }
  }

  private endsWithSpace(): boolean {
    const { buffer } = this
    if (buffer !== '') return buffer.charCodeAt(buffer.length - 1) === 32
    const last = this.pieces[this.pieces.length - 1]
    return last === undefined || last.kind === 'break'
  }

  private flush(): void {
    if (this.buffer === '') return
    this.pieces.push({ kind: 'text', text: this.buffer })
    this.buffer = ''
    this.started = true
  }
}
