import { agree } from './agreement.ts'
import { spellCardinal } from './cardinals.ts'
import { genitive, nominative } from './grammar.ts'
import { askedCase, matchAt, remember, rememberNumber, type Scan } from './scan.ts'
import { speakQuantity } from './speak-quantity.ts'

const orMore = /\d[\d \u00a0]{0,14}(?:[ \u00a0](?:тыс|млн|млрд)\.?)?\+(?=[ \u00a0](?:[а-яё]{3}|[₽$€]))/iy
const comparative = new Set(['более', 'больше', 'свыше', 'от', 'около', 'почти', 'уже', 'минимум'])

/** "100+ партнёров" → "более ста партнёров", "в 100+ городах" → "в более чем ста городах". Returns whether it has spoken. */
export function speakOrMore(scan: Scan): boolean {
  const match = matchAt(orMore, scan.text, scan.at)
  if (match === null) return false
  const end = scan.at + match[0].length
  const asked = askedCase(scan)
  if (!comparative.has(scan.before)) {
    if (asked === null || asked === nominative) {
      scan.out.word('более')
      remember(scan, 'более')
    } else scan.out.word('более чем')
  } else if (asked !== genitive) {
    scan.out.word('более')
    remember(scan, 'более')
  }
  const plain = /^[\d \u00a0]+\+$/.test(match[0]) && /^[ \u00a0][а-яё]/i.test(scan.text.slice(end, end + 2))
  if (plain) speakPlain(scan, Number(match[0].replace(/\D/g, '')), end)
  else speakQuantity(scan)
  if (scan.at === end - 1) scan.at = end
  // "более" was said for this number only: one joined to it has its own.
  if (asked === null) scan.lastCase = nominative
  return true
}

/** A number without a unit agrees with the noun behind the sign. */
function speakPlain(scan: Scan, value: number, end: number): void {
  const { inCase, gender, animate } = agree(scan.text, end, value, askedCase(scan))
  scan.out.word(spellCardinal(value, inCase, gender, animate))
  scan.at = end
  rememberNumber(scan, inCase)
}
