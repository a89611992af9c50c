import type { DocumentPath, SpeechCase } from '#lib/document/types.ts'
import { languageOf } from '../../facts/fact-value.ts'
import { describeLoss } from '../../loss-reasons.ts'
import type { FactRun, InlineHandlers, Run } from '../../resolve/resolved.ts'
import { type SpeechPiece, speechCases } from '../../speech/pieces.ts'
import { governedCase } from '../../speech/ru/government.ts'
import { speakFact } from '../../speech/speak-fact.ts'
import { speakText } from '../../speech/speak-text.ts'
import type { Loss } from '../../types.ts'

/** What a run of speech collects. */
interface Speaker {
  locale: string
  path: DocumentPath
  pieces: SpeechPiece[]
  facts: FactRun[]
  losses: Loss[]
  /** Written text that waits to be spoken together, so that numbers find their units. */
  waiting: string
  /** The written text ended with white space. */
  spaceDue: boolean
}

const wordAtEnd = /(\p{L}[\p{L}-]*)[\s\u00a0]*$/u
/** An address as text is spoken by its host. */
const spokenAddress = /^(?:https?:\/\/|www\.)/i
const endsSentence = /[.!?…:;]["'»”)]?\s*$/

/** Inline content as speech: text by its rules, facts from their values. What cannot be said is reported at `path`. */
export function speakRuns(
  runs: readonly Run[],
  locale: string,
  path: DocumentPath,
  losses: Loss[],
): { pieces: SpeechPiece[]; facts: FactRun[] } {
  const speaker: Speaker = { locale, path, pieces: [], facts: [], losses, waiting: '', spaceDue: false }
  for (const run of runs) {
    if (run.type === 'text') inline.text(run, speaker)
    else if (run.type === 'fact') inline.fact(run, speaker)
    else inline.hardBreak(run, speaker)
  }
  flush(speaker)
  return { pieces: speaker.pieces, facts: speaker.facts }
}

const inline = {
  text: (run, speaker) => {
    if (run.placeholder) return
    speaker.waiting += run.text
    reportLink(run, speaker)
  },
  fact: (run, speaker) => {
    const speechCase = run.speechCase ?? caseAfter(speaker.waiting, speaker.locale)
    const dueBefore = /[\s\u00a0]$/.test(speaker.waiting)
    flush(speaker)
    append(speaker, speakFact(run.fact, speaker.locale, { case: speechCase, form: run.form }), dueBefore)
    speaker.facts.push(run)
  },
  hardBreak: (_run, speaker) => {
    const text = speaker.waiting.trimEnd()
    speaker.waiting = text === '' || /[.!?…:;,—–-]$/.test(text) ? `${text} ` : `${text}. `
  },
} satisfies InlineHandlers<Speaker, void>

function reportLink(run: Extract<Run, { type: 'text' }>, speaker: Speaker): void {
  if (run.link?.kind === 'url' && !spokenAddress.test(run.text))
    speaker.losses.push(describeLoss('link-not-spoken', speaker.path, 'text', run.link.href))
}

/** The case that a fact takes after the text before it: that of the governing preposition, else none (nominative). */
function caseAfter(text: string, locale: string): SpeechCase | undefined {
  if (languageOf(locale) !== 'ru') return undefined
  const word = wordAtEnd.exec(text)?.[1]
  const index = word === undefined ? null : governedCase(word.toLowerCase())
  return index === null ? undefined : speechCases[index]
}

/** Speaks the waiting text and appends it. */
function flush(speaker: Speaker): void {
  const written = speaker.waiting
  speaker.waiting = ''
  if (written.trim() === '') {
    speaker.spaceDue ||= written !== ''
    return
  }
  const spoken = speakText(written, speaker.locale)
  const seen = new Set<string>()
  for (const { text } of spoken.unspeakable) {
    if (!seen.has(text)) speaker.losses.push(describeLoss('unspeakable', speaker.path, 'text', text))
    seen.add(text)
  }
  append(speaker, spoken.pieces, /^[\s\u00a0]/.test(written))
  speaker.spaceDue = /[\s\u00a0]$/.test(written)
}

function append(speaker: Speaker, pieces: readonly SpeechPiece[], spaceBefore: boolean): void {
  const [first] = pieces
  const last = speaker.pieces.at(-1)
  const needsSpace = (spaceBefore || speaker.spaceDue) && first && last && first.kind !== 'break' && last.kind !== 'break'
  if (needsSpace && !startsOrEndsWithSpace(last, first)) pushPiece(speaker.pieces, { kind: 'text', text: ' ' })
  for (const piece of pieces) pushPiece(speaker.pieces, piece)
  if (pieces.length > 0) speaker.spaceDue = false
}

function startsOrEndsWithSpace(last: SpeechPiece, first: SpeechPiece): boolean {
  return (last.kind === 'text' && last.text.endsWith(' ')) || (first.kind === 'text' && /^[ ,.;:!?…]/.test(first.text))
}

function pushPiece(pieces: SpeechPiece[], piece: SpeechPiece): void {
  const last = pieces[pieces.length - 1]
  if (piece.kind === 'text' && last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + piece.text }
  else pieces.push(piece)
}

/** Pieces that end as a sentence does: a full stop is added to what lacks one. */
export function endSentence(pieces: SpeechPiece[]): SpeechPiece[] {
  const last = pieces.at(-1)
  if (!last || last.kind === 'break' || (last.kind === 'text' && endsSentence.test(last.text))) return pieces
  if (last.kind === 'sub') return [...pieces, { kind: 'text', text: '.' }]
  return [...pieces.slice(0, -1), { kind: 'text', text: `${last.text.replace(/[\s,—–-]+$/, '')}.` }]
}
