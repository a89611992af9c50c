import { inFours, spellDigits, spellGroup, writeGroups } from './digits.ts'
import { nominative } from './grammar.ts'
import { readPhone } from './phones.ts'
import { matchAt, rememberNumber, type Scan } from './scan.ts'

const ussd = /[*#][\d*#]{1,40}/y
const maskedCard = /(?:[*•xX]{2,4}[ \u00a0]?){1,4}(\d{4})(?!\d)/y
const card = /\d{4}(?:[ \u00a0-]\d{4}){2,4}(?!\d)|\d{3}-\d{3}-\d{3}[ \u00a0-]\d{2}(?!\d)/y
const version = /\d{1,4}(?:\.\d{1,4}){2,5}(?![\d.])/y
/** "iOS 16.4": a number after a Latin name is a version. */
const latinBefore = /^[a-z]/
const section = /\d{1,4}(?:\.\d{1,4}){1,5}(?!\d)/y
const sectionWords = new Set(
  'пункт пункта пункту пункте пунктом пункты пунктов раздел раздела разделе глава главы главе статья статьи статье версия версии версию подпункт №'.split(
    ' ',
  ),
)
const longDigits = /\d+/y
const codeWords = new Set(
  'код кода коду кодом коде пин пин-код пароль пароля инн бик кпп огрн огрнип снилс окпо октмо счёт счета счёта счёту артикул cvc cvv паспорт'.split(
    ' ',
  ),
)

/** "*100#" → "звёздочка сто решётка"; also the hidden part of a card number. Returns whether it has spoken. */
export function speakStarCode(scan: Scan): boolean {
  const masked = matchAt(maskedCard, scan.text, scan.at)
  if (masked !== null) {
    scan.out.word(spellDigits(masked[1]!))
    return finish(scan, masked[0].length)
  }
  const match = matchAt(ussd, scan.text, scan.at)
  if (match === null || !/\d/.test(match[0])) return false
  const code = match[0]
  for (const part of code.match(/\d+|[*#]/g)!) scan.out.word(part === '*' ? 'звёздочка' : part === '#' ? 'решётка' : spellGroup(part))
  return finish(scan, code.length)
}

/** Phones, card numbers and codes at a digit, "+" or bracket. Returns whether it has spoken. */
export function speakCode(scan: Scan): boolean {
  const { text, at, out } = scan
  const cards = matchAt(card, text, at)
  if (cards !== null) {
    writeGroups(out, cards[0].split(/\D/), spellDigits)
    return finish(scan, cards[0].length)
  }
  const phone = readPhone(text, at)
  if (phone !== null) {
    if (phone.plus) out.word('плюс')
    writeGroups(out, phone.groups, spellGroup)
    return finish(scan, phone.end - at)
  }
  return speakDigitRun(scan)
}

/** "1.2.3" → "один точка два точка три"; tried after dates. Returns whether it has spoken. */
export function speakVersion(scan: Scan): boolean {
  const dotted = matchAt(sectionWords.has(scan.before) || latinBefore.test(scan.before) ? section : version, scan.text, scan.at)
  if (dotted === null) return false
  scan.out.word(dotted[0].split('.').map(spellGroup).join(' точка '))
  return finish(scan, dotted[0].length)
}

/** Runs that are no quantity: after "код" or "ИНН", with a leading zero, or too long to be a number. */
function speakDigitRun(scan: Scan): boolean {
  const match = matchAt(longDigits, scan.text, scan.at)
  if (match === null) return false
  const digits = match[0]
  const next = scan.text.charCodeAt(scan.at + digits.length)
  const leadingZero =
    digits.length > 1 && digits.charCodeAt(0) === 48 && next !== 58 && next !== 46 && next !== 47 && next !== 44 && next !== 45
  const isCode = codeWords.has(scan.before) && digits.length >= 3
  if (!isCode && digits.length <= 15 && !leadingZero) return false
  writeGroups(scan.out, inFours(digits), spellDigits)
  return finish(scan, digits.length)
}

function finish(scan: Scan, length: number): true {
  scan.at += length
  rememberNumber(scan, nominative)
  return true
}
