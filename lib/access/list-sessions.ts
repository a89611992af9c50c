import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { session, user } from '#db/schema/access.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from './cursor.ts'
import { requireScope } from './policies.ts'
import { longestSession } from './session-limits.ts'

/** A session that may still hold. Times in milliseconds since the epoch. */
export interface SessionEntry {
  id: string
  user: { id: string; name: string; email: string }
  agent: string
  address: string
  startedAt: number
  seenAt: number
}

/** The sessions that hold, newest first: of everybody, or of one `user`; everybody may see his own. Throws forbidden, invalid (cursor). */
export async function listSessions(istok: Istok, actor: Actor, input: PageInput & { user?: string }): Promise<Page<SessionEntry>> {
  if (input.user === undefined || actor.id !== `user:${input.user}`) requireScope(actor, 'admin')
  const limit = limitOf(input)
  const position = readCursor(input.cursor, ['number', 'string'])
  const rows = await istok.database.reader.orm
    .select({ session, name: user.name, email: user.email })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(
      and(
        isNull(session.endedAt),
        gt(session.startedAt, now() - longestSession * 1000),
        input.user === undefined ? undefined : eq(session.userId, input.user),
        position === null
          ? undefined
          : or(
              lt(session.startedAt, position[0] as number),
              and(eq(session.startedAt, position[0] as number), lt(session.id, position[1] as string)),
            ),
      ),
    )
    .orderBy(desc(session.startedAt), desc(session.id))
    .limit(limit + 1)
  const entries = rows.map(({ session: { id, userId, agent, address, startedAt, seenAt }, name, email }) => ({
    ...{ id, user: { id: userId, name, email }, agent, address, startedAt, seenAt },
  }))
  return pageOf(entries, limit, entry => [entry.startedAt, entry.id])
}
