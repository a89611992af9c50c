import { genitive } from './grammar.ts'
import { letterNames, lexicon } from './lexicon.ts'
import { currencies } from './money.ts'
import { matchAt, remember, type Scan } from './scan.ts'
import { speakAddress } from './speak-address.ts'
import { speakQuantity } from './speak-quantity.ts'
import { speakRoman } from './speak-roman.ts'
import { asCyrillic, transliterate } from './transliterate.ts'

const latinWord = /[A-Za-z\u00c0-\u024f]+(?:['’‑-][A-Za-z\u00c0-\u024f]+){0,3}/y
const latinWithDigits = /(?:\d{1,2}[A-Za-z]{1,6}|[A-Za-z]{1,6}\d{1,2})(?![A-Za-z\d])/y
const cyrillic = /[а-яё]/i
const codeBefore = /([A-Z]{3})[ \u00a0]?(?=\d)/y

/** A Latin word at the scan's position: an address, a lexicon entry, a mistyped Cyrillic letter, or a guess that is reported. */
export function speakLatin(scan: Scan): void {
  if (speakCodeBefore(scan) || speakAddress(scan) || speakWithDigits(scan) || speakRoman(scan) || speakMistyped(scan)) return
  const word = matchAt(latinWord, scan.text, scan.at)![0]
  const { at } = scan
  if (!speakEntry(scan, word)) {
    let from = at
    for (const part of word.split(/(['’‑-])/)) {
      if (part === '-' || part === '‑') scan.out.text(' ')
      else if (part.length > 0 && part !== "'" && part !== '’') speakPart(scan, part, from)
      from += part.length
    }
  }
  scan.at = at + word.length
  remember(scan, word.toLowerCase())
  // "QR-код" is read as two words.
  if (scan.text.charCodeAt(scan.at) === 45 && cyrillic.test(scan.text.charAt(scan.at + 1))) {
    scan.out.text(joined.has(word.toLowerCase()) ? '-' : ' ')
    scan.at++
  }
}

/** "RUB 500" is said as "500 RUB"; "курс USD 92" is not 92 dollars. */
function speakCodeBefore(scan: Scan): boolean {
  const [found = '', code = ''] = matchAt(codeBefore, scan.text, scan.at) ?? []
  const currency = currencies.get(code)
  if (currency === undefined) return false
  if (scan.before.startsWith('курс')) {
    scan.out.sub(code, currency.whole.one[genitive]!)
    scan.at += code.length
    remember(scan, code.toLowerCase())
    return true
  }
  scan.at += found.length
  speakQuantity(scan, code.toLowerCase())
  return true
}

const joined = new Set(['sms', 'pin', 'sim', 'push', 'web', 'email', 'vip', 'online', 'mail', 'wi-fi', 'esim'])

function speakEntry(scan: Scan, word: string): boolean {
  const alias = lexicon.get(word.toLowerCase().replaceAll('‑', '-'))
  if (alias === undefined) return false
  scan.out.sub(word, alias)
  return true
}

function speakPart(scan: Scan, part: string, from: number): void {
  if (speakEntry(scan, part)) return
  const spelled = part.length <= 2 || (part.length <= 5 && part === part.toUpperCase())
  const alias = spelled ? spell(part) : transliterate(part)
  if (part.length > 1) scan.out.report('latin', part, from)
  if (alias !== '') scan.out.sub(part, alias)
}

function spell(part: string): string {
  return [...part.toLowerCase()].map(letter => letterNames[letter] ?? transliterate(letter)).join(' ')
}

/** "3D", "2FA", "MP3": one entry of the lexicon with a digit in it. Returns whether it has spoken. */
export function speakWithDigits(scan: Scan): boolean {
  const match = matchAt(latinWithDigits, scan.text, scan.at)
  if (match === null || !lexicon.has(match[0].toLowerCase())) return false
  scan.out.space()
  speakEntry(scan, match[0])
  scan.at += match[0].length
  remember(scan, match[0].toLowerCase())
  return true
}

/** A Latin letter that looks like a Russian one, typed inside a Russian word or as a one-letter preposition. */
function speakMistyped(scan: Scan): boolean {
  const { text, at } = scan
  const letters = matchAt(letterRun, text, at)![0]
  const before = cyrillic.test(text.charAt(at - 1))
  const after = cyrillic.test(text.charAt(at + letters.length))
  if (!before && !after && !(letters.length === 1 && 'coay'.includes(letters) && /^[ \u00a0][а-яё\d]/i.test(text.slice(at + 1, at + 3))))
    return false
  const twin = asCyrillic(letters)
  if (twin === null) return false
  scan.out.text(twin)
  scan.at += letters.length
  scan.before = twin
  return true
}
const letterRun = /[A-Za-z\u00c0-\u024f]+/y
