import type { Finding } from '../findings.ts'

/** Markdown that is refused as a whole: too large, nested too deep, or a block for some readers only whose readers are not clear. */
export class MarkdownError extends Error {
  readonly code: 'invalid' | 'too_large'
  /** 1-based line, or null when the whole text is meant. */
  readonly line: number | null

  readonly finding: Finding

  constructor(code: 'invalid' | 'too_large', found: Finding, line: number | null = null) {
    super(line === null ? found.message : `line ${line}: ${found.message}`)
    this.name = 'MarkdownError'
    this.code = code
    this.line = line
    this.finding = found
  }
}
