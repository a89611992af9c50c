/** Bytes of a text in UTF-8; a lone surrogate counts as three. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x80) continue
    if (code < 0x800) bytes += 1
    else if (code >= 0xd800 && code <= 0xdbff && isLowSurrogate(text.charCodeAt(index + 1))) {
      bytes += 2
      index++
    } else bytes += 2
  }
  return bytes
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

const unreserved = /[A-Za-z0-9\-_.*]/

/** Length of a text in an `application/x-www-form-urlencoded` body: a space is one character, a Cyrillic letter six. */
export function urlencodedLength(text: string): number {
  let length = 0
  for (const character of text) length += character === ' ' || unreserved.test(character) ? 1 : utf8Length(character) * 3
  return length
}
