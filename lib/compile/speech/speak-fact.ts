import type { FactValue } from '#lib/document/facts.ts'
import type { SpeechCase } from '#lib/document/types.ts'
import { speakEnglishFact } from './en/speak-english-fact.ts'
import type { SpeechPiece } from './pieces.ts'
import { speakRussianFact } from './ru/speak-russian-fact.ts'
import { speakText } from './speak-text.ts'

/**
 * A fact in words. `case` declines it (Russian only). `form` decides how much is said: long (the default) says everything; short leaves the
 * year out of a date and says a range without "от … до" ("один-три рабочих дня"). Zero kopecks are never said. A value that does not have the
 * shape its type promises is spoken as text.
 */
export function speakFact(fact: FactValue, locale: string, options: { case?: SpeechCase; form?: 'short' | 'long' } = {}): SpeechPiece[] {
  const value = localValue(fact.value, locale)
  if (fact.type === 'text' || fact.type === 'url') return speakText(value, locale).pieces
  const short = options.form === 'short'
  const pieces = locale.startsWith('ru')
    ? speakRussianFact(fact.type, value, fact.unit, options.case, short)
    : locale.startsWith('en')
      ? speakEnglishFact(fact.type, value, fact.unit, short)
      : null
  return pieces ?? speakText(fact.unit === null ? value : `${value} ${fact.unit}`, locale).pieces
}

function localValue(value: FactValue['value'], locale: string): string {
  if (typeof value === 'string') return value
  return value[locale] ?? value[locale.slice(0, 2)] ?? Object.values(value)[0] ?? ''
}
