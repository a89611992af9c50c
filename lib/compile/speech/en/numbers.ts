const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const scales: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
]
const irregular = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
])

/** A whole number from 0 to 10¹⁵ − 1, without "and": "one thousand five hundred one". */
export function spellNumber(value: number): string {
  if (value < 20) return small[value]!
  if (value < 100) return tens[Math.trunc(value / 10)]! + (value % 10 === 0 ? '' : `-${small[value % 10]}`)
  if (value < 1000) return `${small[Math.trunc(value / 100)]} hundred${value % 100 === 0 ? '' : ` ${spellNumber(value % 100)}`}`
  const [size, name] = scales.find(([least]) => value >= least)!
  const rest = value % size
  return `${spellNumber(Math.trunc(value / size))} ${name}${rest === 0 ? '' : ` ${spellNumber(rest)}`}`
}

/** "twenty-first". */
export function spellOrdinal(value: number): string {
  const words = spellNumber(value)
  const at = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1
  const last = words.slice(at)
  const ordinal = irregular.get(last) ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return words.slice(0, at) + ordinal
}

/** "twelve point five"; digits after the point one by one, "zero point zero one". */
export function spellDecimal(value: number, fraction: string): string {
  return fraction === '' ? spellNumber(value) : `${spellNumber(value)} point ${spellDigits(fraction)}`
}

/** Digit by digit, as phones and codes are read. */
export function spellDigits(digits: string): string {
  let words = ''
  for (const digit of digits) words += words === '' ? small[Number(digit)]! : ` ${small[Number(digit)]}`
  return words
}

/** A year: "twenty twenty-five", "two thousand five", "nineteen ninety-nine", "nineteen oh five", "two thousand". */
export function spellYear(year: number): string {
  const rest = year % 100
  if (year < 1000 || year > 9999 || (year >= 2000 && year < 2010) || year % 1000 === 0) return spellNumber(year)
  const head = spellNumber(Math.trunc(year / 100))
  return rest === 0 ? `${head} hundred` : rest < 10 ? `${head} oh ${small[rest]}` : `${head} ${spellNumber(rest)}`
}

/** A decade: "nineteen nineties", "two thousands", "twenty tens", "eighties". */
export function spellDecade(decade: number): string {
  const words = decade < 100 ? spellNumber(decade) : spellYear(decade)
  return words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`
}

/** "one half", "two thirds". */
export function spellFraction(numerator: number, denominator: number): string {
  const part = denominator === 2 ? 'half' : denominator === 4 ? 'quarter' : spellOrdinal(denominator).replace(/^one /, '')
  const plural = denominator === 2 ? 'halves' : `${part}s`
  return `${spellNumber(numerator)} ${numerator === 1 ? part : plural}`
}
