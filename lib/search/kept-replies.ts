import { LRUCache } from 'lru-cache'

/** What remembers that a question was asked once: places by hash, many times as many as replies are kept, since two questions of one place forget each other. */
const places = 65_536

/**
 * Replies to questions that come again. A question is kept when it is asked for the second time: most never come again, and keeping each would cost more
 * in collecting garbage than it saves.
 */
export class KeptReplies<Reply extends {}> {
  readonly #kept: LRUCache<string, Reply>
  readonly #asked = new Int32Array(places)

  /** Keeps at most so many. */
  constructor(most: number) {
    this.#kept = new LRUCache({ max: most })
  }

  find(key: string): Reply | undefined {
    return this.#kept.get(key)
  }

  keep(key: string, reply: Reply): void {
    const hash = hashOf(key)
    const place = hash & (places - 1)
    if (this.#asked[place] === hash) this.#kept.set(key, reply)
    else this.#asked[place] = hash
  }
}

/** Never 0. */
function hashOf(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 1
}
