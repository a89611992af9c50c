import { foldWord } from '../analyser/fold.ts'
import { isFunctionWord } from '../analyser/function-words.ts'
import { stem } from '../analyser/stem.ts'
import type { Synonyms } from '../analyser/synonyms.ts'
import { type Token, tokenise } from '../analyser/tokens.ts'
import type { Correction, CorrectionKind, MatchedBy, Option, Query, QueryWord } from '../engine/query.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import { switchLayout } from './layout.ts'
import { type Reading, readAsTyped, readPiece } from './readings.ts'

/** Longest part of a question that is looked at, in UTF-16 units, and the most pieces of it. */
const longest = 1000
const mostPieces = 60
/** The most unknown pieces that are repaired: real questions have fewer, and each may cost milliseconds in a large vocabulary. */
const mostRepaired = 12

/** Which words belong to the family of one: how much of it they share, and how much they count; a word in more answers than `rarest` needs none. */
const family = { shortest: 5, least: 4, share: 0.65, most: 12, weight: 0.3, rarest: 300 }

/** Completions of an unfinished last word. */
const completions = 24

export interface ReadOptions {
  synonyms: Synonyms
  /** The last word may be unfinished even if it is one already: search while typing. */
  typing?: boolean
  /** False: every piece is read as it was typed. */
  repair?: boolean
}

interface Piece {
  text: string
  reading: Reading
}

/** Reads a question with the words of one vocabulary: pieces that it knows stay as they are, others are read in every way that makes sense. Never fails. */
export function readQuery(vocabulary: Vocabulary, text: string, { synonyms, typing = false, repair = true }: ReadOptions): Query {
  const pieces = settleShortPieces(readPieces(vocabulary, text.slice(0, longest), repair))
  const words: QueryWord[] = []
  for (const piece of pieces) for (const word of piece.reading.words) words.push(queryWord(vocabulary, word, piece.reading))
  const plain = words.filter(word => !word.joined)
  addSynonyms(vocabulary, plain, synonyms)
  addJoined(vocabulary, plain)
  for (const word of plain) addFamily(vocabulary, word)
  const last = plain.at(-1)
  if (last && /[\p{L}\p{N}]$/u.test(text.trimEnd()) && (!typing || !/\s$/.test(text))) addCompletions(vocabulary, last, typing)
  if (repair) for (const word of words) addSplit(vocabulary, word)
  return { words, corrected: correctionOf(pieces, words) }
}

function readPieces(vocabulary: Vocabulary, text: string, repair: boolean): Piece[] {
  const pieces: Piece[] = []
  let unknown = 0
  for (const piece of text.split(/\s+/)) {
    if (piece === '' || pieces.length >= mostPieces) continue
    const typed = readAsTyped(vocabulary, piece)
    if (typed.cost > 0) unknown++
    const reading = repair && typed.cost > 0 && unknown <= mostRepaired ? readPiece(vocabulary, piece, typed)[0]! : typed
    pieces.push({ text: piece, reading })
  }
  return joinCodes(text, pieces)
}

/** A telephone number with spaces is one word. */
function joinCodes(text: string, pieces: Piece[]): Piece[] {
  const codes = tokenise(text).filter(token => token.code && /\s/.test(text.slice(token.from, token.to)))
  if (codes.length === 0) return pieces
  const words = codes.map(token => ({ surface: token.surface, near: [], token }))
  return [...pieces, ...words.map(word => ({ text: word.surface, reading: { words: [word], kind: null, cost: 0 } }))]
}

