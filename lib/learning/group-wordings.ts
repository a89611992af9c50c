import { generalQuestions } from '#lib/answering/foreign-questions.ts'
import { asTyped, type Reading } from './read-plainly.ts'
import { likeness, type WordingVector, weighWording, wordingFeatures } from './wording-vectors.ts'

/**
 * How alike, on average, a wording is to those of a gap that it joins, two gaps that become one, and a wording to a gap of which somebody has decided: what
 * joins that is not seen on the list any more. Chosen on phrasings of intents and of articles that are known apart.
 */
const alike = { joins: 0.25, merges: 0.18, decided: 0.5 }
/** Wordings that are read, and that are compared, before others get a turn, about 10 ms. */
const slice = { read: 25, compared: 100 }

/** A wording, and the gap in which it is. */
export interface Placed {
  id: string
  text: string
  gapId: string | null
}

/** A wording in a gap; `isLoose`: nobody has decided anything about that gap, so it may be taken into another. */
export interface Member extends Placed {
  gapId: string
  isLoose: boolean
}

/** Where wordings belong: new ones by their id, and younger gaps that turned out to be older ones. */
export interface Grouping {
  homes: Map<string, string>
  merges: Map<string, string>
}

interface Group {
  id: string
  isLoose: boolean
  /** The sum of its wordings' vectors: its product with another vector, divided by `count`, is the mean likeness. */
  sum: Map<string, number>
  count: number
}

/**
 * Puts wordings of one language to those that ask for the same, or by themselves under an id of `newId`; what is in a gap stays there unless the whole gap
 * is taken into an older one. `reading` says which words are the same. What a word says is told by how rare it is among all of these and among questions that people ask everybody: where to buy
 * and how to open bring nothing together.
 */
export async function groupWordings(
  locale: string,
  members: readonly Member[],
  homeless: readonly Placed[],
  newId: () => string,
  reading: Reading = asTyped,
): Promise<Grouping> {
  const vectors = await weighAll([...members, ...homeless], generalQuestions(locale), reading)
  const groups = new Map<string, Group>()
  for (const { id, gapId, isLoose } of members) join(groups, gapId, vectors.get(id)!, isLoose)
  const homes = new Map<string, string>()
  for (const [at, { id }] of homeless.entries()) {
    if (at % slice.compared === slice.compared - 1) await turn()
    const vector = vectors.get(id)!
    const home = nearest(groups, vector) ?? newId()
    join(groups, home, vector, true)
    homes.set(id, home)
  }
  return { homes, merges: await mergeGroups(groups, new Set(homes.values())) }
}

/** Every wording as a vector, weighed by how rare its features are among all of them and the general questions. */
async function weighAll(
  all: readonly Placed[],
  general: readonly string[],
  { repaired, synonyms }: Reading,
): Promise<Map<string, WordingVector>> {
  const features = new Map<string, Map<string, number>>()
  const frequency = new Map<string, number>()
  const count = (own: Map<string, number>) => {
    for (const feature of own.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  }
  for (const text of general) count(wordingFeatures(text, synonyms))
  for (const [at, { id, text }] of all.entries()) {
    if (at % slice.read === slice.read - 1) await turn()
    const own = wordingFeatures(repaired(text), synonyms)
    features.set(id, own)
    count(own)
  }
  const size = all.length + general.length
  return new Map([...features].map(([id, own]) => [id, weighWording(own, feature => frequency.get(feature) ?? 0, size)]))
}

function join(groups: Map<string, Group>, id: string, vector: WordingVector, isLoose: boolean): void {
  const group = groups.get(id) ?? { id, isLoose, sum: new Map<string, number>(), count: 0 }
  groups.set(id, group)
  group.count++
  addTo(group, vector)
}

function addTo({ sum }: Group, vector: WordingVector): void {
  for (const [feature, value] of vector) sum.set(feature, (sum.get(feature) ?? 0) + value)
}

function nearest(groups: Map<string, Group>, vector: WordingVector): string | null {
  let best: string | null = null
  let highest = alike.joins
  for (const { id, sum, count, isLoose } of groups.values()) {
    const mean = likeness(vector, sum) / count
    if (mean < highest || (!isLoose && mean < alike.decided)) continue
    highest = mean
    best = id
  }
  return best
}

/**
 * Each group that grew looks for the one that is most like it, until none is like enough. The younger (ids grow with time) is taken into the older, whose id
 * stays. What somebody has decided about is left alone: an editor may have taken a wording out of it.
 */
async function mergeGroups(groups: Map<string, Group>, grown: Set<string>): Promise<Map<string, string>> {
  const merges = new Map<string, string>()
  for (const id of [...grown].sort()) {
    await turn()
    let group = groups.get(id)
    for (let other = group && partner(groups, group); group && other; other = partner(groups, group)) {
      const [older, younger]: [Group, Group] = other.id < group.id ? [other, group] : [group, other]
      addTo(older, younger.sum)
      older.count += younger.count
      groups.delete(younger.id)
      merges.set(younger.id, older.id)
      group = older
    }
  }
  return new Map([...merges.keys()].map(id => [id, last(merges, id)]))
}

function partner(groups: Map<string, Group>, group: Group): Group | null {
  let best: Group | null = null
  let highest = alike.merges
  for (const other of groups.values()) {
    if (other === group || !other.isLoose || !group.isLoose) continue
    const mean = likeness(group.sum, other.sum) / (group.count * other.count)
    if (mean < highest) continue
    highest = mean
    best = other
  }
  return best
}

function last(merges: ReadonlyMap<string, string>, id: string): string {
  let at = id
  for (let next = merges.get(at); next !== undefined; next = merges.get(at)) at = next
  return at
}

function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
