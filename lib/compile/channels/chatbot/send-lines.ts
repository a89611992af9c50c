import { chatLimits } from '../../limits.ts'
import { type Line, linesText } from '../../lines/line.ts'
import { sliceLine } from '../../lines/slice-line.ts'
import { cutText } from '../../text/cut-text.ts'
import type { ChatButton } from '../../types.ts'
import type { Composition } from './compose.ts'
import type { DialectContext, LineDialect } from './dialect.ts'
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
export function sendLines(answer: Composition, dialect: LineDialect): SentLines {
  const { lines, buttons, context } = answer
  if (answer.length > dialect.maxText * maxParts) return sendShortened(answer, dialect)
  const adapted = dialect.adapt(lines, context)
  const whole = dialect.write(adapted, context)
  if (fitsWhole(adapted, whole, dialect)) return finish([adapted], [whole], buttons, dialect, 'no')
  const parts = splitFor(adapted, dialect, context)
  return parts.length > maxParts ? sendShortened(answer, dialect) : finish(parts, number(parts, dialect, context), buttons, dialect, 'no')
}

/** The short answer, or the beginning of the text where there is none, with "read in full" as the first button. */
function sendShortened(answer: Composition, dialect: LineDialect): SentLines {
  const { lines, shortLines, context } = answer
  const shortened = shortLines.length > 0 ? 'short' : 'beginning'
  const source = shortened === 'short' ? shortLines : openingOf(lines, dialect.maxText)
  const all = splitFor(dialect.adapt(source, context), dialect, context)
  const parts = shortened === 'short' && all.length <= maxParts ? all : all.slice(0, 1)
  return finish(parts, number(parts, dialect, context), withReadInFull(answer), dialect, shortened)
}

/** "Read in full" comes first, but not before the buttons of a script, without which nobody gets on. */
export function withReadInFull({ buttons, readInFull, isStep }: Composition): ChatButton[] {
  return isStep ? [...buttons, readInFull] : [readInFull, ...buttons]
}

/** The first lines, at least `room` characters of them; a line much longer is cut. */
function openingOf(lines: readonly Line[], room: number): Line[] {
  const opening: Line[] = []
  let length = 0
  for (const line of lines) {
    if (length > room) break
    opening.push(line.text.length > room * 2 ? sliceLine(line, 0, cutText(line.text.slice(0, room * 3), room * 2)) : line)
    length += line.text.length
  }
  return opening
}

function splitFor(lines: readonly Line[], dialect: LineDialect, context: DialectContext): Line[][] {
  const { maxText: max, maxMarks, marks } = dialect
  return splitLines(lines, { max, cost: line => dialect.cost(line, context), maxMarks, marks, maxParts })
}

function number(parts: readonly Line[][], dialect: LineDialect, context: DialectContext): string[] {
  const texts = parts.map(part => dialect.write(part, context))
  return texts.length > 1 ? texts.map((text, index) => `${text}\n\n(${index + 1}/${texts.length})`) : texts
}

function finish(
  parts: Line[][],
  texts: string[],
  wanted: readonly ChatButton[],
  dialect: LineDialect,
  shortened: SentLines['shortened'],
): SentLines {
  const { shown, dropped } = fitButtons(wanted, dialect.buttons)
  const hasRoom = (texts.at(-1) ?? '').length <= (dialect.maxTextWithButtons ?? Number.POSITIVE_INFINITY)
  return { parts, texts, shortened, buttons: hasRoom ? shown : [], dropped: hasRoom ? dropped : [...dropped, ...shown] }
}

/** Whether everything goes into one message. */
function fitsWhole(lines: readonly Line[], text: string, dialect: LineDialect): boolean {
  if (dialect.marks && lines.reduce((sum, line) => sum + (dialect.marks?.(line) ?? 0), 0) > (dialect.maxMarks ?? 0)) return false
  return text.length <= dialect.maxText || (dialect.countsText === true && linesText(lines).length <= dialect.maxText)
}
