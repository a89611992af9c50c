import { speakEnglish } from './en/speak-english.ts'
import type { Spoken, Unspeakable } from './pieces.ts'
import { speakRussian } from './ru/speak-russian.ts'

/**
 * A text as it is spoken: numbers, money, dates, phones, units, abbreviations and addresses in words. Never throws; linear in the length of the
 * text. In languages other than Russian and English the text passes through and its digits and symbols are reported.
 */
export function speakText(text: string, locale: string): Spoken {
  if (locale.startsWith('ru')) return speakRussian(text)
  if (locale.startsWith('en')) return speakEnglish(text)
  return passThrough(text)
}

function passThrough(text: string): Spoken {
  const unspeakable: Unspeakable[] = []
  for (const match of text.matchAll(/\d+|[%₽$€№/&<>*#@=+§°]/g)) {
    const reason = /\d/.test(match[0]) ? 'digits' : 'symbol'
    unspeakable.push({ text: match[0], from: match.index, to: match.index + match[0].length, reason })
  }
  return { pieces: text === '' ? [] : [{ kind: 'text', text }], unspeakable }
}
