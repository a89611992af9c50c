import { and, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { gap, hearing, type Outcome, wording } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { perIstok } from '../per-istok.ts'
import { likeness, type WordingVector, weighWording, wordingFeatures } from './wording-vectors.ts'

/** Endings after which the customer stood there without an answer. */
export const failures: Outcome[] = ['unanswered', 'handoff', 'nothing']

/** How alike, on average, a wording is to those of a gap that it joins; and two gaps that become one. Chosen on phrasings of articles that are known apart. */
const alike = 0.25
const same = 0.5
/** Wordings that are looked at in one go; more wait for the next time. */
const most = 20_000
/** Wordings that are read before others get a turn, about 10 ms. */
const slice = 100

interface Placed {
  id: string
  text: string
  gapId: string | null
}

interface Group {
  id: string
  /** It may still be taken into another: nobody has decided anything about it. */
  isLoose: boolean
  /** The sum of its wordings' vectors: its product with another vector, divided by `count`, is the mean likeness. */
  sum: Map<string, number>
  count: number
}

const turnOf = perIstok('placing', () => ({ pass: Promise.resolve() }))

/**
 * Puts each wording that found no answer, and is in no gap yet, into the gap of wordings like it, or into a new one. What is in a gap stays in it, so that
 * its id and its history hold. One pass at a time; whoever asks meanwhile waits for a pass that begins after it asked.
 */
export function placeWordings(istok: Istok): Promise<void> {
  const turn = turnOf(istok)
  turn.pass = turn.pass.catch(() => undefined).then(() => placeAll(istok))
  return turn.pass
}

async function placeAll(istok: Istok): Promise<void> {
  const { orm } = istok.database.reader
  const failed = orm
    .select({ one: sql`1` })
    .from(hearing)
    .where(and(eq(hearing.wordingId, wording.id), inArray(hearing.outcome, failures)))
  const homeless = await orm
    .select({ id: wording.id, text: wording.text, locale: wording.locale, gapId: wording.gapId })
    .from(wording)
    .where(and(isNull(wording.gapId), eq(wording.state, 'open'), sql`EXISTS ${failed}`))
    .orderBy(wording.firstAt, wording.id)
    .limit(most)
  for (const locale of new Set(homeless.map(row => row.locale))) {
    await placeIn(
      istok,
      locale,
      homeless.filter(row => row.locale === locale),
    )
  }
}

async function placeIn(istok: Istok, locale: string, homeless: Placed[]): Promise<void> {
  const members = await istok.database.reader.orm
    .select({ id: wording.id, text: wording.text, gapId: wording.gapId, state: gap.state, articleId: gap.articleId })
    .from(wording)
    .innerJoin(gap, eq(gap.id, wording.gapId))
    .where(and(eq(wording.locale, locale), isNotNull(wording.gapId), ne(gap.state, 'merged')))
    .orderBy(wording.firstAt)
    .limit(most)
  const vectors = await weighAll([...members, ...homeless])
  const groups = new Map<string, Group>()
  for (const member of members) join(groups, member.gapId!, vectors.get(member.id)!, member.state === 'open' && member.articleId === null)
  const homes = new Map<string, string>()
  for (const [at, { id }] of homeless.entries()) {
    if (at % slice === slice - 1) await new Promise(resolve => setImmediate(resolve))
    const vector = vectors.get(id)!
    const home = nearest(groups, vector) ?? newId()
    join(groups, home, vector, true)
    homes.set(id, home)
  }
  const merges = findMerges([...groups.values()])
  await keep(istok, locale, groups, homes, merges)
}

/** Every wording as a vector, weighed by how rare its features are among all of them. */
async function weighAll(all: readonly Placed[]): Promise<Map<string, WordingVector>> {
  const features = new Map<string, Map<string, number>>()
  const frequency = new Map<string, number>()
  for (const [at, { id, text }] of all.entries()) {
    if (at % slice === slice - 1) await new Promise(resolve => setImmediate(resolve))
    const own = wordingFeatures(text)
    features.set(id, own)
    for (const feature of own.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  }
  return new Map([...features].map(([id, own]) => [id, weighWording(own, feature => frequency.get(feature) ?? 0, all.length)]))
}

function join(groups: Map<string, Group>, id: string, vector: WordingVector, isLoose: boolean): void {
  const group = groups.get(id) ?? { id, isLoose, sum: new Map<string, number>(), count: 0 }
  groups.set(id, group)
  group.count++
  for (const [feature, value] of vector) group.sum.set(feature, (group.sum.get(feature) ?? 0) + value)
}

function nearest(groups: Map<string, Group>, vector: WordingVector): string | null {
  let best: string | null = null
  let highest = alike
  for (const { id, sum, count } of groups.values()) {
    const mean = likeness(vector, sum) / count
    if (mean < highest) continue
    highest = mean
    best = id
  }
  return best
}

/** Gaps that turn out to be one: the younger (ids grow with time) is taken into the older, whose id stays. */
function findMerges(groups: Group[]): Map<string, string> {
  const merges = new Map<string, string>()
  const inOrder = groups.sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const younger of inOrder.filter(({ isLoose }) => isLoose)) {
    const older = inOrder.find(
      ({ id, sum, count }) => id < younger.id && !merges.has(id) && likeness(younger.sum, sum) / (count * younger.count) >= same,
    )
    if (older) merges.set(younger.id, older.id)
  }
  return merges
}

async function keep(
  istok: Istok,
  locale: string,
  groups: Map<string, Group>,
  homes: Map<string, string>,
  merges: Map<string, string>,
): Promise<void> {
  await write(istok.database, async tx => {
    const known = new Set((await tx.orm.select({ id: gap.id }).from(gap).where(eq(gap.locale, locale))).map(({ id }) => id))
    for (const id of groups.keys()) {
      if (!known.has(id) && !merges.has(id)) await tx.orm.insert(gap).values({ id, locale, state: 'open', createdAt: tx.now })
    }
    for (const [younger, older] of merges) {
      if (!known.has(younger)) continue
      await tx.orm.update(gap).set({ state: 'merged', mergedInto: older }).where(eq(gap.id, younger))
      await tx.orm.update(wording).set({ gapId: older }).where(eq(wording.gapId, younger))
    }
    for (const [id, home] of homes) {
      await tx.orm
        .update(wording)
        .set({ gapId: merges.get(home) ?? home })
        .where(eq(wording.id, id))
      await tx.pause()
    }
  })
}
