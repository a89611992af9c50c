import { z } from '@hono/zod-openapi'
import { scopes } from '#lib/access/actor.ts'
import { createKey } from '#lib/access/create-key.ts'
import { listKeys } from '#lib/access/list-keys.ts'
import { revokeKey } from '#lib/access/revoke-key.ts'
import { addRoute } from '../add-route.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { channelName, instant, pageOf, pageQuery, shownInstant } from './shapes.ts'

const keySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    channel: z.string().nullable(),
    expiresAt: shownInstant.nullable(),
    lastUsedAt: shownInstant.nullable(),
    createdAt: shownInstant,
    createdBy: z.string(),
    revokedAt: shownInstant.nullable(),
  })
  .openapi('Key')

const newKeySchema = z
  .strictObject({
    name: z.string().min(1).max(100),
    scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
    channel: channelName.nullish(),
    expiresAt: instant.nullish(),
  })
  .openapi('NewKey')

/** /keys: API keys, shown once. */
export function addKeyRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/keys',
      summary: 'The keys that exist, without their secrets',
      group: 'Connecting',
      scope: 'admin',
      query: pageQuery,
      answers: { 200: { description: 'Keys, oldest first', schema: pageOf(keySchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listKeys(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/keys',
      summary: 'A new key; its secret is shown in this answer only',
      group: 'Connecting',
      scope: 'admin',
      body: newKeySchema,
      secret: true,
      answers: { 201: { description: 'Made', schema: z.object({ id: z.string(), key: z.string() }) } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await createKey(istok, actor, body), 201),
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/keys/{id}',
      summary: 'Ends a key at once and for good',
      group: 'Connecting',
      scope: 'admin',
      params: z.object({ id: z.string().max(100) }),
      answers: { 204: { description: 'Revoked' } },
    },
    async ({ istok, actor, params }) => {
      await revokeKey(istok, actor, params)
      return emptyReply()
    },
  )
}
