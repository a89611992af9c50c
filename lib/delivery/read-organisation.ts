import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { media } from '#db/schema/content.ts'
import { storedOrganisation } from '#lib/organisation/stored-organisation.ts'
import type { Istok } from '../istok.ts'

/** Who speaks, and how his pages look. */
export interface Organisation {
  /** By locale. */
  name: Record<string, string>
  /** A picture in place of our mark. */
  logo: Logo | null
  /** #rrggbb as chosen, before the contrast is corrected. */
  accent: string | null
}

export interface Logo {
  /** `/media/{id}.{extension}`. */
  path: string
  mediaType: string
  width: number | null
  height: number | null
}

const demoName = { ru: 'Исток Банк', en: 'Istok Bank' }
const noName = { ru: 'База знаний', en: 'Knowledge base' }

/** The organisation from its setting; without a name the demo bank, or no name of its own where there is no demo. */
export function readOrganisation({ database, env }: Istok): Organisation {
  const { name, logo, accent = null } = storedOrganisation(database.reader.orm)
  return { name: namesIn(name) ?? (env.demo ? demoName : noName), logo: logo ? readLogo(database.reader.orm, logo) : null, accent }
}

/** Null when the picture has gone: a page without a logo is better than none. */
function readLogo(orm: BetterSQLite3Database, id: string): Logo | null {
  const row = prepared(orm, mediaById).get({ id })
  if (!row) return null
  const { extension, ...picture } = row
  return { path: `/media/${id}.${extension}`, ...picture }
}

/** The name in `locale`, else in the first locale that has one. */
export function organisationName({ name }: Pick<Organisation, 'name'>, locale: string): string {
  return name[locale] ?? Object.values(name)[0] ?? ''
}

function namesIn(name: unknown): Record<string, string> | null {
  if (typeof name !== 'object' || name === null) return null
  const names = Object.entries(name).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
  return names.length > 0 ? Object.fromEntries(names) : null
}

const mediaById = (orm: BetterSQLite3Database) =>
  orm
    .select({ mediaType: media.mediaType, extension: media.extension, width: media.width, height: media.height })
    .from(media)
    .where(eq(media.id, sql.placeholder('id')))
    .prepare()
