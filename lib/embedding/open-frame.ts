import { and, eq, gt, lt } from 'drizzle-orm'
import { embeddingSession, embeddingToken } from '#db/schema/desk.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { readUserActor } from '#lib/access/read-user-actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { findFrameOrigins } from './find-frame-origins.ts'
import { hashOfSecret, longestSessionSeconds, makeFrameSecret, readFrameToken, sessionSeconds } from './frame-token.ts'

/** A frame's session: `session` is shown once; times in milliseconds since the epoch. */
export interface FrameSession {
  session: string
  expiresAt: number
}

/** Redeems a one-time token; the second try, a late one and one of another embedding are refused alike. Throws unauthenticated. */
export async function openFrame(istok: Istok, { id, token }: { id: string; token: string }): Promise<FrameSession> {
  const claims = readFrameToken(istok, token)
  if (!claims || claims.embedding !== id || !findFrameOrigins(istok, id)) throw refusal()
  const actor = readUserActor(istok, claims.user, claims.version)
  if (!actor) throw refusal()
  return write(istok.database, async tx => {
    if (claims.expiresAt <= tx.now) throw refusal()
    await tx.orm.delete(embeddingToken).where(lt(embeddingToken.expiresAt, tx.now))
    await tx.orm.delete(embeddingSession).where(lt(embeddingSession.expiresAt, tx.now))
    const used = await tx.orm
      .insert(embeddingToken)
      .values({ hash: hashOfSecret(token), expiresAt: claims.expiresAt })
      .onConflictDoNothing()
    if (used.changes === 0) throw refusal()
    const session = makeFrameSecret()
    const expiresAt = tx.now + sessionSeconds * 1000
    const row = { hash: hashOfSecret(session), embeddingId: id, userId: claims.user, sessionVersion: claims.version }
    await tx.orm.insert(embeddingSession).values({ ...row, createdAt: tx.now, expiresAt })
    await recordAudit(tx, actor, 'embedding.opened', `embedding:${id}`)
    return { session, expiresAt }
  })
}

/** Lets a frame's session hold for another quarter of an hour, for eight hours in all. No new right comes of it, so the audit log has nothing of it. Throws unauthenticated. */
export async function renewFrame(istok: Istok, actor: Actor, { session }: { session: string }): Promise<{ expiresAt: number }> {
  return write(istok.database, async tx => {
    const hash = hashOfSecret(session)
    const known = await tx.orm
      .select()
      .from(embeddingSession)
      .where(and(eq(embeddingSession.hash, hash), gt(embeddingSession.expiresAt, tx.now)))
      .get()
    if (!known || actor.id !== `user:${known.userId}`) throw refusal()
    const expiresAt = Math.min(tx.now + sessionSeconds * 1000, known.createdAt + longestSessionSeconds * 1000)
    await tx.orm.update(embeddingSession).set({ expiresAt }).where(eq(embeddingSession.hash, hash))
    return { expiresAt }
  })
}

function refusal(): IstokError {
  return new IstokError('unauthenticated', 'The token is used, expired or not for this embedding: ask the host for a new one')
}
