import { eq } from 'drizzle-orm'
import { snippet, snippetReference } from '#db/schema/facts.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { isUsed, readUsage } from './read-usage.ts'
import { requireVersion } from './require-version.ts'
import { readSnippetRow } from './write-snippet.ts'

/** Removes a snippet that nothing names; what was published of it stays in the history. Throws forbidden (needs write), not_found, conflict (with `usage`; 412). */
export async function deleteSnippet(istok: Istok, actor: Actor, input: { key: string; expectedVersion?: number | null }): Promise<void> {
  requireScope(actor, 'write')
  await write(istok.database, async tx => {
    const row = await readSnippetRow(tx.orm, input.key)
    if (input.expectedVersion != null) requireVersion(row, input.expectedVersion)
    const usage = readUsage(tx.orm, 'snippet', input.key)
    if (isUsed(usage))
      throw new IstokError('conflict', `The snippet "${input.key}" is used: take it out there first`, {
        reason: 'snippet-used',
        extra: { usage },
      })
    await tx.orm.delete(snippetReference).where(eq(snippetReference.snippet, input.key))
    await tx.orm.delete(snippet).where(eq(snippet.key, input.key))
    await recordAudit(tx, actor, 'snippet.deleted', `snippet:${input.key}`, { version: row.version })
  })
}
