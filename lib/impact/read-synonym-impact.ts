import { synonym } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import { type NewSynonym, synonymContent } from '#lib/authoring/synonym-content.ts'
import { readSynonyms, type SynonymRow, type Synonyms } from '#lib/search/analyser/synonyms.ts'
import { tokenise } from '#lib/search/analyser/tokens.ts'
import { rank } from '#lib/search/engine/rank.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { findCurrentAnswer } from '#lib/search/read-hit.ts'
import { readQuery } from '#lib/search/repair/read-query.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { readAskedTexts, readPhrasings, type TriedText } from './texts-to-try.ts'

/** An answer that search puts first. */
export interface FirstAnswer {
  articleId: string
  slug: string
  title: string
}

/** A text for which another answer comes first. */
export interface FoundOtherwise extends Omit<TriedText, 'articleId'> {
  before: FirstAnswer | null
  after: FirstAnswer | null
  /** Of a phrasing: whether its own article is the one that comes first now, or then. */
  own: 'before' | 'after' | null
}

export interface SynonymImpact {
  /** Recent questions of customers and operators, and phrasings of articles, that were tried. */
  asked: number
  phrasings: number
  /** How many of them search would read with other words than now. */
  read: number
  /** How many would get another first answer: of these at most `shown`, what was asked most first. */
  otherwise: number
  items: FoundOtherwise[]
}

const shown = 50
/** Milliseconds after which others get a turn. */
const turn = 8

/**
 * What search would find otherwise with this entry (`id`: in place of that one; `entry` null: without it): recent real questions and the phrasings of live
 * articles, each found by the search that answers readers, with the synonyms of now and of then. Throws forbidden (needs write or read:internal), not_found,
 * invalid (names the field).
 */
export async function readSynonymImpact(
  istok: Istok,
  actor: Actor,
  input: { id: string | null; entry: NewSynonym | null },
): Promise<SynonymImpact> {
  requireDrafts(actor)
  const rows = await istok.database.reader.orm.select().from(synonym).orderBy(synonym.id)
  const old = rows.find(({ id }) => id === input.id) ?? null
  if (input.id !== null && !old) throw new IstokError('not_found', `There is no synonym "${input.id}"`)
  const entry = input.entry && synonymContent(input.entry)
  const impact: SynonymImpact = { asked: 0, phrasings: 0, read: 0, otherwise: 0, items: [] }
  for (const locale of new Set([old, entry].flatMap(one => one?.locale ?? []))) {
    const kept: SynonymRow[] = rows.filter(row => row.locale === locale && row !== old)
    const after = readSynonyms(entry?.locale === locale ? [...kept, entry] : kept)
    const terms = [old, entry].flatMap(one => (one?.locale === locale ? one.terms : []))
    await tryTexts(istok, locale, { after, terms }, impact)
  }
  impact.items = impact.items.slice(0, shown)
  return impact
}

async function tryTexts(
  istok: Istok,
  locale: string,
  { after, terms }: { after: Synonyms; terms: string[] },
  impact: SynonymImpact,
): Promise<void> {
  const asked = readAskedTexts(istok, locale)
  const keys = new Set(terms.flatMap(keysOf))
  const phrasings = readPhrasings(istok, locale)
  impact.asked += asked.length
  impact.phrasings += phrasings.length
  // A question that was typed may be repaired into a word of the entry; phrasings are written well.
  const texts = [...asked, ...phrasings.filter(({ text }) => keysOf(text).some(key => keys.has(key)))]
  const before = searchOf(istok).synonyms(locale)
  let begun = performance.now()
  for (const { articleId, ...text } of texts) {
    if (performance.now() - begun > turn) {
      await new Promise(resolve => setImmediate(resolve))
      begun = performance.now()
    }
    const found = await findBoth(istok, text, before, after)
    if (!found) continue
    impact.read += 1
    const [first, then] = found
    if (first?.articleId === then?.articleId) continue
    impact.otherwise += 1
    const own = articleId === null ? null : articleId === first?.articleId ? 'before' : articleId === then?.articleId ? 'after' : null
    impact.items.push({ ...text, before: first, after: then, own })
  }
}

/** The first answers of now and of then; null where search reads the text no otherwise. */
async function findBoth(
  istok: Istok,
  { text, locale, channel }: Omit<TriedText, 'articleId'>,
  before: Synonyms,
  after: Synonyms,
): Promise<[FirstAnswer | null, FirstAnswer | null] | null> {
  const index = await searchOf(istok).index(channel, locale)
  const [now, then] = [before, after].map(synonyms => readQuery(index.vocabulary, text, { synonyms }))
  if (!now || !then) return null
  const ways = (query: typeof now) => JSON.stringify(query.words.map(({ options }) => options.map(({ keys, weight }) => [keys, weight])))
  if (ways(now) === ways(then)) return null
  const firstOf = (query: typeof now): FirstAnswer | null => {
    const [hit] = rank(index, query, 1).hits
    const current = hit && findCurrentAnswer(istok, channel, locale, hit.slug)
    return hit && current ? { articleId: hit.articleId, slug: hit.slug, title: current.title } : null
  }
  return [firstOf(now), firstOf(then)]
}

function keysOf(text: string): string[] {
  return tokenise(text).map(({ key }) => key)
}
