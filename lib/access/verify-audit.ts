import type { Istok } from '../istok.ts'
import { type AuditRow, chainHash, chainStart } from './audit-chain.ts'

export interface AuditVerdict {
  rows: number
  /** Hash of the newest row: keep it elsewhere (a backup prints it) and a rewritten log is noticed. */
  head: string
  /** Ids at which the chain breaks; empty: every row is as it was written. */
  broken: number[]
}

/** Recomputes the hash chain of the audit log row by row. Reads in one pass and needs constant memory. */
export async function verifyAudit(istok: Istok): Promise<AuditVerdict> {
  const { sqlite } = istok.database.reader
  const rows = sqlite
    .prepare('SELECT id, at, actor, action, subject, details, previous_hash AS previousHash, hash FROM audit ORDER BY id')
    .iterate()
  const verdict: AuditVerdict = { rows: 0, head: chainStart, broken: [] }
  for (const row of rows as Iterable<AuditRow & { previousHash: string; hash: string }>) {
    verdict.rows += 1
    const whole = row.id === verdict.rows && row.previousHash === verdict.head && row.hash === chainHash(row.previousHash, row)
    if (!whole) verdict.broken.push(row.id)
    verdict.head = row.hash
  }
  const newest = sqlite.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").pluck().get() as number | undefined
  if ((newest ?? 0) > verdict.rows) verdict.broken.push(newest ?? 0)
  return verdict
}
