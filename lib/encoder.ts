import type { Encoder } from './compile/assemble-rendition.ts'
import { digestWithout } from './digest.ts'

/** Bytes of Node's kind for what the compiler assembles. */
export const encoder: Encoder<Buffer> = {
  encode: text => Buffer.from(text),
  join: pieces => Buffer.concat(pieces),
  digest: digestWithout,
}
