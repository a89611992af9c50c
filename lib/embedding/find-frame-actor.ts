import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { embedding, embeddingSession } from '#db/schema/desk.ts'
import type { Actor, Scope } from '#lib/access/actor.ts'
import { readUserActor } from '#lib/access/read-user-actor.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { hashOfSecret } from './frame-token.ts'

const byHash = (orm: BetterSQLite3Database) =>
  orm
    .select({
      userId: embeddingSession.userId,
      sessionVersion: embeddingSession.sessionVersion,
      expiresAt: embeddingSession.expiresAt,
      revokedAt: embedding.revokedAt,
    })
    .from(embeddingSession)
    .innerJoin(embedding, eq(embedding.id, embeddingSession.embeddingId))
    .where(eq(embeddingSession.hash, sql.placeholder('hash')))
    .prepare()

/** What a frame in somebody else's page may do at most, whoever opened it. */
const mostScopes: Scope[] = ['read', 'read:internal', 'events']

/** Whoever opened the frame with this session, with an operator's rights at most; null when it has expired or was ended, or the person's own sessions were. */
export function findFrameActor(istok: Istok, session: string): Actor | null {
  const row = prepared(istok.database.reader.orm, byHash).get({ hash: hashOfSecret(session) })
  if (!row || row.expiresAt <= now() || row.revokedAt !== null) return null
  const actor = readUserActor(istok, row.userId, row.sessionVersion)
  if (!actor) return null
  // What is given in single categories stays outside, too.
  const { grants: _, ...person } = actor
  return { ...person, scopes: new Set(mostScopes.filter(scope => actor.scopes.has(scope))) }
}
