import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { media } from '#db/schema/content.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

/** Where a stored picture lies and what it is. */
export interface StoredFile {
  path: string
  mediaType: string
  extension: string
  bytes: number
}

/** A stored picture for whoever knows its id, which is as long as a secret: pictures of the public site need no sign-in. Throws not_found. */
export async function readMedia(istok: Istok, { id }: { id: string }): Promise<StoredFile> {
  const row = findMedia(istok, id)
  if (!row) throw new IstokError('not_found', `There is no picture "${id}"`)
  const { mediaType, extension, bytes } = row
  return { path: mediaPath(istok, row), mediaType, extension, bytes }
}

/** The row of a stored picture. */
export function findMedia(istok: Istok, id: string): typeof media.$inferSelect | undefined {
  return prepared(istok.database.reader.orm, byId).get({ id })
}

/** The file of a picture; both parts are ours, never a caller's. */
export function mediaPath(istok: Istok, { id, extension }: { id: string; extension: string }): string {
  return join(istok.database.dataDir, 'media', `${id}.${extension}`)
}

const byId = (orm: BetterSQLite3Database) =>
  orm
    .select()
    .from(media)
    .where(eq(media.id, sql.placeholder('id')))
    .prepare()
