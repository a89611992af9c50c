import { aspectPairs, commonNames } from './synonym-data.ts'
import { tokenise } from './tokens.ts'

/** One row of the base's table: `both`: every term finds every other; `one-way`: the first is found by the others, but does not find them. */
export interface SynonymRow {
  terms: readonly string[]
  direction: 'both' | 'one-way'
}

/** What a row of words may be said as: keys in their order, and how much such a match counts (0 to 1). */
export interface Expansion {
  keys: readonly string[]
  weight: number
}

/** Synonyms made ready for queries. */
export interface Synonyms {
  /** The expansions of the words that begin at `at`, and how many words they replace; longest first. */
  expand(keys: readonly string[], at: number): { length: number; expansions: readonly Expansion[] }[]
  /** How many words the longest name has that begins with the key; 0: none begins with it. */
  longest(key: string): number
}

interface Entry {
  keys: readonly string[]
  expansions: Expansion[]
}

/** How much a synonym counts beside the word itself; aspects of one verb count nearly as much. */
const weights = { table: 0.85, common: 0.8, aspect: 0.9 }

/** Makes the base's own rows and the built-in names and aspect pairs ready. */
export function readSynonyms(rows: readonly SynonymRow[]): Synonyms {
  const byFirst = new Map<string, Entry[]>()
  const add = (from: string, to: string, weight: number) => {
    const keys = keysOf(from)
    const target = keysOf(to)
    const first = keys[0]
    if (first === undefined || target.length === 0 || keys.join(' ') === target.join(' ')) return
    const entries = byFirst.get(first) ?? []
    byFirst.set(first, entries)
    let entry = entries.find(candidate => candidate.keys.join(' ') === keys.join(' '))
    if (!entry) {
      entry = { keys, expansions: [] }
      entries.push(entry)
      entries.sort((a, b) => b.keys.length - a.keys.length)
    }
    if (!entry.expansions.some(known => known.keys.join(' ') === target.join(' '))) entry.expansions.push({ keys: target, weight })
  }
  const addRow = ({ terms, direction }: SynonymRow, weight: number) => {
    const targets = direction === 'one-way' ? terms.slice(0, 1) : terms
    for (const from of terms) for (const to of targets) if (to !== from) add(from, to, weight)
  }
  for (const row of rows) addRow(row, weights.table)
  for (const terms of commonNames) addRow({ terms, direction: 'both' }, weights.common)
  for (const terms of aspectPairs) addRow({ terms, direction: 'both' }, weights.aspect)
  return {
    longest: key => byFirst.get(key)?.[0]?.keys.length ?? 0,
    expand(keys, at) {
      const found: { length: number; expansions: readonly Expansion[] }[] = []
      for (const entry of byFirst.get(keys[at] ?? '') ?? []) {
        if (entry.keys.every((key, index) => keys[at + index] === key))
          found.push({ length: entry.keys.length, expansions: entry.expansions })
      }
      return found
    },
  }
}

function keysOf(text: string): string[] {
  return tokenise(text)
    .filter(token => !token.joined)
    .map(token => token.key)
}
