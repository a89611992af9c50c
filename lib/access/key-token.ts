import { hash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const idLength = 12
/** 32 characters of base62 are 190 bits. */
const randomLength = 32
const checksumLength = 6
const shape = /^istok_([0-9A-Za-z]{12})_([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/

/** A new API key: `istok_<id>_<secret>`. The prefix and the checksum in the last six characters let scanners find leaked keys without asking us. */
export function makeKey(): { id: string; token: string } {
  const id = randomWord(idLength)
  const random = randomWord(randomLength)
  return { id, token: `istok_${id}_${random}${checksumOf(id, random)}` }
}

/** False for a word that begins like a key of ours and was mistyped or made up; nothing has to be looked up for it. */
export function isKeyShaped(token: string): boolean {
  const [, id, random, checksum] = shape.exec(token) ?? []
  return id !== undefined && random !== undefined && checksumOf(id, random) === checksum
}

/** What is stored of a key. */
export function hashOfKey(token: string): string {
  return hash('sha256', token, 'base64url')
}

function randomWord(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** CRC-32 in base62, as GitHub does for its tokens. */
function checksumOf(id: string, random: string): string {
  let rest = crc32(`${id}${random}`)
  let word = ''
  for (let index = 0; index < checksumLength; index += 1) {
    word = `${alphabet[rest % alphabet.length]}${word}`
    rest = Math.floor(rest / alphabet.length)
  }
  return word
}
