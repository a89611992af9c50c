import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { embedding } from '#db/schema/desk.ts'
import type { Istok } from '../istok.ts'

const byId = (orm: BetterSQLite3Database) =>
  orm
    .select({ origins: embedding.origins })
    .from(embedding)
    .where(and(eq(embedding.id, sql.placeholder('id')), isNull(embedding.revokedAt)))
    .prepare()

/** The origins that may frame the panel under this embedding; null when there is none or it has ended. */
export function findFrameOrigins(istok: Istok, id: string): string[] | null {
  return prepared(istok.database.reader.orm, byId).get({ id })?.origins ?? null
}
