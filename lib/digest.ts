import { createHash, hash } from 'node:crypto'

/** "sha256-" and the digest of a text in base64url, as hashes are written everywhere in Istok. */
export function digest(text: string): string {
  return `sha256-${hash('sha256', text, 'base64url')}`
}

/** The digest of pieces one after the other, as if the text `without` stood nowhere in them; nothing is left out for an empty one. */
export function digestWithout(pieces: readonly Uint8Array[], without: string): string {
  const sum = createHash('sha256')
  const needle = Buffer.from(without)
  for (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    let from = 0
    for (let at = next(bytes, needle, 0); at >= 0; at = next(bytes, needle, from)) {
      sum.update(bytes.subarray(from, at))
      from = at + needle.length
    }
    sum.update(from === 0 ? bytes : bytes.subarray(from))
  }
  return `sha256-${sum.digest('base64url')}`
}

function next(bytes: Buffer, needle: Buffer, from: number): number {
  return needle.length === 0 ? -1 : bytes.indexOf(needle, from)
}
