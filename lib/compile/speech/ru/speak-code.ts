import { spellCardinal } from './cardinals.ts'
import { inFours, inPairs, spellDigits, spellGroup, writeGroups } from './digits.ts'
import { nominative } from './grammar.ts'
import { readPhone } from './phones.ts'
import { matchAt, rememberNumber, type Scan } from './scan.ts'

const card = /\d{4}(?:[ \u00a0-]\d{4}){2,4}(?!\d)|\d{3}-\d{3}-\d{3}[ \u00a0-]\d{2}(?!\d)/y
/** "+7 900 ***-**-12": what is hidden is left out. */
const hiddenPhone = /(\+7|8)[ \u00a0(-]{0,2}(\d{3})[ \u00a0)-]{0,2}[*•]{1,3}[ \u00a0-]?[*•]{1,2}[ \u00a0-]?(\d{2})(?!\d)/y
const version = /\d{1,4}(?:\.\d{1,4}){2,5}(?![\d.])/y
/** "1.500.000 ₽": a price whose thousands are divided by dots is no version. */
export const dottedAmount = /\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?=[ \u00a0\u202f]?(?:[₽$€]|руб|р\.|долл|тенге|евро|юан|RUB|USD|EUR))/y
/** "iOS 16.4": a number after a Latin name is a version. */
const latinBefore = /^[a-z]/
const section = /\d{1,4}(?:\.\d{1,4}){1,5}(?!\d)/y
const sectionWords = new Set(
  'пункт пункта пункту пункте пунктом пункты пунктов раздел раздела разделе глава главы главе рисунок рисунка рисунке таблица таблицы таблице приложение приложения приложении статья статьи статье версия версии версию подпункт №'.split(
    ' ',
  ),
)
const longDigits = /\d+/y
/** What makes a long run of digits an amount. */
const countedAfter = /^(?:[.,]\d|[ \u00a0\u202f]?(?:[₽$€%]|руб|р\.|коп|тыс|мл[нр]|долл|евро|юан|тенге))/
const joinedDigit = /^[.,:/-]\d/
/** "№ 123-45/2025": what stands after the sign of a number, with hyphens and slashes. */
const numbered = /\d{1,30}(?:[-–/]\d{1,30}){0,6}(?![\d%]|[.,]\d|[ \u00a0]\d{3}(?!\d))/y
const numberWords = new Set(['№', 'номер', 'номера', 'номеру', 'номером', 'номере'])
const signs: Readonly<Record<string, string>> = { '-': 'дефис', '–': 'дефис', '/': 'дробь' }
/** A Russian postal code: six digits after "индекс", or before the name of a place. */
const postal = /[1-6]\d{5}(?!\d)(?![ \u00a0]?[₽%])/y
const postalBefore = /индекс[а-яё]{0,2}:?[ \u00a0]$/i
const placeAfter = /^,?[ \u00a0](?:(?:г|обл|респ|край|пос|с|д)\.|город|Россия|РФ|Москва|Санкт)/
const codeWords = new Set(
  'код кода коду кодом коде пин пин-код пароль пароля инн бик кпп огрн огрнип снилс окпо октмо счёт счет счета счёта счёту артикул cvc cvv паспорт серия серии'.split(
    ' ',
  ),
)

/** Phones, card numbers and codes at a digit, "+" or bracket. Returns whether it has spoken. */
export function speakCode(scan: Scan): boolean {
  const { text, at, out } = scan
  const cards = matchAt(card, text, at)
  if (cards !== null) {
    writeGroups(out, cards[0].split(/\D/), spellDigits)
    return finish(scan, cards[0].length)
  }
  const hidden = matchAt(hiddenPhone, text, at)
  if (hidden !== null) {
    if (hidden[1] === '+7') out.word('плюс')
    writeGroups(out, [hidden[1]!.slice(-1), hidden[2]!, hidden[3]!], spellGroup)
    return finish(scan, hidden[0].length)
  }
  const phone = readPhone(text, at)
  if (phone !== null) {
    if (phone.plus) out.word('плюс')
    writeGroups(out, phone.groups, spellGroup)
    return finish(scan, phone.end - at)
  }
  return speakPassport(scan) || speakPostal(scan) || speakNumbered(scan) || speakDigitRun(scan)
}

