import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { setting } from '#db/schema.ts'
import type { Istok } from '../istok.ts'

/** Who speaks: the organisation's name by locale. */
export interface Organisation {
  name: Record<string, string>
}

const demoOrganisation: Organisation = { name: { ru: 'Исток Банк', en: 'Istok Bank' } }
const unnamed: Organisation = { name: { ru: 'База знаний', en: 'Knowledge base' } }

/** The organisation from the setting `organisation` (`{"name": {"ru": "…"}}`); without it the demo bank, or no name of its own where there is no demo. */
export function readOrganisation({ database, env }: Istok): Organisation {
  const row = prepared(database.reader.orm, settingValue).get({ key: 'organisation' })
  const name = row && namesIn(row.value)
  return name ? { name } : env.demo ? demoOrganisation : unnamed
}

/** The name in `locale`, else in the first locale that has one. */
export function organisationName({ name }: Organisation, locale: string): string {
  return name[locale] ?? Object.values(name)[0] ?? ''
}

function namesIn(value: string): Record<string, string> | null {
  const { name } = JSON.parse(value) as { name?: unknown }
  if (typeof name !== 'object' || name === null) return null
  const names = Object.entries(name).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
  return names.length > 0 ? Object.fromEntries(names) : null
}

const settingValue = (orm: BetterSQLite3Database) =>
  orm
    .select({ value: setting.value })
    .from(setting)
    .where(eq(setting.key, sql.placeholder('key')))
    .prepare()
