/** Words that end with a full stop inside a sentence (CHANNELS.md §0.5); lower case. */
const abbreviations = new Set(
  (
    'ул д корп стр кв г гг обл р-н п пп ст ч рис см руб коп тыс млн млрд т др проч им тел доб эт р пр пл пер просп наб оф каб ' +
    'мин сек ч дн нед мес раб напр букв сокр англ рус лат тж e.g i.e etc mr mrs ms dr st vs no fig approx'
  ).split(' '),
)
/** An end of sentence: the marks, closing quotes and brackets, white space, and the start of something new. */
const sentenceEnd = /(?<![.!?…])[.!?…]+["'»”)\]]*[ \n]+(?=["'«“([\-—–•]?\s?[\p{Lu}\p{N}•])/gu
const clauseEnd = /[;:][ \n]+|\n+| [—–] |, /g
const wordEnd = /[ \n]+/g
const graphemes = new Intl.Segmenter('ru', { granularity: 'grapheme' })

/** Where the sentences of a text begin, the first at 0. Abbreviations ("ул. Ленина") and initials do not end one. */
export function sentenceStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(sentenceEnd)) {
    if (match[0].startsWith('.') && endsWithAbbreviation(text, match.index)) continue
    starts.push(match.index + match[0].length)
  }
  return starts
}

function endsWithAbbreviation(text: string, dot: number): boolean {
  let from = dot
  while (from > 0 && /[\p{L}.-]/u.test(text.charAt(from - 1))) from--
  const word = text.slice(from, dot).toLowerCase()
  if (word.length === 1) return /\p{L}/u.test(word)
  return abbreviations.has(word) || abbreviations.has(word.slice(word.lastIndexOf('.') + 1)) || /^(\p{L}\.)+\p{L}$/u.test(word)
}

/** A cut further than this share of the room is good enough to stop looking for a finer one. */
const goodShare = 1 / 3

/**
 * Where to cut a text so that the first part has at most `max` UTF-16 units: after a sentence, else a clause, else a word, else a grapheme. Never
 * inside one of `atoms` (links, facts, code) unless one is longer than `max` itself. White space stays with the first part. 0 < result ≤ max.
 */
export function cutText(text: string, max: number, atoms: readonly (readonly [from: number, to: number])[] = []): number {
  if (text.length <= max) return text.length
  const allowed = (at: number) => at > 0 && at <= max && !atoms.some(([from, to]) => from < at && at < to)
  const good = Math.floor(max * goodShare)
  const sentence =
    sentenceStarts(text.slice(0, max + 200))
      .filter(allowed)
      .at(-1) ?? 0
  if (sentence > good) return sentence
  const window = text.slice(0, max + 1)
  const clause = lastEnd(window, clauseEnd, allowed)
  if (clause > good) return clause
  const word = lastEnd(window, wordEnd, allowed)
  if (word > 0) return word
  return cutGrapheme(text, max)
}

function lastEnd(text: string, pattern: RegExp, allowed: (at: number) => boolean): number {
  let last = 0
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length
    if (allowed(end)) last = end
  }
  return last
}

function cutGrapheme(text: string, max: number): number {
  const start = graphemes.segment(text).containing(max)?.index ?? 0
  if (start > 0) return start
  const code = text.charCodeAt(max)
  return code >= 0xdc00 && code <= 0xdfff && max > 1 ? max - 1 : max
}

/** A label shortened to `max` UTF-16 units with "…" at its end: after a word where a good part of the label stays, else after a grapheme. */
export function shortenLabel(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, Math.min(cutGrapheme(text, max - 1), max - 1))
  const word = text.charAt(cut.length) === ' ' ? cut.length : cut.lastIndexOf(' ')
  return `${(word > max / 2 ? cut.slice(0, word) : cut).trimEnd()}…`
}
