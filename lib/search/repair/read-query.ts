import { foldWord } from '../analyser/fold.ts'
import { isFunctionWord } from '../analyser/function-words.ts'
import { stem } from '../analyser/stem.ts'
import type { Synonyms } from '../analyser/synonyms.ts'
import { type Token, tokenise } from '../analyser/tokens.ts'
import type { Correction, CorrectionKind, Query, QueryWord } from '../engine/query.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import { switchLayout } from './layout.ts'
import { type ReadTerm, type Terms, type TermWord, termsOf } from './terms.ts'
import { addCompletions, addFamily, addSplit, addSynonymsAt } from './word-ways.ts'

/** Longest part of a question that is looked at, in UTF-16 units, and the most pieces of it. */
const longest = 1000
const mostPieces = 60
/** The most unknown pieces that are repaired: real questions have fewer, and each may cost milliseconds in a large vocabulary. */
const mostRepaired = 12

export interface ReadOptions {
  synonyms: Synonyms
  /** The last word may be unfinished even if it is one already: search while typing. */
  typing?: boolean
  /** False: every piece is read as it was typed. */
  repair?: boolean
}

interface Piece {
  text: string
  read: ReadTerm
}

/** Reads a question with the words of one vocabulary: pieces that it knows stay as they are, others are read in every way that makes sense. Never fails. */
export function readQuery(vocabulary: Vocabulary, text: string, { synonyms, typing = false, repair = true }: ReadOptions): Query {
  const terms = termsOf(vocabulary, synonyms)
  const pieces = settleShortPieces(readPieces(terms, text.slice(0, longest), { typing, repair }), terms)
  const words: TermWord[] = []
  for (const { read } of pieces) for (const word of read.words) words.push(word)
  const plain = words.filter(word => !word.bare.joined)
  const isOpen = (/[\p{L}\p{N}]$/u.test(text.trimEnd()) || pieces.at(-1)?.read.reading.kind === 'layout') && (!typing || !/\s$/.test(text))
  // By its place: a word may come twice.
  const last = isOpen ? words.findLastIndex(word => !word.bare.joined) : -1
  const found = standsAlone(vocabulary, plain, synonyms)
    ? words.map((word, at) => terms.alone(word, { isLast: at === last, typing, repair }))
    : readTogether(vocabulary, words, { synonyms, typing, repair }, last)
  return { words: found, corrected: correctionOf(pieces, found) }
}

/** Whether no word is part of a name or of a compound with its neighbour. */
function standsAlone(vocabulary: Vocabulary, words: readonly TermWord[], synonyms: Synonyms): boolean {
  let keys: string[] | undefined
  for (let at = 0; at < words.length; at++) {
    if (synonyms.longest(words[at]!.key) > 1) {
      keys ??= words.map(word => word.key)
      if (synonyms.expand(keys, at).some(({ length }) => length > 1)) return false
    }
    if (at > 0 && joinedKey(vocabulary, words[at - 1]!.bare, words[at]!.bare) !== undefined) return false
  }
  return true
}

/** The words with what their neighbours add. */
function readTogether(
  vocabulary: Vocabulary,
  terms: readonly TermWord[],
  { synonyms, typing, repair }: Required<ReadOptions>,
  last: number,
): QueryWord[] {
  const words = terms.map(({ bare }) => ({ ...bare, options: [...bare.options] }))
  const plain = words.filter(word => !word.joined)
  const keys = plain.map(word => stem(word.surface))
  for (let at = 0; at < plain.length; at++) addSynonymsAt(vocabulary, plain, keys, at, synonyms)
  addJoined(vocabulary, plain)
  for (const word of plain) addFamily(vocabulary, word)
  if (last >= 0) addCompletions(vocabulary, words[last]!, typing)
  if (repair) for (const word of words) addSplit(vocabulary, word)
  return words
}

function readPieces(terms: Terms, text: string, { typing, repair }: { typing: boolean; repair: boolean }): Piece[] {
  const pieces: Piece[] = []
  const split = text.split(/\s+/)
  let unknown = 0
  for (let at = 0; at < split.length; at++) {
    const piece = split[at]!
    if (piece === '' || pieces.length >= mostPieces) continue
    const term = terms.of(piece)
    if (term.typed.reading.cost === 0 || !repair || ++unknown > mostRepaired) pieces.push({ text: piece, read: term.typed })
    else pieces.push({ text: piece, read: typing && at === split.length - 1 ? terms.unfinished(piece, term) : terms.repair(piece, term) })
  }
  return joinCodes(text, pieces, terms)
}

