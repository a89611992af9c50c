import { desc } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { release } from '#db/schema/releases.ts'

/** The number of the newest release and its instant in milliseconds; both 0 before the first. */
export function newestRelease(orm: BetterSQLite3Database): { number: number; at: number } {
  return prepared(orm, newest).get() ?? { number: 0, at: 0 }
}

const newest = (orm: BetterSQLite3Database) =>
  orm.select({ number: release.number, at: release.publishedAt }).from(release).orderBy(desc(release.number)).limit(1).prepare()
