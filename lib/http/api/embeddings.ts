import { z } from '@hono/zod-openapi'
import { createEmbedding, listEmbeddings, revokeEmbedding, updateEmbedding } from '#lib/embedding/embeddings.ts'
import { issueFrameToken } from '#lib/embedding/issue-frame-token.ts'
import { openFrame, renewFrame } from '#lib/embedding/open-frame.ts'
import { addRoute } from '../add-route.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { idText, shownInstant } from './shapes.ts'

const group = 'Connecting'
const params = z.object({ id: idText })
const input = z
  .strictObject({ name: z.string().min(1).max(100), origins: z.array(z.string().max(300)).min(1).max(20) })
  .openapi('NewEmbedding')
const embeddingSchema = z
  .object({
    ...{ id: z.string(), name: z.string(), origins: z.array(z.string()) },
    ...{ createdAt: shownInstant, createdBy: z.string(), revokedAt: shownInstant.nullable() },
  })
  .openapi('Embedding')
const until = { expiresAt: shownInstant }

/** The operator panel in pages of other systems. */
export function addEmbeddingRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/embeddings', summary: 'Where the operator panel may be embedded', group, scope: 'admin' },
      answers: { 200: { description: 'Embeddings, oldest first', schema: z.object({ items: z.array(embeddingSchema) }) } },
    },
    async ({ istok, actor }) => jsonReply(istok, { items: await listEmbeddings(istok, actor) }),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/embeddings', summary: 'Allows the panel in pages of these origins', group, scope: 'admin', body: input },
      answers: { 201: { description: 'Made', schema: embeddingSchema } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await createEmbedding(istok, actor, body), 201),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'put', path: '/embeddings/{id}', summary: 'Changes name and origins', group, scope: 'admin', params, body: input },
      answers: { 200: { description: 'Changed', schema: embeddingSchema } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await updateEmbedding(istok, actor, { ...body, id: params.id })),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'delete', path: '/embeddings/{id}', summary: 'Ends an embedding and every frame of it', group, scope: 'admin', params },
      answers: { 204: { description: 'Ended' } },
    },
    async ({ istok, actor, params }) => {
      await revokeEmbedding(istok, actor, params)
      return emptyReply()
    },
  )
  addFrameRoutes(app, wire)
}

function addFrameRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      ...{
        method: 'post',
        path: '/embeddings/{id}/tokens',
        summary: 'A one-time token for one person',
        group,
        scope: 'events',
        secret: true,
      },
      description:
        'Asked for by the server of the host page; it goes to the frame in the fragment of its address or by postMessage. Holds for a minute.',
      ...{ params, body: z.strictObject({ email: z.email().max(254) }) },
      answers: { 201: { description: 'The token, shown once', schema: z.object({ token: z.string(), ...until }) } },
    },
    async ({ istok, actor, params, body }) =>
      jsonReply(istok, await issueFrameToken(istok, actor, { id: params.id, email: body.email }), 201),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/embeddings/{id}/sessions', summary: 'Redeems a one-time token', group, scope: 'anyone', secret: true },
      description: 'The session is a bearer for the memory of the frame: no cookie is set.',
      ...{ params, body: z.strictObject({ token: z.string().min(1).max(1000) }) },
      answers: { 201: { description: 'The session, shown once', schema: z.object({ session: z.string(), ...until }) } },
    },
    async ({ istok, params, body }) => jsonReply(istok, await openFrame(istok, { id: params.id, token: body.token }), 201),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/embeddings/{id}/renewals', summary: 'Lets a frame’s session hold on', group, scope: 'events', params },
      answers: { 200: { description: 'Until when', schema: z.object(until) } },
    },
    async ({ istok, actor, request }) => {
      const session = /^Bearer +(\S{1,512})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
      return jsonReply(istok, await renewFrame(istok, actor, { session }))
    },
  )
}
