import { foldWord } from '../analyser/fold.ts'
import { stem } from '../analyser/stem.ts'
import { type Token, tokenise } from '../analyser/tokens.ts'
import type { CorrectionKind } from '../engine/query.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import { editDistance } from './edit-distance.ts'
import { findForeignNames } from './find-foreign-names.ts'
import { findTransliterations } from './find-transliterations.ts'
import { editsFor, findTypos, usualSlips } from './find-typos.ts'
import { switchLayout } from './layout.ts'
import { readTransliteration } from './transliterate.ts'

/** A piece of the question between spaces, read in one way: words of the vocabulary in its place. */
export interface Reading {
  /** By word of the piece; each may have several near ones, the best first. */
  words: { surface: string; near: { word: string; distance: number }[]; token: Token }[]
  kind: CorrectionKind | null
  /** 0: as typed and known. Edits and what the kind of repair costs. */
  cost: number
}

/** What each kind of repair costs beside an edit, which costs 1; a foreign name by ear comes after one slip within a word and before anything further away. */
const costs = { layout: 0.3, translit: 0.35, foreign: 1.05, unknown: 3 }

/** Letters that a word has at least which was begun in the other layout or alphabet. */
const leastBegun = 3

/** How many near words of one are followed. */
const nearLimit = 6

/** The piece as it was typed. */
export function readAsTyped(vocabulary: Vocabulary, piece: string): Reading {
  return readTokens(vocabulary, tokenise(piece), null, 0, false)
}

/** Every way in which a piece makes sense, the cheapest first; at least the piece as it was typed. */
export function readPiece(vocabulary: Vocabulary, piece: string, typed: Reading = readAsTyped(vocabulary, piece)): Reading[] {
  if (typed.cost === 0) return [typed]
  const tokens = tokenise(piece)
  const switched = layoutVariants(piece).map(variant => tokenise(variant))
  const readings = [typed, ...switched.map(variant => readTokens(vocabulary, variant, 'layout', costs.layout, false))]
  const settled = () => readings.some(({ cost }) => cost < 1)
  const latin = /[a-z]/i.test(piece)
  if (latin && !settled()) readings.push(readTransliterated(vocabulary, tokens, false))
  if (!settled()) {
    readings.push(readTokens(vocabulary, tokens, 'typo', 0, true))
    for (const variant of switched) readings.push(readTokens(vocabulary, variant, 'layout', costs.layout, true))
    if (latin) readings.push(readTransliterated(vocabulary, tokens, true))
    if (/[а-я]/i.test(piece)) readings.push(readForeign(vocabulary, tokens))
  }
  return readings.sort((a, b) => a.cost - b.cost)
}

/**
 * The piece as the beginning of a word that the base says: as it was typed, in the other layout or alphabet. null: it begins none. While somebody types, this is
 * likelier than a slip.
 */
export function readUnfinished(vocabulary: Vocabulary, piece: string, typed: Reading): Reading | null {
  const begins = ({ words }: Reading, least: number) =>
    words.every(({ surface, token }, at) =>
      at < words.length - 1 ? isKnown(vocabulary, token) : surface.length >= least && !token.code && vocabulary.begins(surface),
    )
  if (typed.words.length > 0 && begins(typed, 2)) return { ...typed, cost: 0 }
  return readElsewhere(piece).find(reading => begins(reading, leastBegun)) ?? null
}

