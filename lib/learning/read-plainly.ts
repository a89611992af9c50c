import { isCloseRepair } from '#lib/answering/is-close-repair.ts'
import type { Synonyms } from '#lib/search/analyser/synonyms.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { readQuery } from '#lib/search/repair/read-query.ts'
import type { Istok } from '../istok.ts'
import { perIstok } from '../per-istok.ts'

/** Which wordings say the same in other letters. */
export interface Reading {
  /** The text without wrong layout, transliteration and slips in words that the website knows. */
  repaired(text: string): string
  /** The base's own table; null: none. */
  synonyms: Synonyms | null
}

/** Nothing repaired, no synonyms. */
export const asTyped: Reading = { repaired: text => text, synonyms: null }

/** Texts whose repair is remembered: each pass reads all that is in gaps. */
const remembered = 30_000
const repairsOf = perIstok('repaired-wordings', () => new Map<string, string>())

/** How wordings of a language are read when they are compared: as search would, only what may be a slip repaired. */
export async function readPlainly(istok: Istok, locale: string): Promise<Reading> {
  const search = searchOf(istok)
  const synonyms = search.synonyms(locale)
  const index = await search.ready('website', locale)
  if (!index) return { ...asTyped, synonyms }
  const known = repairsOf(istok)
  const repaired = (text: string) => {
    const key = `${locale} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const { corrected } = readQuery(index.vocabulary, text, { synonyms })
    const isMeant = corrected && (corrected.kind !== 'typo' || isCloseRepair(text, corrected.query))
    const plain = isMeant ? corrected.query : text
    if (known.size >= remembered) known.clear()
    known.set(key, plain)
    return plain
  }
  return { repaired, synonyms }
}
