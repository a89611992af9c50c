import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { readUsage, type Usage } from './read-usage.ts'
import { requireDrafts } from './require-drafts.ts'
import { readSnippetRow } from './write-snippet.ts'

/** Who uses a snippet. Throws forbidden (needs write or read:internal), not_found. */
export async function readSnippetUsage(istok: Istok, actor: Actor, { key }: { key: string }): Promise<Usage> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  await readSnippetRow(orm, key)
  return readUsage(orm, 'snippet', key)
}
