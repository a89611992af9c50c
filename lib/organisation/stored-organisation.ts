import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { setting } from '#db/schema/access.ts'

/** The row of the table of settings. */
export const organisationSetting = 'organisation'

/** What is stored of the organisation; what nobody has set is missing. */
export interface StoredOrganisation {
  /** By locale. */
  name?: Record<string, string>
  /** Id of a picture. */
  logo?: string | null
  /** #rrggbb as chosen, before the contrast is corrected. */
  accent?: string | null
  timeZone?: string
  locales?: string[]
  /** Counts the changes. */
  version?: number
}

/** What the administrators have set; empty before the first time. */
export function storedOrganisation(orm: BetterSQLite3Database): StoredOrganisation {
  const row = prepared(orm, byKey).get({ key: organisationSetting })
  const value: unknown = row ? JSON.parse(row.value) : {}
  return typeof value === 'object' && value !== null ? value : {}
}

const byKey = (orm: BetterSQLite3Database) =>
  orm
    .select({ value: setting.value })
    .from(setting)
    .where(eq(setting.key, sql.placeholder('key')))
    .prepare()
