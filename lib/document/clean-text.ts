// What XML 1.0 `Char` leaves out (https://www.w3.org/TR/xml/#charsets): control characters, lone surrogates, U+FFFE, U+FFFF; also the C1
// controls, which XML discourages, and U+FEFF, which is a byte order mark. The flag u makes \p{Cs} match surrogates without a partner only.
const notAllowed = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFEFF\uFFFE\uFFFF]/gu
const suspicious = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFEFF\uFFFE\uFFFF]/u

/**
 * Text without what no channel can carry. Such characters are removed and not refused: they are invisible, come in by paste from office
 * programs, and an editor could not find them. Line ends become "\n".
 */
export function cleanText(text: string): string {
  return suspicious.test(text) ? text.replace(/\r\n?/g, '\n').replace(notAllowed, '') : text
}

/** `cleanText` on one line: tabs and line ends become spaces, as a browser shows them. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\t\n]/g, ' ')
}

/** An attribute such as a caption: one line, single spaces, nothing at the edges. */
export function cleanAttribute(text: string): string {
  return cleanLine(text).replace(/ {2,}/g, ' ').replace(/^ | $/g, '')
}