/** One or two letters are known in every layout: they go with the words around them. */
function settleShortPieces(pieces: Piece[]): Piece[] {
  const kinds = pieces.map(piece => piece.reading.kind)
  const layout = kinds.filter(kind => kind === 'layout').length
  const translit = kinds.filter(kind => kind === 'translit').length
  if (layout + translit === 0) return pieces
  return pieces.map(piece => {
    if (piece.reading.kind !== null || !/^[a-z,.;'[\]]{1,3}$/i.test(piece.text)) return piece
    const word = layout >= translit ? foldWord(switchLayout(piece.text) ?? '') : (shortTransliterations.get(piece.text.toLowerCase()) ?? '')
    if (!isFunctionWord(word) && word !== 'не' && word !== 'без') return piece
    const words = tokenise(word).map(token => ({ surface: token.surface, near: [], token }))
    return { ...piece, reading: { words, kind: layout >= translit ? 'layout' : 'translit', cost: 0 } }
  })
}

const shortTransliterations = new Map(
  'i:и v:в s:с k:к o:о na:на po:по ne:не za:за do:до ot:от iz:из kak:как u:у dlya:для bez:без pri:при ya:я'
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
)

function queryWord(
  vocabulary: Vocabulary,
  { surface, near, token }: { surface: string; near: Reading['words'][number]['near']; token: Token },
  reading: Reading,
): QueryWord {
  const options: Option[] = []
  const by: MatchedBy | null = reading.kind
  if (near.length === 0) {
    const key = vocabulary.findKey(token.key)
    if (key !== undefined)
      options.push({
        keys: [key],
        weight: 1,
        by: by ?? (vocabulary.has(surface) ? 'surface' : 'stem'),
        word: by === null ? undefined : surface,
      })
  }
  for (const { word, distance } of near) {
    const key = vocabulary.findKey(stem(word))
    const weight = 1 / (1 + 0.35 * Math.max(0, distance - near[0]!.distance) + 0.12 * near[0]!.distance)
    if (key !== undefined && !options.some(option => option.keys[0] === key)) options.push({ keys: [key], weight, by: by ?? 'typo', word })
  }
  const known = near[0]?.word ?? surface
  return { surface: known, options, empty: isFunctionWord(known), joined: token.joined, code: token.code }
}

function addSynonyms(vocabulary: Vocabulary, words: readonly QueryWord[], synonyms: Synonyms): void {
  const keys = words.map(word => stem(word.surface))
  for (let at = 0; at < words.length; at++) {
    for (const { length, expansions } of synonyms.expand(keys, at)) {
      for (const { keys: target, weight } of expansions) {
        const numbers = target.map(key => vocabulary.findKey(key))
        if (numbers.some(number => number === undefined)) continue
        for (let index = at; index < at + length; index++) words[index]!.options.push({ keys: numbers as number[], weight, by: 'synonym' })
      }
    }
  }
}

/** Words that begin like a known word: отправитель beside отправить. They count little, and only for whole words of some length. */
function addFamily(vocabulary: Vocabulary, word: QueryWord): void {
  const [option] = word.options
  if (!option || word.empty || word.code || word.joined || word.surface.length < family.shortest) return
  if (vocabulary.keyList.count(option.keys[0]!) > family.rarest) return
  const prefix = word.surface.slice(0, Math.max(family.least, Math.floor(word.surface.length * family.share)))
  const known = new Set(word.options.map(option => option.keys[0]))
  for (const number of vocabulary.startingWith(prefix, family.most)) {
    const key = vocabulary.keyOf[number]!
    if (known.has(key)) continue
    known.add(key)
    word.options.push({ keys: [key], weight: family.weight, by: 'stem' })
  }
}

/** "3 ндфл", "сим карта": neighbours that the base writes as one word. */
function addJoined(vocabulary: Vocabulary, words: readonly QueryWord[]): void {
  for (let at = 0; at + 1 < words.length; at++) {
    const [left, right] = [words[at]!, words[at + 1]!]
    const whole = left.surface + right.surface
    const key = whole.length >= 4 && !left.empty && !right.empty ? vocabulary.findKey(/\d/.test(whole) ? whole : stem(whole)) : undefined
    if (key === undefined) continue
    for (const word of [left, right]) word.options.push({ keys: [key], weight: word.options.length === 0 ? 1 : 0.9, by: 'surface' })
  }
}

/** "заявкана", "windows10": one word that is two words of the base. */
function addSplit(vocabulary: Vocabulary, word: QueryWord): void {
  if (word.options.some(option => option.weight > 0.9) || word.empty || word.surface.length < 5) return
  const { surface } = word
  for (let at = 1; at < surface.length; at++) {
    const [left, right] = [surface.slice(0, at), surface.slice(at)]
    const border = /\d/.test(left.at(-1)!) !== /\d/.test(right[0]!)
    if (!border && (left.length < 3 || right.length < 3) && !isFunctionWord(right) && !isFunctionWord(left)) continue
    const keys = [left, right]
      .filter(part => !isFunctionWord(part))
      .map(part => (vocabulary.has(part) ? vocabulary.findKey(stem(part)) : undefined))
    if (keys.length === 0 || keys.some(key => key === undefined)) continue
    word.options.push({ keys: keys as number[], weight: 0.85, by: 'typo', word: `${left} ${right}` })
  }
}

/** The words that the last one may become. */
function addCompletions(vocabulary: Vocabulary, word: QueryWord, typing: boolean): void {
  const { surface } = word
  const repaired = word.options.some(option => option.word !== undefined)
  if (surface.length < (typing ? 1 : 3) || word.code || (word.empty && !typing) || (repaired && !typing)) {
    if (!(repaired && word.options.every(option => option.by === 'typo'))) return
  }
  if (!typing && vocabulary.has(surface)) return
  const known = new Set(word.options.map(option => option.keys[0]))
  const numbers = vocabulary.startingWith(surface, completions)
  const most = numbers.reduce((sum, number) => Math.max(sum, vocabulary.documents[number]!), 1)
  for (const number of numbers) {
    const key = vocabulary.keyOf[number]!
    if (known.has(key)) continue
    known.add(key)
    const weight = 0.8 + 0.05 * (vocabulary.documents[number]! / most)
    word.options.push({ keys: [key], weight, by: 'prefix' })
  }
}

function correctionOf(pieces: readonly Piece[], words: readonly QueryWord[]): Correction | null {
  const kinds = pieces.map(piece => piece.reading.kind).filter((kind): kind is CorrectionKind => kind !== null)
  const split = words.find(word => word.options.length > 0 && word.options.every(option => option.word?.includes(' ')))
  if (kinds.length === 0 && !split) return null
  const kind = (['layout', 'translit', 'typo'] as const).find(candidate => kinds.includes(candidate)) ?? 'typo'
  const query = pieces
    .map(({ text, reading }) => {
      if (reading.kind === null) return split && foldWord(text) === split.surface ? split.options[0]!.word! : text
      return reading.words
        .filter(word => !word.token.joined)
        .map(word => word.near[0]?.word ?? word.surface)
        .join(' ')
    })
    .join(' ')
  return { query, kind, applied: true }
}
