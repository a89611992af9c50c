import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { fact } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { FactType } from '#lib/document/facts.ts'
import type { Istok } from '../istok.ts'
import { holdsText } from './holds-text.ts'
import { factStatus } from './key-status.ts'
import { type FactEntry, factEntry, selectFacts } from './read-fact.ts'
import { requireDrafts } from './require-drafts.ts'
import type { Status } from './status.ts'

export interface FactFilter extends PageInput {
  type?: FactType
  status?: Status
  /** Part of the key or a title, in any case. */
  q?: string
}

/** All facts by key. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listFacts(istok: Istok, actor: Actor, filter: FactFilter = {}): Promise<Page<FactEntry>> {
  requireDrafts(actor)
  const limit = limitOf(filter)
  const position = readCursor(filter.cursor, ['string'])
  const rows = await selectFacts(istok.database.reader.orm)
    .where(
      and(
        position === null ? undefined : gt(fact.key, position[0] as string),
        filter.type === undefined ? undefined : eq(fact.type, filter.type),
        filter.status === undefined ? undefined : sql`${factStatus} = ${filter.status}`,
        holdsText(filter.q, { plain: [fact.key], lists: [fact.title] }),
      ),
    )
    .orderBy(asc(fact.key))
    .limit(limit + 1)
  return pageOf(rows.map(factEntry), limit, entry => [entry.key])
}
