import { desc, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { audit } from '#db/schema/access.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from './actor.ts'
import { canonicalJson, chainHash, chainStart } from './audit-chain.ts'

const lastRow = (orm: BetterSQLite3Database) =>
  orm.select({ id: audit.id, hash: audit.hash }).from(audit).orderBy(desc(audit.id)).limit(1).prepare()

const insertRow = (orm: BetterSQLite3Database) =>
  orm
    .insert(audit)
    .values({
      id: sql.placeholder('id'),
      at: sql.placeholder('at'),
      actor: sql.placeholder('actor'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
      details: sql.placeholder('details'),
      previousHash: sql.placeholder('previousHash'),
      hash: sql.placeholder('hash'),
    })
    .prepare()

/**
 * Says in the audit log who did what, in the transaction that does it. `action` is `noun.verb` in the past (`article.created`), `subject` is
 * `kind:id` (`article:…`). `details` never hold a secret, a password or the text of content.
 */
export async function recordAudit(
  tx: Transaction,
  actor: Pick<Actor, 'id'>,
  action: string,
  subject: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  const last = await prepared(tx.orm, lastRow).get()
  const previousHash = last?.hash ?? chainStart
  const row = { id: (last?.id ?? 0) + 1, at: tx.now, actor: actor.id, action, subject, details: canonicalJson(details) }
  await prepared(tx.orm, insertRow).run({ ...row, previousHash, hash: chainHash(previousHash, row) })
}