/** The piece letter by letter in the other layout and in the other alphabet, whether or not anybody says it. */
export function readElsewhere(piece: string): Reading[] {
  const latin = /^[a-z']+$/i.test(piece) ? readTransliteration(foldWord(piece)) : []
  const variants = [
    ...layoutVariants(piece).map(variant => ({ variant, kind: 'layout' as const })),
    ...latin.map(variant => ({ variant, kind: 'translit' as const })),
  ]
  return variants
    .map(({ variant, kind }) => {
      const words = tokenise(variant).map(token => ({ surface: token.surface, near: [], token }))
      return { words, kind, cost: costs[kind] }
    })
    .filter(({ words }) => words.length > 0)
}

/** The piece in the other layout; a sign at its end may be a letter or a sign. */
function layoutVariants(piece: string): string[] {
  const whole = switchLayout(piece)
  if (whole === null) return []
  const inner = piece.replace(/^["'([{<]+|["')\]}>.,;:?!]+$/g, '')
  const trimmed = inner === piece ? null : switchLayout(inner)
  return trimmed === null ? [whole] : [whole, trimmed]
}

function readTokens(vocabulary: Vocabulary, tokens: readonly Token[], kind: CorrectionKind | null, base: number, typos: boolean): Reading {
  let cost = base
  const words = tokens.map(token => {
    if (isKnown(vocabulary, token)) return { surface: token.surface, near: [], token }
    const near = typos && !token.code && !token.joined ? nearWords(vocabulary, token.surface, slipsIn(token.surface, kind)) : []
    if (!token.joined) cost += near[0]?.distance ?? costs.unknown * (/^\d+$/.test(token.surface) ? 0.3 : 1)
    return { surface: token.surface, near, token }
  })
  return { words, kind, cost }
}

export function isKnown(vocabulary: Vocabulary, token: Token): boolean {
  return token.empty || vocabulary.has(token.surface) || vocabulary.findKey(token.key) !== undefined
}

/** A repair keeps more than this of the longer of the two words: a word that is cut down to another, питание to пин or recipient to recipe, is no slip. */
const leastKept = 2 / 3

function keepsEnough(typed: string, repaired: string): boolean {
  return Math.min(typed.length, repaired.length) > leastKept * Math.max(typed.length, repaired.length)
}

/** Slips that a word may have. In the other layout every row of letters is near some word: there one at most, unless it is long. */
function slipsIn(surface: string, kind: CorrectionKind | null): number {
  return kind === 'layout' ? usualSlips(surface) : editsFor(surface.length)
}

/**
 * Edits that lie between a word and the usual form of another one whose stem is near: a slip and an ending. Fewer where its stem has four letters, which are near
 * to many others: пропала is no slip for профили.
 */
const mostBetween = { usual: 4, short: 2 }

/** Whether a word may be a slip in a form of one that is usually written so: it begins alike, keeps enough of it and is not far from it as a whole. */
function isFormNear(typed: string, usual: string, key: string): boolean {
  const most = key.length > 4 ? mostBetween.usual : mostBetween.short
  return typed[0] === usual[0] && keepsEnough(typed, usual) && editDistance(typed, usual, most) <= most
}

/** Near words and near keys: an ending that no answer has must not hide the word. */
function nearWords(vocabulary: Vocabulary, surface: string, edits: number): { word: string; distance: number }[] {
  const near = findTypos(vocabulary.wordList, surface, nearLimit, edits).map(({ word, distance }) => ({
    word: vocabulary.words[word]!,
    distance,
  }))
  if (near[0] !== undefined && near[0].distance < 1.1) return near
  for (const { key, distance } of nearKeys(vocabulary, surface, edits)) {
    near.push({ word: vocabulary.commonForm(key), distance })
  }
  return near.sort((a, b) => a.distance - b.distance).slice(0, nearLimit)
}

/** Keys one edit away from the key of a word: the edit and the ending count. */
function nearKeys(vocabulary: Vocabulary, surface: string, edits: number): { key: number; distance: number }[] {
  const key = stem(surface)
  if (edits === 0 || key.length < 4) return []
  const limit = Math.min(edits, usualSlips(key))
  return findTypos(vocabulary.keyList, key, nearLimit, limit)
    .map(({ word, distance }) => ({ key: word, distance: distance + 0.1 }))
    .filter(({ key: found }) => isFormNear(surface, vocabulary.commonForm(found), vocabulary.keys[found]!))
}

function readTransliterated(vocabulary: Vocabulary, tokens: readonly Token[], typos: boolean): Reading {
  let cost = 0
  let changed = false
  const words = tokens.map(token => {
    if (isKnown(vocabulary, token) || !/[a-z]/.test(token.surface)) return { surface: token.surface, near: [], token }
    const near = findTransliterations(vocabulary, token.surface, nearLimit, typos)
    changed ||= near.length > 0
    if (!token.joined) cost += near[0] ? near[0].distance : costs.unknown
    return { surface: token.surface, near, token }
  })
  return { words, kind: 'translit', cost: changed ? cost + costs.translit : Number.POSITIVE_INFINITY }
}

/** Names of the base in Latin letters that were written by ear in Cyrillic ones. */
function readForeign(vocabulary: Vocabulary, tokens: readonly Token[]): Reading {
  let cost = 0
  let changed = false
  const words = tokens.map(token => {
    if (isKnown(vocabulary, token) || token.code) return { surface: token.surface, near: [], token }
    const near = findForeignNames(vocabulary, token.surface, token.key, nearLimit)
    changed ||= near.length > 0
    if (!token.joined) cost += near[0]?.distance ?? costs.unknown
    return { surface: token.surface, near, token }
  })
  return { words, kind: 'translit', cost: changed ? cost + costs.foreign : Number.POSITIVE_INFINITY }
}