/** "паспорт 4510 123456" → "сорок пять, десять, сто двадцать три, четыреста пятьдесят шесть". */
function speakPassport(scan: Scan): boolean {
  const match = scan.before.startsWith('паспорт') || scan.before.startsWith('сери') ? matchAt(passport, scan.text, scan.at) : null
  if (match === null) return false
  writeGroups(scan.out, match.slice(1), spellGroup)
  return finish(scan, match[0].length)
}
const passport = /(\d{2})[ \u00a0]?(\d{2})[ \u00a0](?:№[ \u00a0]?)?(\d{3})[ \u00a0]?(\d{3})(?!\d)/y

function speakPostal(scan: Scan): boolean {
  const { text, at } = scan
  const match = matchAt(postal, text, at)
  if (match === null) return false
  if (!postalBefore.test(text.slice(Math.max(0, at - 12), at)) && !placeAfter.test(text.slice(at + 6, at + 16))) return false
  writeGroups(scan.out, [match[0].slice(0, 3), match[0].slice(3)], spellGroup)
  return finish(scan, 6)
}

/** "договор № 123-45/2025" → "сто двадцать три дефис сорок пять дробь две тысячи двадцать пять"; a long number goes in groups. */
function speakNumbered(scan: Scan): boolean {
  if (!numberWords.has(scan.before)) return false
  const match = matchAt(numbered, scan.text, scan.at)
  if (match === null) return false
  const parts = match[0].split(/([-–/])/)
  if (parts.length === 1 && match[0].length < 5) return false
  for (const part of parts) {
    const sign = signs[part]
    if (sign !== undefined) scan.out.word(sign)
    else if (part.length === 4 && /^(?:19|20)/.test(part)) scan.out.word(spellCardinal(Number(part)))
    else
      writeGroups(
        scan.out,
        part.length < 4 ? [part] : part.length > 11 ? inFours(part) : inPairs(part),
        part.length > 11 ? spellDigits : spellGroup,
      )
  }
  return finish(scan, match[0].length)
}

/** "1.2.3" → "один точка два точка три"; tried after dates. Returns whether it has spoken. */
export function speakVersion(scan: Scan): boolean {
  const dotted = matchAt(sectionWords.has(scan.before) || latinBefore.test(scan.before) ? section : version, scan.text, scan.at)
  if (dotted === null || matchAt(dottedAmount, scan.text, scan.at) !== null) return false
  scan.out.word(dotted[0].split('.').map(spellGroup).join(' точка '))
  return finish(scan, dotted[0].length)
}

/** Runs that are no quantity: after "код" or "ИНН", with a leading zero, or too long to be a number. */
function speakDigitRun(scan: Scan): boolean {
  const match = matchAt(longDigits, scan.text, scan.at)
  if (match === null) return false
  const digits = match[0]
  const end = scan.at + digits.length
  // "0,5" and "09.05" are no codes, "0890." at the end of a sentence is one.
  const leadingZero = digits.length > 1 && digits.charCodeAt(0) === 48 && !joinedDigit.test(scan.text.slice(end, end + 2))
  const isCode = digits.length >= 3 && (codeWords.has(scan.before) || codeWords.has(scan.label))
  const isLong = digits.length >= 9 && !countedAfter.test(scan.text.slice(end, end + 8))
  if (!isCode && !isLong && !leadingZero) return false
  writeGroups(scan.out, inFours(digits), spellDigits)
  return finish(scan, digits.length)
}

function finish(scan: Scan, length: number): true {
  scan.at += length
  rememberNumber(scan, nominative)
  return true
}