/** What a telephone number with spaces has, or another sign that is space between pieces and none in a word: nothing else is one word over pieces. */
const codeWithSpaces = /\d[\d\s()–-]{8,}\d|\ufeff/

/** A telephone number with spaces is one word, in place of the pieces that it has taken. */
function joinCodes(text: string, pieces: Piece[], terms: Terms): Piece[] {
  if (!codeWithSpaces.test(text)) return pieces
  const tokens = tokenise(text)
  const codes = tokens.filter(token => token.code && /\s/.test(text.slice(token.from, token.to)))
  if (codes.length === 0) return pieces
  const joined: Piece[] = []
  const put = new Set<Token>()
  for (const [at, { index, 0: typed }] of [...text.matchAll(/\S+/g)].slice(0, pieces.length).entries()) {
    const isWithin = ({ from, to }: Token) => from < index + typed.length && to > index
    const code = codes.find(isWithin)
    if (code === undefined || tokens.some(token => isWithin(token) && !codes.includes(token))) joined.push(pieces[at]!)
    if (code === undefined || put.has(code)) continue
    put.add(code)
    const words = [{ surface: code.surface, near: [], token: code }]
    joined.push({ text: text.slice(code.from, code.to), read: terms.words({ words, kind: null, cost: 0 }) })
  }
  return joined
}

const isShort = (piece: Piece) => /^[a-z,.;'[\]]{1,3}$/i.test(piece.text)

/** One to three letters are known in every layout: they go with the words around them. */
function settleShortPieces(pieces: Piece[], terms: Terms): Piece[] {
  const kinds = pieces.filter(piece => !isShort(piece)).map(({ read }) => read.reading.kind)
  const count = (kind: CorrectionKind) => kinds.filter(one => one === kind).length
  const [layout, translit] = [count('layout'), count('translit')]
  if (layout + translit === 0) return pieces
  const kind = layout >= translit ? 'layout' : 'translit'
  return pieces.map(piece => {
    if (!isShort(piece) || piece.read.reading.kind === kind) return piece
    const word = kind === 'layout' ? foldWord(switchLayout(piece.text) ?? '') : (shortTransliterations.get(piece.text.toLowerCase()) ?? '')
    if (!isFunctionWord(word) && word !== 'не' && word !== 'без') return piece
    const words = tokenise(word).map(token => ({ surface: token.surface, near: [], token }))
    return { text: piece.text, read: terms.words({ words, kind, cost: 0 }) }
  })
}

const shortTransliterations = new Map(
  'i:и v:в s:с k:к o:о na:на po:по ne:не za:за do:до ot:от iz:из kak:как u:у dlya:для bez:без pri:при ya:я'
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
)

/** "3 ндфл", "сим карта": neighbours that the base writes as one word. */
function addJoined(vocabulary: Vocabulary, words: readonly QueryWord[]): void {
  for (let at = 0; at + 1 < words.length; at++) {
    const [left, right] = [words[at]!, words[at + 1]!]
    const key = joinedKey(vocabulary, left, right)
    if (key === undefined) continue
    for (const word of [left, right]) word.options.push({ keys: [key], weight: word.options.length === 0 ? 1 : 0.9, by: 'surface' })
  }
}

function joinedKey(vocabulary: Vocabulary, left: QueryWord, right: QueryWord): number | undefined {
  if (left.empty || right.empty) return undefined
  const whole = left.surface + right.surface
  return whole.length >= 4 ? vocabulary.findKey(/\d/.test(whole) ? whole : stem(whole)) : undefined
}

function correctionOf(pieces: readonly Piece[], words: readonly QueryWord[]): Correction | null {
  const has = (kind: CorrectionKind) => pieces.some(({ read }) => read.reading.kind === kind)
  const split = words.find(word => word.options.length > 0 && word.options.every(option => option.word?.includes(' ')))
  if (!split && pieces.every(({ read }) => read.reading.kind === null)) return null
  const kind = (['layout', 'translit', 'typo'] as const).find(has) ?? 'typo'
  const query = pieces
    .map(({ text, read: { reading } }) => {
      if (reading.kind === null) return split && foldWord(text) === split.surface ? split.options[0]!.word! : text
      return reading.words
        .filter(word => !word.token.joined)
        .map(word => word.near[0]?.word ?? word.surface)
        .join(' ')
    })
    .join(' ')
  return { query, kind, applied: true }
}
