import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { session } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { readUserActor } from './read-user-actor.ts'

/** What a session's cookie says. */
export interface SessionClaims {
  userId: string
  sessionVersion: number
  sessionId: string
}

/** How exact `seenAt` is, in milliseconds. */
const seenInterval = 60_000

const byId = (orm: BetterSQLite3Database) =>
  orm
    .select({ userId: session.userId, endedAt: session.endedAt, seenAt: session.seenAt })
    .from(session)
    .where(eq(session.id, sql.placeholder('id')))
    .prepare()

/**
 * Whoever holds this session, or null when it has ended: by itself, or with all of his (signed out, disabled, other roles, other password). Asks the database
 * at each call, so an end is felt with the next request, in every process.
 */
export function findSessionActor(istok: Istok, claims: { [Name in keyof SessionClaims]?: unknown }): Actor | null {
  const { userId, sessionVersion, sessionId } = claims
  if (typeof userId !== 'string' || typeof sessionVersion !== 'number' || typeof sessionId !== 'string') return null
  const row = prepared(istok.database.reader.orm, byId).get({ id: sessionId })
  if (row === undefined || row.userId !== userId || row.endedAt !== null) return null
  const actor = readUserActor(istok, userId, sessionVersion)
  if (actor) noteSeen(istok, sessionId, row.seenAt)
  return actor
}

const noted = new WeakMap<Istok, Map<string, number>>()

/** Written without waiting: a sight that is lost costs a minute of exactness, not the request. */
function noteSeen(istok: Istok, id: string, seenAt: number): void {
  const ofProcess = noted.get(istok) ?? new Map<string, number>()
  noted.set(istok, ofProcess)
  const at = now()
  if (at - Math.max(seenAt, ofProcess.get(id) ?? 0) < seenInterval) return
  if (ofProcess.size > 10_000) ofProcess.clear()
  ofProcess.set(id, at)
  write(istok.database, async tx => {
    await tx.orm.update(session).set({ seenAt: at }).where(eq(session.id, id))
  }).catch((error: unknown) => istok.log.warn({ err: error }, 'when a session was seen was not written down'))
}
