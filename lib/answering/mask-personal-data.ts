import { maskNames } from './mask-names.ts'

/** What stands in place of personal data; the same in every language. */
export const masks = ['email', 'card', 'account', 'phone', 'snils', 'inn', 'passport', 'code', 'number', 'name'] as const
export type MaskName = (typeof masks)[number]

/** What may stand between the digits of one number: up to two spaces, dashes, dots, brackets. */
const gap = '[\\p{Zs}\\t\\p{Cf}()./_\\p{Pd}\\u2212]{0,3}'
const digitRun = new RegExp(`\\+?\\p{Nd}(?:${gap}\\p{Nd})*`, 'gu')
/** Four groups of four digits with lines, commas or other marks between them; only what Luhn's sum calls a card is one. */
const cardGroups = /(?<!\p{Nd})\p{Nd}{4}(?:[^\p{L}\p{N}]{1,3}\p{Nd}{4}){3}(?!\p{Nd})/gu
/** What nobody sees (\p{Cf}) may stand anywhere in an address. */
const email =
  /[\p{L}\p{N}\p{Cf}._%+-]+\s?(?:@|\(at\)|\[at\]|\(собака\))\s?[\p{L}\p{N}](?:[\p{L}\p{N}\p{Cf}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}\p{Cf}-]+)+/giu

/** Digits after one of these words are a document or a secret even where no checksum says so. */
const spoken: readonly { mask: MaskName; words: RegExp; digits: [from: number, to: number] }[] = [
  { mask: 'snils', words: /снилс|snils/giu, digits: [9, 11] },
  { mask: 'inn', words: /(?<!\p{L})инн(?!\p{L})|(?<!\p{L})inn(?!\p{L})|taxpayer/giu, digits: [10, 12] },
  { mask: 'passport', words: /паспорт|passport|загранник|(?<!\p{L})сери[яию](?!\p{L})/giu, digits: [4, 10] },
  {
    mask: 'code',
    words: /(?<!\p{L})(?:код|кода|коды|коду|кодом|смс|sms|пин|pin|cvv|cvc|otp|code|codes|парол\p{L}{1,3}|password|passcode)(?!\p{L})/giu,
    digits: [3, 8],
  },
]
/** A code of these is no secret. */
const openCodes = /ошибк|error|валют|страны|города|country|area|currency|почтов|zip|postal/iu
/** How far before the digits such a word may stand, in UTF-16 units. */
const reach = 30

/**
 * A question with personal data replaced by [card], [phone], [email] and so on: bank cards (Luhn), account numbers, telephone numbers, e-mail addresses,
 * СНИЛС and ИНН (checksums), passports, one-time codes, names of persons, and any other number of nine digits or more. Prices, dates and error codes stay.
 */
export function maskPersonalData(text: string): string {
  const bare = maskNames(text.replace(email, '[email]').replace(cardGroups, run => (isCard(digitsOf(run)) ? '[card]' : run)))
  return bare.replace(digitRun, (run: string, offset: number) => maskRun(run, bare.slice(Math.max(0, offset - reach), offset)))
}

function maskRun(run: string, before: string): string {
  const digits = digitsOf(run)
  const named = nameByWord(digits, before)
  if (named) return `[${named}]`
  if (isDate(run)) return run
  const name = nameByForm(digits, run)
  return name ? `[${name}]` : run
}

function digitsOf(run: string): string {
  return run.normalize('NFKC').replace(/\P{Nd}/gu, '')
}

/** The nearest word before the digits decides. */
function nameByWord(digits: string, before: string): MaskName | null {
  let nearest = -1
  let name: MaskName | null = null
  for (const { mask, words, digits: range } of spoken) {
    if (digits.length < range[0] || digits.length > range[1]) continue
    const at = [...before.matchAll(words)].at(-1)?.index ?? -1
    if (at <= nearest || (mask === 'code' && openCodes.test(before.slice(Math.max(0, at - 12))))) continue
    nearest = at
    name = mask
  }
  return name
}

function nameByForm(digits: string, run: string): MaskName | null {
  if (digits.length >= 13 && digits.length <= 19 && isCard(digits)) return 'card'
  if (digits.length === 20) return 'account'
  if (digits.length === 11 && isSnils(digits)) return 'snils'
  if (isPhone(digits, run)) return 'phone'
  if ((digits.length === 10 || digits.length === 12) && isInn(digits)) return 'inn'
  if (/^\p{Nd}{2}\s?\p{Nd}{2}\s\p{Nd}{6}$/u.test(run)) return 'passport'
  return digits.length >= 9 ? 'number' : null
}

function isPhone(digits: string, run: string): boolean {
  if (run.startsWith('+')) return digits.length >= 8 && digits.length <= 15
  return (digits.length === 11 && /^[78]/.test(digits)) || (digits.length === 10 && digits.startsWith('9'))
}

/** One or two dates, or a date with a time: 22.11.2026, 2026-11-22, 01.02.2026-05.02.2026. */
function isDate(run: string): boolean {
  const date = '(?:[0-3]?\\d[./-][01]?\\d[./-](?:19|20)?\\d\\d|(?:19|20)\\d\\d-[01]\\d-[0-3]\\d)'
  return new RegExp(`^${date}(?:[\\s–-]{1,3}(?:${date}|[0-2]?\\d))?$`).test(run)
}

/** Luhn's checksum (ISO/IEC 7812-1, annex B). */
function isCard(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** The control number of СНИЛС (Pension Fund of Russia, order 192p). */
function isSnils(digits: string): boolean {
  const sum = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1])
  return (sum % 101) % 100 === Number(digits.slice(9))
}

/** The control digits of ИНН (Federal Tax Service, order ММВ-7-6/435@). */
function isInn(digits: string): boolean {
  const control = (weights: number[]) => (weighted(digits, weights) % 11) % 10
  if (digits.length === 10) return control([2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(digits[9])
  return (
    control([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(digits[10]) && control([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(digits[11])
  )
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
}
