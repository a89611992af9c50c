/** Markdown that is refused as a whole: too large, nested too deep, or a block for some readers only whose readers are not clear. */
export class MarkdownError extends Error {
  readonly code: 'invalid' | 'too_large'
  /** 1-based line, or null when the whole text is meant. */
  readonly line: number | null

  constructor(code: 'invalid' | 'too_large', message: string, line: number | null = null) {
    super(line === null ? message : `line ${line}: ${message}`)
    this.name = 'MarkdownError'
    this.code = code
    this.line = line
  }
}
