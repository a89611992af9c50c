import { PieceWriter } from '../piece-writer.ts'
import type { Spoken } from '../pieces.ts'
import { abbreviations, acronyms, emphasised } from './lexicon.ts'
import { spellDigits, spellNumber } from './numbers.ts'
import { matchAt, type Scan } from './scan.ts'
import { speakCalendar } from './speak-calendar.ts'
import { speakCode, speakNumber, speakQuantity } from './speak-number.ts'
import { speakRoman, speakTimesSign } from './speak-roman.ts'
import { currencies, currencyMarks } from './units.ts'

const isSpace = (code: number) =>
  code === 32 || code === 160 || (code >= 9 && code <= 13) || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000
const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)

/** An English text as it is spoken, in one pass and in time linear in its length. */
export function speakEnglish(text: string): Spoken {
  const scan: Scan = { text, at: 0, out: new PieceWriter(), before: '' }
  while (scan.at < text.length) {
    const code = text.charCodeAt(scan.at)
    if (isLetter(code)) speakWord(scan)
    else if (isSpace(code)) {
      scan.out.space()
      scan.at++
    } else if (isDigit(code)) {
      speakNumber(scan)
      if (isLetter(text.charCodeAt(scan.at)) && text.charAt(scan.at - 1) !== '-') scan.out.space()
    } else speakSymbol(scan)
  }
  return scan.out.finish()
}

const word = /[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+){0,4}/y
const shortened = /(?:e\.g|i\.e|a\.m|p\.m|p\.a|[A-Za-z]{1,6})\./iy
const zones = 'ru|com|org|net|info|biz|su|io|app|dev|online|site|bank|pro|me|tv|kz|by|uz|am|ge|de|eu|uk|cn|us|travel|shop|store|go'
const address = new RegExp(
  `(?:https?://|www\\.)([^\\s<>"'()/?#:]{1,253})(?::\\d{1,5})?(?:[/?#][^\\s<>"]{0,500})?|((?:[a-z0-9-]{1,63}\\.){1,4}(?:${zones}))(?![a-z0-9-])(?:/[^\\s<>"()]{0,500})?`,
  'iy',
)
const email = /[a-z0-9](?:[\w.+-]{0,62}\w)?@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}/iy

function speakWord(scan: Scan): void {
  const { text, at, out } = scan
  if (speakAddress(scan) || speakCalendar(scan) || speakShortened(scan)) return
  if (speakCodeBefore(scan) || speakRoman(scan) || speakTimesSign(scan)) return
  const found = matchAt(word, text, at)![0]
  scan.at = at + found.length
  scan.before = found.toLowerCase()
  if (found.includes('-') && !acronyms.has(found)) {
    let from = at
    for (const part of found.split(/(-)/)) {
      if (part === '-') out.text('-')
      else if (part !== '') speakPart(scan, part, from)
      from += part.length
    }
  } else speakPart(scan, found, at)
}

const codeBefore = /([A-Z]{3})[ \u00a0]?(?=\d)/y

/** "RUB 500" is said as "500 RUB"; "the rate of USD 92" is not 92 dollars. */
function speakCodeBefore(scan: Scan): boolean {
  const [found = '', code = ''] = matchAt(codeBefore, scan.text, scan.at) ?? []
  if (!currencies.has(code) || rates.test(scan.text.slice(Math.max(0, scan.at - 9), scan.at))) return false
  scan.at += found.length
  speakQuantity(scan, code.toLowerCase())
  return true
}
const rates = /\brate (?:of )?$/i

function speakPart(scan: Scan, part: string, from: number): void {
  const alias = acronyms.get(part)
  if (alias !== undefined && alias !== part) {
    scan.out.sub(part, alias)
    return
  }
  if (speakPlural(scan, part)) return
  if (
    alias === undefined &&
    part.length > 1 &&
    part.length <= 5 &&
    part === part.toUpperCase() &&
    !emphasised.has(part) &&
    /^[A-Z]+$/.test(part)
  ) {
    scan.out.report('abbreviation', part, from)
    scan.out.sub(part, [...part].join(' '))
    return
  }
  scan.out.text(part)
}

