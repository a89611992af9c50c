import type { Line } from '../../lines/line.ts'
import type { ChatButton } from '../../types.ts'

export interface DialectContext {
  publicUrl: string
  locale: string
  /** Lines with addresses spelled out, by the lines without; several dialects share them. */
  spelled?: Map<readonly Line[], Line[]>
}

/** How a messenger writes lines and what its request looks like. */
export interface LineDialect {
  maxText: number
  /** The limit counts the text a reader sees, not its markup. */
  countsText?: boolean
  /** Above this a message cannot carry buttons. */
  maxTextWithButtons?: number
  maxMarks?: number
  marks?(line: Line): number
  /** Changes lines for a messenger without links, quotes or headings, before they are split. */
  adapt(lines: readonly Line[], context: DialectContext): Line[]
  /** What a line costs of `maxText`, see the unit in `limits.ts`. */
  cost(line: Line, context: DialectContext): number
  /** The text of one message. */
  write(lines: readonly Line[], context: DialectContext): string
  /** Which of the buttons can be shown, in this order; labels may be shortened. */
  buttons: ButtonRules
  request(text: string, buttons: readonly ChatButton[], articleId: string): { method: string; body: object }
}

export interface ButtonRules {
  kinds: readonly ChatButton['kind'][]
  max: number
  maxLabel: number
  /** UTF-8 bytes of the callback payload `a:{article id}`. */
  maxPayload: number
  maxUrl?: number
  /** Labels must differ. */
  unique?: boolean
}

/**
 * The payload of a button that comes back to the bot: `a:{article}` another answer, `s:{article}:{step}` a step of this answer's script,
 * `h:{article}` a person takes over. At most 63 bytes with an id of 36 characters.
 */
export function payloadOf(button: ChatButton, articleId: string): string {
  if (button.kind === 'step') return `s:${articleId}:${button.target}`
  return button.kind === 'handoff' ? `h:${articleId}` : `a:${button.target}`
}

/** Whether the messenger sends the press of the button back to the bot. */
export function comesBack(button: ChatButton): boolean {
  return button.kind === 'answer' || button.kind === 'step' || button.kind === 'handoff'
}
