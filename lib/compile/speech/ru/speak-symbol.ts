import { spellFraction } from './decimals.ts'
import { accusative, genitive, nominative } from './grammar.ts'
import { letterNames } from './lexicon.ts'
import { currencyMarks } from './money.ts'
import { unitNouns } from './nouns.ts'
import { spellOrdinal } from './ordinals.ts'
import { askedCase, endClause, matchAt, remember, rememberNumber, type Scan } from './scan.ts'
import { speakCode } from './speak-code.ts'
import { speakQuantity } from './speak-quantity.ts'
import { speakKey, speakStarCode } from './speak-star-code.ts'

const dropped = new Set([
  '«',
  '»',
  '"',
  '“',
  '”',
  '„',
  '‟',
  "'",
  '’',
  '‘',
  '`',
  '®',
  '©',
  '™',
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u0301',
  '\u0300',
  '‑',
  '‹',
  '›',
  '★',
  '☆',
  '✓',
  '✔',
  '✅',
  '❗',
  '️',
])
/** Silent, but what stands on both sides are two words. */
const dividing = new Set('{}_|\\^~*#')
const arrows = new Set(['→', '⇒', '➔', '➜', '⟶', '►', '▶', '•', '·', '↔', '←'])
const words = new Map([
  ['&', 'и'],
  ['+', 'плюс'],
  ['=', 'равно'],
  ['×', 'на'],
  ['÷', 'разделить на'],
  ['±', 'плюс-минус'],
  ['§', 'параграф'],
  ['@', 'собака'],
  ['≥', 'не меньше'],
  ['≤', 'не больше'],
  ['≈', 'примерно'],
  ['~', 'около'],
  ['№', 'номер'],
  ['∞', 'бесконечность'],
])
/** "Android 10+" */
const versionBefore = /[a-z][ \u00a0]\d{1,4}(?:\.\d{1,3})?$/i
const signed = /^[-−–]\d/
const afterGap = /[\s(«"[:,;]$/

/** Any character that is no letter, digit or space: a spoken sign, a pause, or nothing. */
export function speakSymbol(scan: Scan): void {
  const { text, at, out } = scan
  const symbol = String.fromCodePoint(text.codePointAt(at)!)
  if (symbol === '.' || symbol === ',' || symbol === '!' || symbol === '?' || symbol === ':' || symbol === ';' || symbol === '…') {
    punctuation(scan, symbol)
    return
  }
  if ((symbol === '*' || symbol === '#' || symbol === '•') && (speakStarCode(scan) || speakKey(scan, symbol))) return
  if ((symbol === '+' || symbol === '(') && /\d/.test(text.charAt(at + 1)) && speakCode(scan)) return
  if (currencyMarks.has(symbol) && speakCurrencySign(scan, symbol)) return
  scan.at = at + symbol.length
  if (speakBracketOrDash(scan, symbol, at)) return
  if (symbol === '+' && versionBefore.test(text.slice(Math.max(0, at - 12), at)) && !/[\dа-яёa-z]/i.test(text.charAt(scan.at))) {
    say(scan, 'и выше')
    return
  }
  if ((symbol === '<' || symbol === '>') && /^ ?\d/.test(text.slice(at + 1, at + 3))) say(scan, symbol === '<' ? 'меньше' : 'больше')
  else if (symbol === '~' ? /^ ?\d/.test(text.slice(at + 1, at + 3)) : words.has(symbol)) sayOnce(scan, symbol)
  else if (arrows.has(symbol) || symbol === '>') out.pause()
  else if (dividing.has(symbol)) out.space()
  else if (dropped.has(symbol)) return
  else speakStray(scan, symbol, at)
}

function punctuation(scan: Scan, symbol: string): void {
  scan.at++
  scan.out.text(symbol)
  if (symbol === ':') scan.label = scan.before
  if (symbol === ',') scan.before = ''
  else endClause(scan)
}

/** "&&" is one "и". */
function sayOnce(scan: Scan, symbol: string): void {
  const from = scan.at
  const { before } = scan
  while (scan.text.charAt(scan.at) === symbol) scan.at++
  if (symbol === '№' && scan.at > from) speakNumbers(scan)
  else say(scan, words.get(symbol)!)
  // "до +25": a sign does not come between a number and what governs it.
  if (symbol === '+' && /\d/.test(scan.text.charAt(scan.at))) scan.before = before
}

/** "№№ 1–5" → "номера с первого по пятый". */
function speakNumbers(scan: Scan): void {
  say(scan, 'номера')
  const range = matchAt(numberRange, scan.text, scan.at)
  if (range === null) return
  scan.out.word(`с ${spellOrdinal(Number(range[1]), genitive)} по ${spellOrdinal(Number(range[2]), accusative)}`)
  scan.at = numberRange.lastIndex
  rememberNumber(scan, nominative)
}
const numberRange = /[ \u00a0]?(\d{1,4})[ \u00a0]?[-–—][ \u00a0]?(\d{1,4})(?![\d/-])/y

function say(scan: Scan, spoken: string): void {
  scan.out.word(spoken)
  scan.out.space()
  remember(scan, spoken === 'номер' ? '№' : spoken.split(' ').pop()!)
}

/** "$100" and a lone "₽". */
function speakCurrencySign(scan: Scan, symbol: string): boolean {
  const gap = /^[ \u00a0]?(?=\d)/.exec(scan.text.slice(scan.at + 1, scan.at + 3))
  if (gap !== null) {
    scan.at += 1 + gap[0].length
    speakQuantity(scan, symbol)
    return true
  }
  const lone: Readonly<Record<string, string>> = { '₽': 'рублей', $: 'долларов', '€': 'евро', '¥': 'юаней', '₸': 'тенге', '£': 'фунтов' }
  const spoken = lone[symbol]
  if (spoken === undefined) return false
  scan.at++
  say(scan, spoken)
  return true
}

function speakBracketOrDash(scan: Scan, symbol: string, at: number): boolean {
  const { text, out } = scan
  if (symbol === '(' || symbol === '[') {
    out.pause()
    endClause(scan)
    return true
  }
  if (symbol === ')' || symbol === ']') {
    if (/^ ?[а-яёa-z\d]/i.test(text.slice(at + 1, at + 3))) out.pause()
    endClause(scan)
    return true
  }
  if (symbol === '/') {
    say(scan, 'или')
    return true
  }
  if (symbol !== '-' && symbol !== '–' && symbol !== '—' && symbol !== '−' && symbol !== '‑') return false
  speakDash(scan, symbol, at)
  return true
}

function speakDash(scan: Scan, symbol: string, at: number): void {
  const { text, out } = scan
  const previous = text.charAt(at - 1)
  if (signed.test(text.slice(at, at + 2)) && (symbol === '−' || at === 0 || afterGap.test(previous)) && symbol !== '—') {
    const before = scan.before
    say(scan, 'минус')
    scan.before = before
    return
  }
  if (symbol === '−' && /\d[ \u00a0]$/.test(text.slice(Math.max(0, at - 2), at)) && /^[ \u00a0]\d/.test(text.slice(at + 1, at + 3))) {
    say(scan, 'минус')
    return
  }
  const next = text.charAt(at + 1)
  if (/[а-яёa-z\d]/i.test(previous) && /[а-яёa-z\d]/i.test(next)) {
    if (/[а-яё]/i.test(previous) && /[а-яё]/i.test(next)) out.text('-')
    else out.space()
    return
  }
  out.space()
  if (previous !== '') out.text('— ')
  endClause(scan)
}

/** A unit sign without a number, a letter of another script, or something that cannot be spoken: reported. */
function speakStray(scan: Scan, symbol: string, at: number): void {
  const { out } = scan
  const unit = unitNouns.get(symbol)
  if (unit !== undefined) {
    say(scan, unit.many[1] ?? unit.one[nominative]!)
    return
  }
  const part = vulgarFractions.get(symbol)
  if (part !== undefined) {
    scan.out.word(spellFraction(part[0], part[1], askedCase(scan) ?? nominative))
    return
  }
  const plain = symbol.normalize('NFKC')
  if (plain !== symbol && plain.length <= 8 && /^[\dA-Za-zА-Яа-яЁё/⁄]+$/.test(plain)) {
    out.word([...plain].map(part => simple(part)).join(' '))
    return
  }
  if (/\p{L}/u.test(symbol) && !/\p{Script=Latin}/u.test(symbol)) out.text(symbol)
  if (/\S/.test(symbol)) out.report(/\p{N}/u.test(symbol) ? 'digits' : /\p{Script=Latin}/u.test(symbol) ? 'latin' : 'symbol', symbol, at)
}

const vulgarFractions: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
])
const digitNames = ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять']
function simple(part: string): string {
  if (part === '⁄' || part === '/') return 'дробь'
  if (/\d/.test(part)) return digitNames[Number(part)]!
  return /[a-z]/i.test(part) ? (letterNames[part.toLowerCase()] ?? '') : part
}