/** "ATMs", "SMSs", "PINs", "the ATM's fee". */
function speakPlural(scan: Scan, part: string): boolean {
  const ending = plural.exec(part)
  const alias = ending === null ? undefined : acronyms.get(ending[1]!)
  if (alias === undefined) return false
  // Letter names take an apostrophe: a voice reads "Ms" as "miz".
  const isWord = !alias.includes(' ')
  const tail = isWord && ending![2] === 's' ? 's' : "'s"
  const hissing = !isWord && ending![2] === 's' && alias.endsWith(' S')
  scan.out.sub(part, hissing ? `${alias.slice(0, -1)}esses` : alias + tail)
  return true
}
const plural = /^([A-Z]{2,6})('s|’s|s)$/

function speakShortened(scan: Scan): boolean {
  const match = matchAt(shortened, scan.text, scan.at)
  if (match === null) return false
  const key = match[0].slice(0, -1).toLowerCase()
  const spoken = abbreviations.get(key)
  const after = scan.text.slice(shortened.lastIndex, shortened.lastIndex + 3)
  if (
    spoken === undefined ||
    (numbered.has(key) && !/^ ?[\d(]/.test(after)) ||
    (key.length > 2 && titles.has(key) && !/^ [A-Z]/.test(after))
  )
    return false
  const isSaint = key === 'st' && /^ [A-Z]/.test(after) && !/[A-Z][a-z]+ $/.test(scan.text.slice(Math.max(0, scan.at - 20), scan.at))
  scan.out.text(isSaint ? 'Saint' : spoken)
  scan.at += match[0].length
  scan.before = spoken
  if (ending.has(key) && /^$|^\s[A-Z]|^\s*$/.test(after)) scan.out.text('.')
  return true
}
const numbered = new Set(['no', 'nos', 'p', 'pp', 'art', 'sec', 'fig', 'apt', 'ext', 'fl'])
const titles = new Set(['mrs'])
const ending = new Set(['etc', 'inc', 'ltd', 'p.a'])

/** Hosts and mailboxes: words as they are, dots said aloud, the path dropped. */
function speakAddress(scan: Scan): boolean {
  const mail = matchAt(email, scan.text, scan.at)
  if (mail !== null) return writeAddress(scan, mail[0], mail[0])
  const match = matchAt(address, scan.text, scan.at)
  if (match === null) return false
  const name = (match[1] ?? match[2])!.replace(/[.,;:!?]+$/, '').replace(/^www\./i, '')
  return name !== '' && writeAddress(scan, match[0].replace(/[.,;:!?)]+$/, ''), name)
}

function writeAddress(scan: Scan, written: string, name: string): boolean {
  const words = (name.match(/[a-z\u00c0-\u024f]+|\d+|[.@_+-]/giu) ?? []).map(part => addressPart(part))
  if (words.length === 0) return false
  scan.out.space()
  scan.out.sub(written, words.join(' '))
  scan.at += written.length
  scan.before = 'site'
  return true
}

const addressSigns: Readonly<Record<string, string>> = { '.': 'dot', '@': 'at', _: 'underscore', '+': 'plus', '-': 'dash' }
function addressPart(part: string): string {
  const sign = addressSigns[part]
  if (sign !== undefined) return sign
  if (/^\d/.test(part)) return spellDigits(part)
  return part.length === 2 && !['go', 'me', 'my'].includes(part.toLowerCase()) ? [...part.toLowerCase()].join(' ') : part.toLowerCase()
}

const words = new Map([
  ['&', 'and'],
  ['+', 'plus'],
  ['=', 'equals'],
  ['×', 'by'],
  ['±', 'plus or minus'],
  ['@', 'at'],
  ['№', 'number'],
  ['%', 'percent'],
  ['§', 'section'],
  ['≥', 'at least'],
  ['≤', 'at most'],
  ['≈', 'about'],
  ['/', 'or'],
  ['°', 'degrees'],
])
/** Silent, but what stands on both sides are two words. */
const dividing = new Set('{}_|\\^~*#')
const dropped = new Set([...'«»"“”„\'’‘`®©™‹›\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301\ufe0f'])
const starCode = /[*#][\d*#]{1,40}/y
const masked = /(?:[*•]{2,4}[ \u00a0]?){1,4}(\d{4})(?!\d)/y

function speakSymbol(scan: Scan): void {
  const { text, at, out } = scan
  const symbol = String.fromCodePoint(text.codePointAt(at)!)
  if (',.;:!?…'.includes(symbol)) {
    scan.at++
    out.text(symbol)
    scan.before = ''
    return
  }
  if ((symbol === '*' || symbol === '#' || symbol === '•') && speakStarCode(scan)) return
  const next = text.charAt(at + 1)
  if ((symbol === '+' || symbol === '(') && /\d/.test(next) && speakCode(scan)) return
  if (currencyMarks.has(symbol) && speakCurrency(scan, symbol, /\d/.test(next))) return
  scan.at = at + symbol.length
  if (speakPause(scan, symbol, at)) return
  if (symbol === '#' && /\d/.test(next)) say(scan, 'number')
  else if ((symbol === '<' || symbol === '>') && /^ ?\d/.test(text.slice(at + 1, at + 3)))
    say(scan, symbol === '<' ? 'less than' : 'more than')
  else if (symbol === '~' && /^ ?\d/.test(text.slice(at + 1, at + 3))) say(scan, 'about')
  else if (symbol === '/' && scan.before === 'and' && text.startsWith('or', at + 1)) out.space()
  else if (words.has(symbol)) sayOnce(scan, symbol)
  else if (symbol === '→' || symbol === '>' || symbol === '•' || symbol === '·' || symbol === '⇒' || symbol === '➔') out.pause()
  else if (dividing.has(symbol)) out.space()
  else if (!dropped.has(symbol)) speakStray(scan, symbol, at)
}

/** "&&" is one "and". */
function sayOnce(scan: Scan, symbol: string): void {
  while (scan.text.charAt(scan.at) === symbol) scan.at++
  say(scan, words.get(symbol)!)
}

function say(scan: Scan, spoken: string): void {
  scan.out.word(spoken)
  scan.out.space()
  scan.before = spoken
}

function speakCurrency(scan: Scan, symbol: string, beforeNumber: boolean): boolean {
  scan.at += symbol.length
  if (beforeNumber) speakQuantity(scan, symbol)
  else say(scan, currencies.get(currencyMarks.get(symbol)!)!.whole[1])
  return true
}

/** "*100#" → "star one hundred hash"; the hidden part of a card number is left out. */
function speakStarCode(scan: Scan): boolean {
  const hidden = matchAt(masked, scan.text, scan.at)
  if (hidden !== null) {
    scan.out.word(spellDigits(hidden[1]!))
    scan.at = masked.lastIndex
    return true
  }
  const match = matchAt(starCode, scan.text, scan.at)
  if (match === null || !/\d/.test(match[0]) || /^#\d+$/.test(match[0])) return false
  for (const part of match[0].match(/\d+|[*#]/g)!) {
    scan.out.word(
      part === '*'
        ? 'star'
        : part === '#'
          ? 'hash'
          : part.length > 3 || part.startsWith('0')
            ? spellDigits(part)
            : spellNumber(Number(part)),
    )
  }
  scan.at = starCode.lastIndex
  scan.before = '0'
  return true
}

function speakPause(scan: Scan, symbol: string, at: number): boolean {
  const { text, out } = scan
  const next = text.charAt(at + 1)
  if (symbol === '(' || symbol === '[' || symbol === ')' || symbol === ']') {
    if (symbol === '(' || symbol === '[' || /^ ?[a-z\d]/i.test(text.slice(at + 1, at + 3))) out.pause()
    return true
  }
  if (symbol !== '-' && symbol !== '–' && symbol !== '—' && symbol !== '−' && symbol !== '‑') return false
  const previous = text.charAt(at - 1)
  if (/\d/.test(next) && symbol !== '—' && (symbol === '−' || at === 0 || /[\s(:,]/.test(previous))) say(scan, 'minus')
  else if (/\w/.test(previous) && /\w/.test(next)) out.space()
  else {
    out.space()
    if (previous !== '') out.text('— ')
  }
  return true
}

const parts: Readonly<Record<string, readonly [alone: string, after: string]>> = {
  '½': ['one half', 'a half'],
  '¼': ['one quarter', 'a quarter'],
  '¾': ['three quarters', 'three quarters'],
}
function speakStray(scan: Scan, symbol: string, at: number): void {
  const part = parts[symbol]
  if (part !== undefined) {
    scan.out.word(/\d/.test(scan.text.charAt(at - 1)) ? `and ${part[1]}` : part[0])
    return
  }
  const plain = symbol.normalize('NFKC')
  if (plain !== symbol && plain.length <= 8 && /^[\dA-Za-z/⁄]+$/.test(plain)) {
    scan.out.word([...plain].map(part => (/\d/.test(part) ? spellDigits(part) : part === '⁄' || part === '/' ? 'over' : part)).join(' '))
    return
  }
  if (/\p{L}/u.test(symbol)) scan.out.text(symbol)
  if (/\S/.test(symbol)) scan.out.report(/\p{N}/u.test(symbol) ? 'digits' : 'symbol', symbol, at)
}
