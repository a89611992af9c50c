import { createHash } from 'node:crypto'

/** A row of the audit log without its hashes. `at`: milliseconds since the epoch; `details`: canonical JSON. */
export interface AuditRow {
  id: number
  at: number
  actor: string
  action: string
  subject: string
  details: string
}

/** What stands before the first row of the chain. */
export const chainStart = 'sha256-start'

/** The hash of a row that follows `previousHash`: sha256(previous hash ‖ canonical row). Changing, removing or inserting a row breaks every hash after it. */
export function chainHash(previousHash: string, row: AuditRow): string {
  const canonical = JSON.stringify([row.id, row.at, row.actor, row.action, row.subject, row.details])
  return `sha256-${createHash('sha256').update(previousHash).update('\n').update(canonical).digest('base64url')}`
}

/** JSON with the keys of every object in one order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  )
}
