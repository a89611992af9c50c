import { foldWord } from './fold.ts'
import { isFunctionWord } from './function-words.ts'
import { isPlainText, isPlainWordSign, plainWordEnd } from './plain-text.ts'
import { stem } from './stem.ts'

/**
 * A word of a text. `from` and `to` are offsets in UTF-16 units in the text as given, `surface` the folded word, `key` that under which its forms meet.
 * `code`: an identifier, compared as a whole (3-НДФЛ, ERR-1024, *100#, a telephone number). `joined`: stands over the parts of a compound beside them.
 */
export interface Token {
  from: number
  to: number
  surface: string
  key: string
  code: boolean
  joined: boolean
  /** Says nothing of the matter (how, для). */
  empty: boolean
}

const phone = /(?<![\p{L}\p{N}])(?:\+?7|8)?[\s\u00a0]?[-(]?\d{3}\)?[-\s\u00a0]?\d{3}[-\s\u00a0–]?\d{2}[-\s\u00a0–]?\d{2}(?![\p{L}\p{N}])/gu
/** What every telephone number has: most texts are spared the look for one. */
const phoneDigits = /\d[\d\s()–-]{8,}\d/
const command = /[*#][*#]?\d{1,8}(?:\*\d{1,20})*#?/g
const wordPart = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060\\ufeff]|['’](?=\\p{L}))*"
const compound = new RegExp(`${wordPart}(?:[-‐‑‒–—_.,/](?=[\\p{L}\\p{N}])${wordPart})*`, 'gu')
const part = new RegExp(wordPart, 'gu')

/** Longest word that is kept, in UTF-16 units; what is longer is cut there. */
const longest = 64

/** The words of a text in its order; never fails. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const taken = takeCodes(text, tokens)
  const isTaken = (from: number, to: number) => taken.some(code => from < code.to && to > code.from)
  if (isPlainText(text)) {
    for (let at = 0; at < text.length; ) {
      if (!isPlainWordSign(text.charCodeAt(at))) {
        at++
        continue
      }
      const { end, parts } = plainWordEnd(text, at)
      if (taken.length === 0 || !isTaken(at, end)) {
        if (parts === 1) tokens.push(word(text.slice(at, end), at))
        else addCompound(text.slice(at, end), at, tokens)
      }
      at = end
    }
  } else {
    for (const match of text.matchAll(compound)) {
      if (!isTaken(match.index, match.index + match[0].length)) addCompound(match[0], match.index, tokens)
    }
  }
  return taken.length === 0 ? tokens : tokens.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Telephone numbers and USSD commands. */
function takeCodes(text: string, tokens: Token[]): Token[] {
  const taken: Token[] = []
  if (phoneDigits.test(text)) {
    for (const match of text.matchAll(phone)) {
      const digits = match[0].replace(/\D/g, '')
      if (digits.length === 10 || (digits.length === 11 && /^[78]/.test(digits)))
        taken.push(code(match[0], match.index, `tel${digits.slice(-10)}`))
    }
  }
  if (/[*#]/.test(text)) {
    for (const match of text.matchAll(command)) {
      if (match[0].length >= 3) taken.push(code(match[0], match.index, match[0].replace(/#$/, '')))
    }
  }
  tokens.push(...taken)
  return taken
}

function code(text: string, from: number, key: string): Token {
  return { from, to: from + text.length, surface: key, key, code: true, joined: false, empty: false }
}

/** A word, or the parts of a compound and, where it is one name (3-НДФЛ, сим-карта, 4.5.3), the whole beside them. */
function addCompound(text: string, from: number, tokens: Token[]): void {
  const first = tokens.length
  for (const match of text.matchAll(part)) tokens.push(word(match[0], from + match.index))
  const parts = tokens.length - first
  if (parts < 2 || parts > 4 || /[,/]/.test(text)) return
  const digits = /\p{N}/u.test(text)
  if (!digits && !/^[^._]*$/.test(text)) return
  if (/^\p{N}+[-–—]\p{N}+$/u.test(text)) return
  const dotted = /^[\p{N}.]+$/u.test(text)
  const surface = foldWord(dotted ? text : text.replace(/[-‐‑‒–—_.]/g, '')).slice(0, longest)
  const key = digits ? surface : stem(surface)
  tokens.splice(first, 0, { from, to: from + text.length, surface, key, code: digits, joined: true, empty: false })
}

interface Analysed {
  surface: string
  key: string
  code: boolean
  empty: boolean
}

/** What is known of words that were met: a base says the same few ten thousand all the time. Above this number all are forgotten. */
const remembered = 50_000
const met = new Map<string, Analysed>()

function word(text: string, from: number): Token {
  let known = met.get(text)
  if (!known) {
    known = analyse(text)
    if (met.size >= remembered) met.clear()
    if (text.length <= longest) met.set(text, known)
  }
  const { surface, key, code, empty } = known
  return { from, to: from + text.length, surface, key, code, joined: false, empty }
}

function analyse(text: string): Analysed {
  const surface = foldWord(text).slice(0, longest)
  const isCode = /\d/.test(surface) && !/^\d+$/.test(surface)
  return { surface, key: stem(surface), code: isCode, empty: isFunctionWord(surface) }
}
