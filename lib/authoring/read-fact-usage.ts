import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { readUsage, type Usage } from './read-usage.ts'
import { requireDrafts } from './require-drafts.ts'
import { readFactRow } from './write-fact.ts'

/** Who uses a fact, directly or through a snippet. Throws forbidden (needs write or read:internal), not_found. */
export async function readFactUsage(istok: Istok, actor: Actor, { key }: { key: string }): Promise<Usage> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  await readFactRow(orm, key)
  return readUsage(orm, 'fact', key)
}
