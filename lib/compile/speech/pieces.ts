import type { SpeechCase } from '#lib/document/types.ts'

/** One piece of a spoken text. `text` holds no digits, no symbols and (in Russian) no Latin letters; a `sub` shows what was written and says the alias. */
export type SpeechPiece = { kind: 'text'; text: string } | { kind: 'break'; ms: number } | { kind: 'sub'; text: string; alias: string }

/** What could not be spoken safely; `from` and `to` are UTF-16 offsets into the text that was given. */
export interface Unspeakable {
  text: string
  from: number
  to: number
  reason: 'latin' | 'abbreviation' | 'symbol' | 'digits'
}

/** The spoken form of a text and the list of what an author should look at. */
export interface Spoken {
  pieces: SpeechPiece[]
  unspeakable: Unspeakable[]
}

/** Grammatical cases in which a fact may be asked for, in the order of all declension tables. English ignores all but the first. */
export const speechCases: readonly SpeechCase[] = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional']

/** Pause between the groups of a phone or card number (CHANNELS.md §3.4). */
export const groupBreakMs = 250

/** Everything that is heard, as one string: aliases instead of what was written, breaks as one space. */
export function spokenText(pieces: readonly SpeechPiece[]): string {
  let text = ''
  for (const piece of pieces) text += piece.kind === 'text' ? piece.text : piece.kind === 'sub' ? piece.alias : ' '
  return text.replace(/ {2,}/g, ' ').trim()
}
