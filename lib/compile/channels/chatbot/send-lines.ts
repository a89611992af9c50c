import { chatLimits } from '../../limits.ts'
import type { Line } from '../../lines/line.ts'
import type { ChatButton } from '../../types.ts'
import type { Composition } from './compose.ts'
import type { LineDialect } from './dialect.ts'
import { fitButtons } from './fit-buttons.ts'
import { splitLines } from './split-lines.ts'

/** Messages of one dialect, before they become requests. */
export interface SentLines {
  /** Lines of each message. */
  parts: Line[][]
  texts: string[]
  /** Of the last message. */
  buttons: ChatButton[]
  dropped: ChatButton[]
  /** The full text needed too many messages. short: the short answer was sent; beginning: there was none. */
  shortened: 'no' | 'short' | 'beginning'
}

const maxParts = chatLimits.plain.parts.max

/** Splits an answer into at most three messages with "(1/3)" at their ends; above that the short answer goes out with a link to the page. */
export function sendLines({ lines, shortLines, buttons, readInFull, context }: Composition, dialect: LineDialect): SentLines {
  const split = (all: readonly Line[]) =>
    splitLines(dialect.adapt(all, context), {
      max: dialect.maxText,
      cost: line => dialect.cost(line, context),
      maxMarks: dialect.maxMarks,
      marks: dialect.marks,
    })
  let parts = split(lines)
  let shortened: SentLines['shortened'] = 'no'
  if (parts.length > maxParts) {
    shortened = shortLines.length > 0 ? 'short' : 'beginning'
    parts = shortened === 'short' ? split(shortLines) : parts
    if (shortened === 'beginning' || parts.length > maxParts) parts = parts.slice(0, 1)
  }
  const { shown, dropped } = fitButtons(shortened === 'no' ? buttons : [readInFull, ...buttons], dialect.buttons)
  const texts = parts.map((part, index) => {
    const text = dialect.write(part, context)
    return parts.length > 1 ? `${text}\n\n(${index + 1}/${parts.length})` : text
  })
  return { parts, texts, buttons: shown, dropped, shortened }
}
