import { sql } from 'drizzle-orm'
import { hearing } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'

/** Milliseconds after which nobody goes on any more with what was offered: a conversation remembers its topic as long. */
const patience = 30 * 60_000

/**
 * Notes of each question that was asked back, half an hour later, whether it was left at that: nothing was answered in the same conversation (or to the same
 * contact) since, and nobody opened an answer that was offered for these words.
 */
export async function noteDropped({ database }: Istok): Promise<void> {
  const isUndecided = sql`outcome = 'clarify' AND dropped IS NULL AND at < ${now() - patience}`
  if (!database.reader.orm.get(sql`SELECT 1 FROM ${hearing} WHERE ${isUndecided} LIMIT 1`)) return
  await write(database, async tx => {
    tx.orm.run(sql`UPDATE hearing AS h SET dropped = NOT (
      EXISTS (SELECT 1 FROM ask a WHERE a.conversation_id = h.person AND a.at BETWEEN h.at AND h.at + ${patience} AND a.status = 'answered')
      OR EXISTS (SELECT 1 FROM ask a WHERE a.at BETWEEN h.at AND h.at + ${patience} AND a.person = h.person AND a.status = 'answered')
      OR EXISTS (SELECT 1 FROM hearing o WHERE o.wording_id = h.wording_id AND o.at BETWEEN h.at AND h.at + ${patience} AND o.outcome = 'opened'))
      WHERE ${isUndecided}`)
  })
}
