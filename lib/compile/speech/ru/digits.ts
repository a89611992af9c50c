import type { PieceWriter } from '../piece-writer.ts'
import { groupBreakMs } from '../pieces.ts'
import { spellCardinal } from './cardinals.ts'

const names = ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять']

/** "ноль шесть один один". */
export function spellDigits(digits: string): string {
  let words = ''
  for (const digit of digits) words += words === '' ? names[Number(digit)]! : ` ${names[Number(digit)]}`
  return words
}

/** A group of a phone number or a code: a number when it has at most three digits, leading zeros said aloud ("ноль пять", "ноль ноль семь"). */
export function spellGroup(digits: string): string {
  if (digits.length > 3) return spellDigits(digits)
  const zeros = /^0*/.exec(digits)![0].length
  if (zeros === 0) return spellCardinal(Number(digits))
  const rest = digits.slice(zeros)
  return 'ноль '.repeat(zeros).trimEnd() + (rest === '' ? '' : ` ${spellCardinal(Number(rest))}`)
}

/** Writes groups with a short break between them. */
export function writeGroups(out: PieceWriter, groups: readonly string[], spell: (digits: string) => string): void {
  groups.forEach((group, index) => {
    if (index > 0) out.break(groupBreakMs)
    out.word(spell(group))
  })
}

/** Long codes and accounts in fours, so that a listener can follow; nine digits in threes, and no digit is left alone at the end. */
export function inFours(digits: string): string[] {
  const groups: string[] = []
  const size = digits.length === 9 ? 3 : 4
  for (let at = 0; at < digits.length; ) {
    const rest = digits.length - at
    const length = rest === 5 ? 3 : Math.min(size, rest)
    groups.push(digits.slice(at, at + length))
    at += length
  }
  return groups
}

/** A number to be noted down: three digits when it is odd in length, then two by two ("сто двадцать три, сорок пять, шестьдесят семь"). */
export function inPairs(digits: string): string[] {
  const groups: string[] = []
  const head = digits.length % 2 === 0 ? 2 : 3
  for (let at = 0; at < digits.length; at += at === 0 ? head : 2) groups.push(digits.slice(at, at === 0 ? head : at + 2))
  return groups
}
