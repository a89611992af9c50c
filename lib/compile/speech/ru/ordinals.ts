import { scales, spellCardinal } from './cardinals.ts'
import { type Case, genitive } from './grammar.ts'

/** Masculine, feminine, neuter, plural. */
export type Agreement = 'm' | 'f' | 'n' | 'p'

const stems = [
  'нулев!',
  'перв',
  'втор!',
  'третий',
  'четвёрт',
  'пят',
  'шест!',
  'седьм!',
  'восьм!',
  'девят',
  'десят',
  'одиннадцат',
  'двенадцат',
  'тринадцат',
  'четырнадцат',
  'пятнадцат',
  'шестнадцат',
  'семнадцат',
  'восемнадцат',
  'девятнадцат',
]
const tens = ['', '', 'двадцат', 'тридцат', 'сороков!', 'пятидесят', 'шестидесят', 'семидесят', 'восьмидесят', 'девяност']
const hundreds = ['', 'сот', 'двухсот', 'трёхсот', 'четырёхсот', 'пятисот', 'шестисот', 'семисот', 'восьмисот', 'девятисот']
const scaleStems = new Map([
  [1e3, 'тысячн'],
  [1e6, 'миллионн'],
  [1e9, 'миллиардн'],
  [1e12, 'триллионн'],
])

const hard: Record<Agreement, readonly string[]> = {
  m: ['ый', 'ого', 'ому', 'ый', 'ым', 'ом'],
  f: ['ая', 'ой', 'ой', 'ую', 'ой', 'ой'],
  n: ['ое', 'ого', 'ому', 'ое', 'ым', 'ом'],
  p: ['ые', 'ых', 'ым', 'ые', 'ыми', 'ых'],
}
const third: Record<Agreement, readonly string[]> = {
  m: ['третий', 'третьего', 'третьему', 'третий', 'третьим', 'третьем'],
  f: ['третья', 'третьей', 'третьей', 'третью', 'третьей', 'третьей'],
  n: ['третье', 'третьего', 'третьему', 'третье', 'третьим', 'третьем'],
  p: ['третьи', 'третьих', 'третьим', 'третьи', 'третьими', 'третьих'],
}

function decline(stem: string, inCase: Case, agreement: Agreement): string {
  if (stem === 'третий') return third[agreement][inCase]!
  const stressed = stem.endsWith('!')
  const base = stressed ? stem.slice(0, -1) : stem
  const ending = hard[agreement][inCase]!
  return base + (stressed && ending === 'ый' ? 'ой' : ending)
}

/** A number glued to an adjective: "двух", "двадцатичетырёх", "сто", "одно", "тысяче" (двухдневный, стопроцентный). */
export function spellCombining(value: number): string {
  if (value === 1) return 'одно'
  if (value === 100) return 'сто'
  if (value === 1000) return 'тысяче'
  if (value === 90) return 'девяносто'
  return spellCardinal(value, genitive).replaceAll(' ', '')
}

/** An ordinal in words: only its last part declines ("две тысячи двадцать пятого"). 1000–1999 start with a bare "тысяча", as years do. */
export function spellOrdinal(value: number, inCase: Case = 0, agreement: Agreement = 'm'): string {
  const scale = scales.findLast(
    entry => value >= entry.value && value % (entry.value * 1000) !== 0 && value % 1000 === 0 && value % entry.value === 0,
  )
  if (scale !== undefined) {
    const count = (value / scale.value) % 1000
    const head = value - count * scale.value
    const stem = (count === 1 ? '' : spellCombining(count)) + scaleStems.get(scale.value)!
    return join(head, decline(stem, inCase, agreement))
  }
  const last = value % 1000
  if (last !== 0 && last % 100 === 0) return join(value - last, decline(hundreds[last / 100]!, inCase, agreement))
  const rest = value % 100
  if (rest < 20) return join(value - rest, decline(stems[rest]!, inCase, agreement))
  if (rest % 10 === 0) return join(value - rest, decline(tens[rest / 10]!, inCase, agreement))
  return join(value - (rest % 10), decline(stems[rest % 10]!, inCase, agreement))
}

function join(head: number, last: string): string {
  if (head === 0) return last
  const words = spellCardinal(head)
  return `${words.startsWith('одна тысяча') ? words.slice(5) : words} ${last}`
}
