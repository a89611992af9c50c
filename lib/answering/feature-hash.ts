/** Prime and beginning of FNV-1a (32 bits). */
const prime = 0x01000193
const beginning = 0x811c9dc5 | 0

/** A word as 32 bits. Among a million features some hundred share theirs with another, which costs nothing that can be measured. */
export function hashWord(word: string): number {
  let hash = beginning
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime)
  return mix(hash ^ word.length)
}

/** A piece of `length` letters of a text as 32 bits, apart from the words of the same letters. */
export function hashPart(text: string, from: number, length: number): number {
  let hash = beginning ^ 0x3c6ef372
  for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return mix(hash ^ (length << 16))
}

/** A text as a whole number of 53 bits: no two phrasings of a base share theirs. */
export function hashPhrasing(text: string): number {
  let other = beginning ^ 0x1b873593
  for (let at = text.length - 1; at >= 0; at--) other = Math.imul(other ^ text.charCodeAt(at), prime)
  return (hashWord(text) >>> 0) * 2 ** 21 + (mix(other) >>> 11)
}

/** Spreads what the last letters changed over all bits (the end of MurmurHash3). */
function mix(given: number): number {
  let hash = given
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
