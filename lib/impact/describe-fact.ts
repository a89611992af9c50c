import { formatFact } from '#lib/compile/facts/format-fact.ts'
import { speechCases, spokenText } from '#lib/compile/speech/pieces.ts'
import { speakFact } from '#lib/compile/speech/speak-fact.ts'
import type { FactInput } from '#lib/document/fact-schema.ts'
import type { FactValue } from '#lib/document/facts.ts'
import type { SpeechCase } from '#lib/document/types.ts'

/** How one value of a fact reads in one language. */
export interface FactReading {
  /** Place among the values. */
  index: number
  locale: string
  /** In every written channel: the usual form, abbreviated, written out. */
  written: { usual: string; short: string; long: string }
  /** On the phone; English has one form. */
  spoken: { case: SpeechCase; text: string }[]
}

const valueLimit = 20

/** How the values of a fact read in these languages, by the formatters of the channels; of at most twenty values. */
export function describeFact({ key, type, unit, values }: FactInput, locales: readonly string[]): FactReading[] {
  return values.slice(0, valueLimit).flatMap(({ value }, index) =>
    locales.map(locale => {
      const fact: FactValue = { key, type, unit, value }
      return {
        index,
        locale,
        written: {
          usual: formatFact(fact, locale),
          short: formatFact(fact, locale, { form: 'short' }),
          long: formatFact(fact, locale, { form: 'long' }),
        },
        spoken: casesOf(locale).map(one => ({ case: one, text: spokenText(speakFact(fact, locale, { case: one })) })),
      }
    }),
  )
}

function casesOf(locale: string): readonly SpeechCase[] {
  return locale.startsWith('ru') ? speechCases : speechCases.slice(0, 1)
}
