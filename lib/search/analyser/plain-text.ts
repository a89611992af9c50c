/**
 * Texts of Latin, Cyrillic and usual punctuation, which is nearly all that there is, are read sign by sign: a regular expression with Unicode classes takes
 * ten times as long. Everything else is left to it.
 */

/** Signs up to here are looked up; usual punctuation lies between 0x2010 and 0x2122. */
const tableEnd = 0x500
const letter = 1
const digit = 2
const strange = 4

const table = new Uint8Array(tableEnd)
for (let code = 0; code < tableEnd; code++) {
  const sign = String.fromCharCode(code)
  if (/\p{L}/u.test(sign)) table[code] = letter
  else if (/\p{N}/u.test(sign)) table[code] = digit
  else if (/[\p{M}\u00ad]/u.test(sign)) table[code] = strange
}

const apostrophe = 0x27
const curlyApostrophe = 0x2019

/** Whether every sign of the text is one that is read here. */
export function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < tableEnd ? table[code] === strange : !isPlainPunctuation(code)) return false
  }
  return true
}

/** Dashes, quotation marks, bullets, the ellipsis, №, arrows, thin and narrow spaces, currencies: none of them stands in a word. */
function isPlainPunctuation(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2029) || code === 0x202f || (code >= 0x2030 && code <= 0x205e) || isPlainSymbol(code)
}

function isPlainSymbol(code: number): boolean {
  return (code >= 0x20a0 && code <= 0x20bf) || code === 0x2116 || (code >= 0x2190 && code <= 0x21ff)
}

/** A letter or a number. */
export function isPlainWordSign(code: number): boolean {
  return code < tableEnd && (table[code]! & (letter | digit)) !== 0
}

/** Where the word or compound ends that begins at `at`, and of how many parts it is. */
export function plainWordEnd(text: string, at: number): { end: number; parts: number } {
  let parts = 1
  let end = at + 1
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (isPlainWordSign(code)) continue
    const next = text.charCodeAt(end + 1)
    if (code === apostrophe || code === curlyApostrophe) {
      if (!(next < tableEnd && table[next] === letter)) break
    } else if (isJoint(code) && isPlainWordSign(next)) parts++
    else break
  }
  return { end, parts }
}

/** What may stand between the parts of a compound: - ‐ ‑ ‒ – — _ . , / */
function isJoint(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2014) || code === 0x5f || code === 0x2e || code === 0x2c || code === 0x2f
}
