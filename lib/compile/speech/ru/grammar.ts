import type { SpeechCase } from '#lib/document/types.ts'
import { speechCases } from '../pieces.ts'

/** Russian cases in the order of all tables here: 0 nominative, 1 genitive, 2 dative, 3 accusative, 4 instrumental, 5 prepositional. */
export type Case = 0 | 1 | 2 | 3 | 4 | 5
export const nominative = 0
export const genitive = 1
export const dative = 2
export const accusative = 3
export const instrumental = 4
export const prepositional = 5

/** Masculine, feminine, neuter, and nouns that have only a plural (сутки). */
export type Gender = 'm' | 'f' | 'n' | 'p'

/** Six singular and six plural forms in the order of the cases. */
export interface Noun {
  gender: Gender
  one: readonly string[]
  many: readonly string[]
  /** After two to four, where it is not the genitive singular: "рабочих дня". */
  few?: string
}

/** The index of a case named in the public contract; nominative when none is named. */
export function caseIndex(name: SpeechCase | undefined): Case {
  return (name === undefined ? 0 : Math.max(0, speechCases.indexOf(name))) as Case
}

/** Reads a noun from "six singular forms | six plural forms". */
export function noun(gender: Gender, forms: string): Noun {
  const [one = '', many = ''] = forms.split('|')
  return { gender, one: one.trim().split(' '), many: many.trim().split(' ') }
}

/** A hard masculine noun: метр, метра…; genitive plural may differ ("бит", "байт"). */
export function masculine(stem: string, genitivePlural = `${stem}ов`): Noun {
  const one = [stem, `${stem}а`, `${stem}у`, stem, `${stem}ом`, `${stem}е`]
  return { gender: 'm', one, many: [`${stem}ы`, genitivePlural, `${stem}ам`, `${stem}ы`, `${stem}ами`, `${stem}ах`] }
}

/** A hard feminine noun: минута, минуты…; "и" as the plural ending after к, г, х, ч, ш, ж. */
export function feminine(stem: string, genitivePlural = stem): Noun {
  const y = /[кгхчшжщ]$/.test(stem) ? 'и' : 'ы'
  const one = [`${stem}а`, `${stem}${y}`, `${stem}е`, `${stem}у`, `${stem}ой`, `${stem}е`]
  return { gender: 'f', one, many: [stem + y, genitivePlural, `${stem}ам`, stem + y, `${stem}ами`, `${stem}ах`] }
}

/** An adjective before a counted noun ("рабочий день"): its forms are glued to those of the noun. */
export function withAdjective(one: string, many: string, of: Noun): Noun {
  const first = one.split(' ')
  const second = many.split(' ')
  return {
    gender: of.gender,
    one: of.one.map((form, index) => `${first[index]} ${form}`),
    many: of.many.map((form, index) => `${second[index]} ${form}`),
    // "два рабочих дня", but of a feminine noun "две турецкие лиры".
    few: `${second[of.gender === 'f' ? 0 : 1]} ${of.one[1]}`,
  }
}

/** A word that never changes: евро, сомони. */
export function invariable(gender: Gender, form: string): Noun {
  const forms = [form, form, form, form, form, form]
  return { gender, one: forms, many: forms }
}

/** Whether a number ends in "один" (1, 21, 101, but not 11). */
export function endsInOne(value: number): boolean {
  return value % 10 === 1 && value % 100 !== 11
}

/** Whether a number ends in "два", "три" or "четыре". */
export function endsInFew(value: number): boolean {
  const last = value % 10
  const lastTwo = value % 100
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14)
}

/** The form of a noun after a whole number in a case: 1 рубль, 2 рубля, 5 рублей; к двум рублям; к тысяче рублей. */
export function countedForm(value: number, of: Noun, inCase: Case): string {
  if (value !== 0 && value % 1000 === 0) return of.many[1]!
  if (endsInOne(value)) return of.one[inCase]!
  if (inCase === nominative || inCase === accusative) {
    if (!endsInFew(value)) return of.many[1]!
    return of.few ?? of.one[1]!
  }
  return of.many[inCase]!
}
