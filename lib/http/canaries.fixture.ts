/** For tests: made-up words that stand where nobody outside may read, and the search for them. */

const syllables = ['ба', 'ви', 'го', 'ду', 'зы', 'ка', 'ли', 'мо', 'ну', 'пы', 'ра', 'си', 'то', 'бу', 'вы', 'га', 'ди', 'зо', 'ку', 'лы']
const latin = ['ba', 'vi', 'go', 'du', 'zy', 'ka', 'li', 'mo', 'nu', 'py', 'ra', 'si', 'to', 'bu', 'vy', 'ga', 'di', 'zo', 'ku', 'ly']
const letters: Record<string, string> = { website: 'в', chatbot: 'ч', ivr: 'и', agent: 'а', operator: 'о' }

/**
 * Where a word may be read. `secret`: nowhere outside. `only`: in the channels named. `past`: in what was said earlier (as-of reads), nowhere in what is said
 * now.
 */
export interface Canaries {
  /** A new word that nobody outside may read; `where` is said when it leaks. */
  secret(where: string): string
  /** The same in ASCII: for slugs, tags, keys. */
  secretName(where: string): string
  only(channels: readonly string[]): string
  past(where: string): string
  /** Something that is secret as it is: the id of an internal article, of a picture. */
  forbid(text: string, where: string): void
  /** Every word in `text` that a reader of `channel` (null: of everything public) may not see, with the place where it stood. */
  findIn(text: string, channel: string | null, isPast: boolean): string[]
}

/** An empty collection of words. Words are letters only: renderers escape, speak and transliterate everything else. */
export function openCanaries(): Canaries {
  const places = new Map<string, string>()
  const forbidden = new Map<string, string>()
  let pattern: RegExp | null = null
  let count = 0
  const next = (parts: string[]) => {
    count += 1
    return [8000, 400, 20, 1].map(weight => parts[Math.floor(count / weight) % 20]).join('')
  }
  const noted = (word: string, where: string) => {
    places.set(word, where)
    return word
  }
  return {
    secret: where => noted(`жмых${next(syllables)}`, where),
    secretName: where => noted(`zhmyh${next(latin)}`, where),
    only: channels => `щурб${channels.map(channel => letters[channel]).join('')}й`,
    past: where => noted(`быль${next(syllables)}`, where),
    forbid(text, where) {
      forbidden.set(text, where)
      pattern = null
    },
    findIn(given, channel, isPast) {
      const text = given.replaceAll(/\u0301|[\u00AD\u200B-\u200D\u2060]/g, '')
      const found: string[] = []
      for (const [word] of text.matchAll(/жмых[а-яё]*|(?-i:zhmyk?h[a-z]{8})/gi)) found.push(`${word}: ${places.get(word.toLowerCase())}`)
      if (!isPast) for (const [word] of text.matchAll(/быль[а-я]{8}/gi)) found.push(`${word}: ${places.get(word.toLowerCase())}`)
      for (const [word, allowed = ''] of text.matchAll(/щурб([вчиао]+)й/gi)) {
        if (!allowed.toLowerCase().includes(letters[channel ?? ''] ?? '?')) found.push(`${word}: for other channels`)
      }
      if (forbidden.size > 0) {
        pattern ??= new RegExp([...forbidden.keys()].join('|'), 'g')
        for (const [word] of text.matchAll(pattern)) found.push(`${word}: ${forbidden.get(word)}`)
      }
      return found
    },
  }
}
