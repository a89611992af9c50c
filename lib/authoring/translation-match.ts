import { diffArrays } from 'diff'
import { digest } from '#lib/digest.ts'
import type { Block, Inline } from '#lib/document/types.ts'
import type { TranslationContent } from './content.ts'

/** A part of a translation that is compared with its source: title, short answer, questions, and each block of the document. */
export interface Unit {
  path: string
  hash: string
  /** What a source block looked like, to show what changed in it since; null for what is no block. */
  node: Block | null
}

/** What was found to agree: a part of the source and the part of the target that says it. */
export interface MatchedPair {
  source: string | null
  target: string | null
  node?: Block | null
}

/**
 * `current`: the source is as it was when they were found to agree. `changed`: the source says something else now. `missing`: the target has nothing for it.
 * `extra`: the source has nothing like it. `unmarked`: nobody has said yet that they agree.
 */
export type MatchState = 'current' | 'changed' | 'missing' | 'extra' | 'unmarked'

export interface MatchRow {
  state: MatchState
  source: string | null
  target: string | null
  /** The source block as it was when it was last found to agree; set when it changed. */
  before: Block | null
}

/** The parts of a translation in their order; the three beside the document come first. */
export function unitsOf({ title, shortAnswer, questions, document }: TranslationContent): Unit[] {
  const unit = (path: string, value: string | Inline[] | string[]): Unit => ({ path, hash: digest(JSON.stringify(value)), node: null })
  return [
    unit('/title', title),
    unit('/shortAnswer', shortAnswer),
    unit('/questions', questions),
    ...document.content.map((node, index) => ({ path: `/content/${index}`, hash: digest(JSON.stringify(node)), node })),
  ]
}

/** How many parts stand before the document. */
const fixed = 3

/** What is to be remembered when somebody says that the translation is up to date. */
export function pairsOf(rows: readonly MatchRow[], source: readonly Unit[], target: readonly Unit[]): MatchedPair[] {
  const find = (units: readonly Unit[], path: string | null) => units.find(unit => unit.path === path)
  return rows.map(row => {
    const from = find(source, row.source)
    return { source: from?.hash ?? null, target: find(target, row.target)?.hash ?? null, node: from?.node ?? null }
  })
}

/** Lays the parts of a translation beside those of its source, and says of each whether they still agree. `pairs` null: nobody ever said so. */
export function matchUnits(source: readonly Unit[], target: readonly Unit[], pairs: readonly MatchedPair[] | null): MatchRow[] {
  const known = pairs ?? []
  const beside = Array.from({ length: fixed }, (_, index) => index)
  const rows = beside.map(index => rowOf(source[index], target[index], known[index], source[index]?.hash !== known[index]?.source))
  const [blocks, others] = [source.slice(fixed), target.slice(fixed)]
  const partners = pairs === null ? partnersByKind(blocks, others) : partnersByPairs(blocks, others, known.slice(fixed))
  for (const [index, block] of blocks.entries()) {
    const partner = partners[index] ?? { target: null, pair: undefined, hasChanged: false }
    const other = partner.target === null ? undefined : others[partner.target]
    rows.push(rowOf(block, other, partner.pair, partner.hasChanged))
  }
  return withExtras(rows, others)
}

interface Partner {
  /** Index of the target block; null: there is none. */
  target: number | null
  /** What was remembered of the source block; undefined: it is new since. */
  pair: MatchedPair | undefined
  hasChanged: boolean
}

function rowOf(source: Unit | undefined, target: Unit | undefined, pair: MatchedPair | undefined, hasChanged: boolean): MatchRow {
  const state = !target ? 'missing' : !pair ? 'unmarked' : hasChanged ? 'changed' : 'current'
  return { state, source: source?.path ?? null, target: target?.path ?? null, before: hasChanged ? (pair?.node ?? null) : null }
}

/** Blocks of one kind in their order belong together, until somebody says what does. */
function partnersByKind(blocks: readonly Unit[], others: readonly Unit[]): Partner[] {
  const kinds = (units: readonly Unit[]) => units.map(({ node }) => node?.type ?? '')
  return follow(kinds(blocks), kinds(others)).map(place => ({ target: place?.index ?? null, pair: undefined, hasChanged: false }))
}

function partnersByPairs(blocks: readonly Unit[], others: readonly Unit[], pairs: readonly MatchedPair[]): Partner[] {
  const sources = pairs.filter(pair => pair.source !== null)
  const targets = pairs.filter(pair => pair.target !== null)
  const from = follow(
    blocks.map(({ hash }) => hash),
    sources.map(({ source }) => source ?? ''),
  )
  const to = follow(
    targets.map(({ target }) => target ?? ''),
    others.map(({ hash }) => hash),
  )
  const taken = new Set<number>()
  const partners = blocks.map((_, index): Partner => {
    const place = from[index]
    const pair = place ? sources[place.index] : undefined
    const target = pair && pair.target !== null ? (to[targets.indexOf(pair)]?.index ?? null) : null
    if (target !== null) taken.add(target)
    return { target, pair, hasChanged: place !== null && place !== undefined && !place.isSame }
  })
  return withNewOnes(partners, others.length, taken)
}

/** A block that is new on both sides at the same place belongs together. */
function withNewOnes(partners: Partner[], count: number, taken: ReadonlySet<number>): Partner[] {
  let next = 0
  return partners.map(partner => {
    if (partner.target !== null) {
      next = Math.max(next, partner.target + 1)
      return partner
    }
    if (next >= count || taken.has(next)) return partner
    return { ...partner, target: next++, pair: partner.pair?.target === null ? undefined : partner.pair }
  })
}

/** For each of `left` where it stands in `right`: the equal one, else the one at the same place of the same gap. */
function follow(left: readonly string[], right: readonly string[]): ({ index: number; isSame: boolean } | null)[] {
  const places: ({ index: number; isSame: boolean } | null)[] = []
  let to = 0
  let gone: number[] = []
  const settle = (fresh: number[]) => {
    for (const [index, place] of gone.entries()) {
      const other = fresh[index]
      places[place] = other === undefined ? null : { index: other, isSame: false }
    }
    gone = []
  }
  let from = 0
  for (const { value, added, removed } of diffArrays([...left], [...right])) {
    if (removed) gone = value.map(() => from++)
    else if (added) settle(value.map(() => to++))
    else {
      settle([])
      for (const _ of value) places[from++] = { index: to++, isSame: true }
    }
  }
  settle([])
  return places
}

function withExtras(rows: MatchRow[], others: readonly Unit[]): MatchRow[] {
  const result = [...rows]
  const used = new Set(rows.map(({ target }) => target))
  for (const [index, { path }] of others.entries()) {
    if (used.has(path)) continue
    const before = others[index - 1]?.path
    const place = before === undefined ? fixed : result.findIndex(row => row.target === before) + 1
    result.splice(place, 0, { state: 'extra', source: null, target: path, before: null })
  }
  return result
}
