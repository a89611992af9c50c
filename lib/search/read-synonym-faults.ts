import type { Actor } from '#lib/access/actor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import type { Istok } from '../istok.ts'
import { perIstok } from '../per-istok.ts'
import { type CheckedSynonym, findSynonymFaults, type SynonymFault } from './find-synonym-faults.ts'

const lastOf = perIstok('synonym-faults', ({ database }) => ({
  all: database.reader.sqlite
    .prepare('SELECT json_group_array(json_array(id, locale, json(terms), direction)) FROM (SELECT * FROM synonym ORDER BY id)')
    .pluck(),
  text: '',
  faults: new Map<string, SynonymFault[]>(),
}))

/** What an editor should look at in the house's synonyms, by id of the entry; looked for again when one is another. Throws forbidden (needs write or read:internal). */
export async function readSynonymFaults(istok: Istok, actor: Actor): Promise<ReadonlyMap<string, SynonymFault[]>> {
  requireDrafts(actor)
  const last = lastOf(istok)
  const text = last.all.get() as string
  if (text !== last.text) {
    const rows = JSON.parse(text) as [string, string, string[], CheckedSynonym['direction']][]
    last.faults = findSynonymFaults(rows.map(([id, locale, terms, direction]) => ({ id, locale, terms, direction })))
    last.text = text
  }
  return last.faults
}
