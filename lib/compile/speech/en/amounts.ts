import { spellDecimal, spellNumber } from './numbers.ts'
import { type Counted, currencies } from './units.ts'

/** The word counted by a number: singular for exactly one. */
export function counted(value: number, fraction: string, of: Counted): string {
  return of[value === 1 && fraction === '' ? 0 : 1]
}

/** "one thousand five hundred roubles and fifty kopecks"; zero kopecks are dropped. Null for a currency without a spoken name. */
export function spellMoney(value: number, fraction: string, code: string): string | null {
  const currency = currencies.get(code)
  if (currency === undefined) return null
  const digits = fraction.replace(/0+$/, '')
  if (digits.length > 2 || (digits !== '' && currency.part === null)) return `${spellDecimal(value, digits)} ${currency.whole[1]}`
  const head = `${spellNumber(value)} ${counted(value, '', currency.whole)}`
  if (digits === '') return head
  const parts = Number(digits.padEnd(2, '0'))
  const tail = `${spellNumber(parts)} ${counted(parts, '', currency.part!)}`
  return value === 0 ? tail : `${head} and ${tail}`
}
