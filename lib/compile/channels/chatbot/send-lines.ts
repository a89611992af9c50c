import { chatLimits } from '../../limits.ts'
import { type Line, linesText } from '../../lines/line.ts'
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
  const adapted = dialect.adapt(lines, context)
  const whole = dialect.write(adapted, context)
  const fits = fitsWhole(adapted, whole, dialect)
  const { shown: all, dropped: left } = fitButtons(buttons, dialect.buttons)
  if (fits) return { parts: [adapted], texts: [whole], ...withRoomForButtons(all, left, whole, dialect), shortened: 'no' }
  const split = (part: readonly Line[]) =>
    splitLines(part, {
      max: dialect.maxText,
      cost: line => dialect.cost(line, context),
      maxMarks: dialect.maxMarks,
      marks: dialect.marks,
    })
  let parts = split(adapted)
  let shortened: SentLines['shortened'] = 'no'
  if (parts.length > maxParts) {
    shortened = shortLines.length > 0 ? 'short' : 'beginning'
    if (shortened === 'short') parts = split(dialect.adapt(shortLines, context))
    if (shortened === 'beginning' || parts.length > maxParts) parts = parts.slice(0, 1)
  }
  const { shown, dropped } = fitButtons(shortened === 'no' ? buttons : [readInFull, ...buttons], dialect.buttons)
  const texts = parts.map((part, index) => {
    const text = dialect.write(part, context)
    return parts.length > 1 ? `${text}\n\n(${index + 1}/${parts.length})` : text
  })
  return { parts, texts, ...withRoomForButtons(shown, dropped, texts.at(-1) ?? '', dialect), shortened }
}

/** Whether everything goes into one message. */
function fitsWhole(lines: readonly Line[], text: string, dialect: LineDialect): boolean {
  if (dialect.marks && lines.reduce((sum, line) => sum + (dialect.marks?.(line) ?? 0), 0) > (dialect.maxMarks ?? 0)) return false
  return text.length <= dialect.maxText || (dialect.countsText && linesText(lines).length <= dialect.maxText) || false
}

/** A messenger may allow buttons under short texts only. */
function withRoomForButtons(shown: ChatButton[], dropped: ChatButton[], text: string, { maxTextWithButtons }: LineDialect) {
  if (maxTextWithButtons === undefined || text.length <= maxTextWithButtons) return { buttons: shown, dropped }
  return { buttons: [], dropped: [...dropped, ...shown] }
}
