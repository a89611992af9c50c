import { eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { gap, wording } from '#db/schema/learning.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { WordingRow } from './list-wordings.ts'
import { isShareable, readTallies } from './read-hearings.ts'

export type GapRow = typeof gap.$inferSelect

/** A wording that may be shown. Throws not_found, also where it holds personal data of one person. */
export function readWording(istok: Istok, id: string): WordingRow {
  const row = istok.database.reader.orm.select().from(wording).where(eq(wording.id, id)).get()
  const people = row ? (readTallies(istok, [id]).get(id)?.people ?? 0) : 0
  if (row && isShareable(row.private, people)) return row
  throw new IstokError('not_found', `There is no wording "${id}"`)
}

/** A gap's row; that of the older one where it was taken into it. Throws not_found. */
export function readGapRow(orm: BetterSQLite3Database, id: string): GapRow {
  const row = orm.select().from(gap).where(eq(gap.id, id)).get()
  if (row?.state === 'merged' && row.mergedInto !== null) return readGapRow(orm, row.mergedInto)
  if (row) return row
  throw new IstokError('not_found', `There is no gap "${id}"`)
}
