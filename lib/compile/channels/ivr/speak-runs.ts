import type { DocumentPath, SpeechCase } from '#lib/document/types.ts'
import { languageOf } from '../../facts/fact-value.ts'
import { describeLoss } from '../../loss-reasons.ts'
import type { FactRun, InlineHandlers, Run } from '../../resolve/resolved.ts'
import { type SpeechPiece, speechCases } from '../../speech/pieces.ts'
import { prepositionEnding } from '../../speech/ru/full-preposition.ts'
import { governedCase, governedRangeCase, governingWord } from '../../speech/ru/government.ts'
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

/** White space at an edge of a text, behind or before marks that are not heard: "(", "» — ". */
const opensWithSpace = /^["'»”)\]]*[\s\u00a0]/
const closesWithSpace = /[\s\u00a0]["'«„“([]*$/
const wordAtEnd = /(?:(не)[\s\u00a0]+)?(\p{L}[\p{L}-]*)[\s\u00a0]*$/iu
const longestGovernor = 60
/** "1-3" */
const rangeValue = /^\d+(?:\.\d+)?-\d/
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
    const speechCase = run.speechCase ?? caseAfter(speaker.waiting, speaker.locale, run.fact)
    const dueBefore = closesWithSpace.test(speaker.waiting)
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

/** The case that a fact takes after the text before it: that of the governing word, else none (nominative). */
function caseAfter(text: string, locale: string, fact: FactRun['fact']): SpeechCase | undefined {
  if (languageOf(locale) !== 'ru') return undefined
  const match = wordAtEnd.exec(text.slice(-longestGovernor))
  if (match === null) return undefined
  const word = governingWord(match[2]!.toLowerCase(), match[1]?.toLowerCase() ?? '')
  const isRange = typeof fact.value === 'string' && fact.type !== 'date' && rangeValue.test(fact.value)
  const index = isRange ? governedRangeCase(word) : governedCase(word)
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
  append(speaker, spoken.pieces, opensWithSpace.test(written))
  speaker.spaceDue = closesWithSpace.test(written)
}

function append(speaker: Speaker, pieces: readonly SpeechPiece[], spaceBefore: boolean): void {
  const [first] = pieces
  const last = speaker.pieces.at(-1)
  const needsSpace = (spaceBefore || speaker.spaceDue) && first && last && first.kind !== 'break' && last.kind !== 'break'
  if (needsSpace && !startsOrEndsWithSpace(last, first))
    pushPiece(speaker.pieces, { kind: 'text', text: `${prepositionTail(last, first)} ` })
  for (const piece of pieces) pushPiece(speaker.pieces, piece)
  if (pieces.length > 0) speaker.spaceDue = false
}

const loneLetter = /(?:^|[^а-яё])([скво])$/i

/** "с" before a fact that begins with "ста" is "со". */
function prepositionTail(last: SpeechPiece, first: SpeechPiece): string {
  if (last.kind !== 'text' || first.kind !== 'text') return ''
  const preposition = loneLetter.exec(last.text.slice(-2))?.[1]
  return preposition === undefined ? '' : prepositionEnding(preposition, first.text)
}

function startsOrEndsWithSpace(last: SpeechPiece, first: SpeechPiece): boolean {
  return (last.kind === 'text' && last.text.endsWith(' ')) || (first.kind === 'text' && /^[ ,.;:!?…]/.test(first.text))
}

function pushPiece(pieces: SpeechPiece[], piece: SpeechPiece): void {
  const last = pieces[pieces.length - 1]
  // A fact that ends with a full stop ("6 p.m.") brings that of the sentence with it.
  if (piece.kind === 'text' && last?.kind === 'text')
    pieces[pieces.length - 1] = {
      kind: 'text',
      text: last.text + (last.text.endsWith('.') && piece.text.startsWith('.') ? piece.text.slice(1) : piece.text),
    }
  else pieces.push(piece)
}

/** Pieces that end as a sentence does: a full stop is added to what lacks one. */
export function endSentence(pieces: SpeechPiece[]): SpeechPiece[] {
  const last = pieces.at(-1)
  if (!last || last.kind === 'break' || (last.kind === 'text' && endsSentence.test(last.text))) return pieces
  if (last.kind === 'sub') return [...pieces, { kind: 'text', text: '.' }]
  return [...pieces.slice(0, -1), { kind: 'text', text: `${last.text.replace(/[\s,—–-]+$/, '')}.` }]
}
