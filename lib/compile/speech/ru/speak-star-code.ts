import { spellDigits, spellGroup } from './digits.ts'
import { accusative, type Case, nominative } from './grammar.ts'
import { askedCase, matchAt, remember, rememberNumber, type Scan } from './scan.ts'

const ussd = /[*#][\d*#]{1,40}/y
const maskedCard = /(?:[*•xX]{2,4}[ \u00a0]?){1,4}(\d{4})(?!\d)/y
const typing = /^(?:набра[вн]|набер|отправ|нажм|нажим|нажа[вт]|введ)/
const keyNames = /^(?:клавиш|кнопк|символ|знак)/
/** A sign that stands alone, in quotes or before a mark. */
const alone = /^[*#][»"”)]?(?:[\s.,;:!?]|$)/

/** "*100#" → "звёздочка сто решётка", after a verb "наберите звёздочку сто решётку"; also the hidden part of a card number. Returns whether it has spoken. */
export function speakStarCode(scan: Scan): boolean {
  const masked = matchAt(maskedCard, scan.text, scan.at)
  if (masked !== null) {
    scan.out.word(spellDigits(masked[1]!))
    return finish(scan, masked[0].length, nominative)
  }
  const match = matchAt(ussd, scan.text, scan.at)
  if (match === null || !/\d/.test(match[0])) return false
  const code = match[0]
  const dialled = isTyped(scan)
  for (const part of code.match(/\d+|[*#]/g)!) scan.out.word(keyName(part, dialled) ?? spellGroup(part))
  return finish(scan, code.length, dialled ? accusative : nominative)
}

/** "нажмите #" → "нажмите решётку": a key by itself, where the words before say that it is one. Returns whether it has spoken. */
export function speakKey(scan: Scan, symbol: string): boolean {
  if (symbol === '•' || !alone.test(scan.text.slice(scan.at, scan.at + 3))) return false
  const dialled = typing.test(scan.before)
  if (!dialled && !keyNames.test(scan.before)) return false
  scan.out.word(keyName(symbol, dialled)!)
  scan.at++
  remember(scan, 'решётка')
  return true
}

function isTyped(scan: Scan): boolean {
  return typing.test(scan.before) || askedCase(scan) === accusative
}

function keyName(symbol: string, dialled: boolean): string | null {
  if (symbol === '*') return dialled ? 'звёздочку' : 'звёздочка'
  if (symbol === '#') return dialled ? 'решётку' : 'решётка'
  return null
}

function finish(scan: Scan, length: number, inCase: Case): true {
  scan.at += length
  rememberNumber(scan, inCase)
  return true
}
