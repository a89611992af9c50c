import { z } from '@hono/zod-openapi'
import { endSession } from '#lib/access/end-session.ts'
import { listSessions } from '#lib/access/list-sessions.ts'
import { addRoute } from '../add-route.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { idText, pageOf, pageQuery, shownInstant } from './shapes.ts'

const sessionSchema = z
  .object({
    id: z.string(),
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    agent: z.string(),
    address: z.string(),
    startedAt: shownInstant,
    seenAt: shownInstant,
  })
  .openapi('Session')

/** /sessions: who is signed in where, and the end of one sign-in. */
export function addSessionRoutes(app: Api, wire: Wire): void {
  const group = 'Operations'
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/sessions',
      summary: 'The sessions that hold, newest first; everybody may list his own',
      group,
      scope: 'read',
      query: pageQuery.extend({ user: idText.optional() }),
      answers: { 200: { description: 'Sessions', schema: pageOf(sessionSchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listSessions(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/sessions/{id}',
      summary: 'Ends one session with its next request',
      group,
      scope: 'read',
      params: z.object({ id: idText }),
      answers: { 204: { description: 'Ended' } },
    },
    async ({ istok, actor, params }) => {
      await endSession(istok, actor, params)
      return emptyReply()
    },
  )
}
