import { aspectPairs, commonNames } from './analyser/synonym-data.ts'
import { tokenise } from './analyser/tokens.ts'

export interface CheckedSynonym {
  id: string
  locale: string
  terms: readonly string[]
  direction: 'both' | 'one-way'
}

/**
 * What an editor should look at in an entry. `duplicate`: another entry says all of it already; `direction`: another entry says the same pair in the other way;
 * `same-word`: two terms are one word to search; `built-in`: search knows it without the entry; `chain`: one term stands in several entries whose others do not
 * find one another.
 */
export type SynonymFault =
  | { kind: 'duplicate' | 'direction' | 'chain'; terms: string[]; other: string }
  | { kind: 'same-word' | 'built-in'; terms: string[] }

/** The faults of the entries of one house, by id; an entry without any is not named. Languages are looked at apart. */
export function findSynonymFaults(entries: readonly CheckedSynonym[]): Map<string, SynonymFault[]> {
  const faults = new Map<string, SynonymFault[]>()
  for (const [, ofLocale] of Map.groupBy(entries, ({ locale }) => locale)) {
    const read = ofLocale.map(entry => ({ ...entry, keys: entry.terms.map(keyOf), pairs: pairsOf(entry) }))
    const byTerm = new Map<string, typeof read>()
    for (const entry of read) for (const key of new Set(entry.keys)) byTerm.set(key, [...(byTerm.get(key) ?? []), entry])
    for (const entry of read) {
      const near = [...new Set(entry.keys.flatMap(key => byTerm.get(key) ?? []))].filter(({ id }) => id !== entry.id)
      const found = [...ownFaults(entry), ...near.flatMap(other => faultBetween(entry, other) ?? [])]
      if (found.length > 0) faults.set(entry.id, found)
    }
  }
  return faults
}

interface ReadSynonym extends CheckedSynonym {
  keys: string[]
  /** "from to" of every word that finds another. */
  pairs: Set<string>
}

/** What search takes for one word. */
function keyOf(term: string): string {
  return tokenise(term)
    .filter(token => !token.joined)
    .map(token => token.key)
    .join(' ')
}

function pairsOf({ terms, direction }: Pick<CheckedSynonym, 'terms' | 'direction'>): Set<string> {
  const keys = [...new Set(terms.map(keyOf))]
  const targets = direction === 'one-way' ? keys.slice(0, 1) : keys
  return new Set(keys.flatMap(from => targets.filter(to => to !== from).map(to => `${from}>${to}`)))
}

let builtIn: Set<string> | undefined

function builtInPairs(): Set<string> {
  builtIn ??= new Set([...commonNames, ...aspectPairs].flatMap(terms => [...pairsOf({ terms, direction: 'both' })]))
  return builtIn
}

function ownFaults({ terms, keys, pairs }: ReadSynonym): SynonymFault[] {
  const faults: SynonymFault[] = []
  for (const [, same] of Map.groupBy(terms, (_, index) => keys[index]))
    if (same.length > 1) faults.push({ kind: 'same-word', terms: [...same] })
  if (pairs.size > 0 && [...pairs].every(pair => builtInPairs().has(pair))) faults.push({ kind: 'built-in', terms: [...terms] })
  return faults
}

function faultBetween(entry: ReadSynonym, other: ReadSynonym): SynonymFault | null {
  const shared = entry.terms.filter((_, index) => other.keys.includes(entry.keys[index] as string))
  const place = { terms: shared, other: other.id }
  if ([...entry.pairs].every(pair => other.pairs.has(pair))) return { kind: 'duplicate', ...place }
  const turned = [...entry.pairs].some(pair => {
    const [from, to] = pair.split('>') as [string, string]
    const back = `${to}>${from}`
    return (other.pairs.has(pair) || other.pairs.has(back)) && entry.pairs.has(back) !== (other.pairs.has(back) && other.pairs.has(pair))
  })
  if (turned && entry.direction !== other.direction) return { kind: 'direction', ...place }
  return shared.length === 1 && entry.direction === 'both' && other.direction === 'both' ? { kind: 'chain', ...place } : null
}
