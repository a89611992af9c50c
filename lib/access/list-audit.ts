import { and, desc, eq, gte, like, lt, type SQL } from 'drizzle-orm'
import { audit } from '#db/schema/access.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from './cursor.ts'
import { requireScope } from './policies.ts'

/** `from` ≤ at < `to`, milliseconds since the epoch. `action` is a whole action or its noun (`article` finds `article.created`). */
export interface AuditFilter extends PageInput {
  from?: number
  to?: number
  actor?: string
  action?: string
}

export interface AuditEntry {
  id: number
  /** Milliseconds since the epoch. */
  at: number
  actor: string
  action: string
  subject: string
  details: Record<string, unknown>
  hash: string
}

/** The audit log, newest first. Throws unauthenticated, forbidden (needs admin), invalid (cursor). */
export async function listAudit(istok: Istok, actor: Actor, filter: AuditFilter): Promise<Page<AuditEntry>> {
  requireScope(actor, 'admin')
  const limit = limitOf(filter)
  const rows = await istok.database.reader.orm
    .select()
    .from(audit)
    .where(and(...conditionsOf(filter)))
    .orderBy(desc(audit.id))
    .limit(limit + 1)
  const entries = rows.map(({ previousHash: _, details, ...row }) => ({ ...row, details: JSON.parse(details) as Record<string, unknown> }))
  return pageOf(entries, limit, entry => [entry.id])
}

function conditionsOf({ from, to, actor, action, cursor }: AuditFilter): (SQL | undefined)[] {
  const position = readCursor(cursor, ['number'])
  return [
    from === undefined ? undefined : gte(audit.at, from),
    to === undefined ? undefined : lt(audit.at, to),
    actor === undefined ? undefined : eq(audit.actor, actor),
    action === undefined ? undefined : action.includes('.') ? eq(audit.action, action) : like(audit.action, `${escapeLike(action)}.%`),
    position === null ? undefined : lt(audit.id, position[0] as number),
  ]
}

/** `%` and `_` would match anything; no action has them. */
function escapeLike(text: string): string {
  return text.replace(/[%_]/g, '')
}
