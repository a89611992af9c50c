import { PieceWriter } from '../piece-writer.ts'
import type { Spoken } from '../pieces.ts'
import type { Scan } from './scan.ts'
import { speakCode, speakVersion } from './speak-code.ts'
import { speakLatin, speakWithDigits } from './speak-latin.ts'
import { speakMoment } from './speak-moment.ts'
import { speakOrMore } from './speak-or-more.ts'
import { speakOrdinal } from './speak-ordinal.ts'
import { speakQuantity } from './speak-quantity.ts'
import { speakSymbol } from './speak-symbol.ts'
import { speakWord } from './speak-word.ts'

const isSpace = (code: number) =>
  code === 32 || code === 160 || (code >= 9 && code <= 13) || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000
const isDigit = (code: number) => code >= 48 && code <= 57
const isCyrillic = (code: number) => (code >= 0x410 && code <= 0x44f) || code === 0x401 || code === 0x451
const isLatin = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)

/** A Russian text as it is spoken, in one pass: every step looks ahead a bounded distance, so the time is linear in the length. */
export function speakRussian(text: string): Spoken {
  const out = new PieceWriter()
  const scan: Scan = { text, at: 0, out, before: '', label: '', lastCase: null, wordsSince: 0 }
  while (scan.at < text.length) {
    const code = text.charCodeAt(scan.at)
    if (isCyrillic(code)) speakWord(scan)
    else if (isSpace(code)) {
      out.space()
      scan.at++
    } else if (isDigit(code)) speakNumber(scan)
    else if (isLatin(code)) speakLatin(scan)
    else speakSymbol(scan)
  }
  return out.finish()
}

function speakNumber(scan: Scan): void {
  if (!speakWithDigits(scan) && !speakCode(scan) && !speakMoment(scan) && !speakVersion(scan) && !speakOrdinal(scan) && !speakOrMore(scan))
    speakQuantity(scan)
  const next = scan.text.charCodeAt(scan.at)
  if (isCyrillic(next) || isLatin(next)) scan.out.space()
}
