import { languageOf } from '../facts/fact-value.ts'
import { spellNumber } from '../speech/en/numbers.ts'
import { scales, spellCardinal } from '../speech/ru/cardinals.ts'
import type { Case, Gender } from '../speech/ru/grammar.ts'

/** Spelled numbers by word; a scale multiplies what stands before it. */
interface NumberWords {
  values: Map<string, number>
  scales: Map<string, number>
  /** Scales that are a number by themselves: "тысяча шестьсот", "a hundred"; the first must not follow a digit. */
  alone: ReadonlySet<string>
  /** What a lone scale may follow. */
  before: RegExp
  /** What may stand between two words of one number: a hyphen makes a range in Russian. */
  between: RegExp
}

const basic = [...Array.from({ length: 20 }, (_, index) => index), 20, 30, 40, 50, 60, 70, 80, 90]
const hundreds = [100, 200, 300, 400, 500, 600, 700, 800, 900]

function russianWords(): NumberWords {
  const values = new Map<string, number>()
  for (const value of [...basic, ...hundreds])
    for (const inCase of [0, 1, 2, 3, 4, 5] as Case[])
      for (const gender of ['m', 'f', 'n'] as Gender[]) values.set(spellCardinal(value, inCase, gender), value)
  const multipliers = new Map<string, number>()
  for (const { value, noun } of scales) for (const form of [...noun.one, ...noun.many]) multipliers.set(form, value)
  const alone = new Set(scales.flatMap(({ noun }) => [noun.one[0]!, noun.one[3]!, noun.one[4]!]))
  return { values, scales: multipliers, alone, before: /(?:^|[^\d \u00a0])[ \u00a0]*$/, between: /^[ \u00a0]+$/ }
}

function englishWords(): NumberWords {
  const values = new Map(basic.map(value => [spellNumber(value), value]))
  return {
    values,
    scales: new Map([
      ['hundred', 100],
      ['thousand', 1000],
      ['million', 1e6],
    ]),
    alone: new Set(['hundred', 'thousand', 'million']),
    before: /\ba $/i,
    between: /^[ \u00a0-]$/,
  }
}

const byLanguage: Record<string, NumberWords> = { ru: russianWords(), en: englishWords() }
const oneWord = /\p{L}+/gu
/** "полтора процента", "две целых пять десятых". */
const oneAndHalf = /(?<![\p{L}])полтор(?:а|ы|ых)(?!\p{L})/giu
const decimal = /(\d+) цел(?:ая|ой|ую|ых|ые|ым|ыми) (\d+) (десят|сот)(?:ая|ой|ую|ых|ые|ым|ыми)/gu
const withHalf = /(\d+) с половиной/gu

/** A text with spelled numbers as digits: "одну тысячу пятьсот рублей" → "1500 рублей". Other words stay as they are. */
export function writeDigits(text: string, locale: string): string {
  const words = byLanguage[languageOf(locale)]
  if (!words) return text
  let out = ''
  let from = 0
  let total = 0
  let current = 0
  let open: { start: number; end: number } | null = null
  const close = () => {
    if (!open) return
    out += text.slice(from, open.start) + String(total + current)
    from = open.end
    open = null
    total = 0
    current = 0
  }
  for (const match of text.matchAll(oneWord)) {
    const word = match[0].toLowerCase()
    const value = words.values.get(word)
    const scale = words.scales.get(word)
    if (open && !words.between.test(text.slice((open as { end: number }).end, match.index))) close()
    if (value === undefined && (scale === undefined || !(open || standsAlone(words, word, text, match.index)))) {
      close()
      continue
    }
    const start: number = (open as { start: number } | null)?.start ?? match.index
    if (value !== undefined) {
      if (open && !continues(current, value)) close()
      current += value
    } else if (scale === 100) current = (current || 1) * 100
    else if (scale !== undefined) {
      total += (current || 1) * scale
      current = 0
    }
    open = { start: open ? start : match.index, end: match.index + match[0].length }
  }
  close()
  return fractions(out + text.slice(from))
}

/** "тысяча шестьсот" and "тысяча рублей" are numbers, "тысяча мелочей" is a way of speaking. */
function standsAlone(words: NumberWords, word: string, text: string, at: number): boolean {
  if (!words.alone.has(word)) return false
  const before = text.slice(Math.max(0, at - 12), at)
  if (!words.before.test(before) || /полтор\S+ $/i.test(before)) return false
  const next = nextWord.exec(text.slice(at + word.length, at + word.length + 30))?.[1]?.toLowerCase() ?? ''
  return words.values.has(next) || currencyWord.test(next)
}
const nextWord = /^[ \u00a0](\p{L}+)/u
const currencyWord = /^(?:рубл|доллар|евро|юан|тенге|roubl|dollar|euro|pound)/

/** Whether a word goes on with the number before it: "сто" + "пять", but not "десять" + "тридцать". */
function continues(current: number, value: number): boolean {
  if (current === 0) return true
  if (value === 0) return false
  const room = current % 1000 === 0 ? 1000 : current % 100 === 0 ? 100 : current % 10 === 0 && current % 100 >= 20 ? 10 : 0
  return value < room
}

function fractions(text: string): string {
  return text
    .replace(oneAndHalf, '1,5')
    .replace(decimal, (_all, whole: string, part: string, kind: string) => `${whole},${part.padStart(kind === 'сот' ? 2 : 1, '0')}`)
    .replace(withHalf, '$1,5')
}
