import { z } from '@hono/zod-openapi'
import { acknowledgeRelease } from '#lib/delivery/acknowledge-release.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { readChanges } from '#lib/delivery/read-changes.ts'
import { IstokError } from '../../errors.ts'
import { addRoute } from '../add-route.ts'
import { channelOf, readableChannel } from '../channel.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import { streamChanges } from '../stream-changes.ts'
import type { Api, Wire } from '../wire.ts'
import { feedSchema } from './delivery-shapes.ts'
import { limitQuery, slugName } from './shapes.ts'

const params = z.object({ channel: z.string().max(100) })
const cursor = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a nextCursor or the seq of an item')
  .optional()
  .openapi({ description: 'Without it from the beginning of what is kept' })
const ackSchema = z
  .strictObject({
    release: z.int().min(0).openapi({ description: 'The release that the consumer serves now' }),
    hashes: z
      .record(slugName, z.string().min(1).max(100))
      .refine(hashes => Object.keys(hashes).length <= 5000, 'has more than 5000 answers')
      .optional()
      .openapi({ description: 'Hash of what is served, by slug' }),
  })
  .openapi('Acknowledgement')

/** The feed of a channel, the same as a stream, and what its consumers say they serve. */
export function addChangeRoutes(app: Api, wire: Wire): void {
  const group = 'Delivery'
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/channels/{channel}/changes',
      summary: 'What changed after a cursor, oldest first, deletions too',
      group,
      scope: 'anyone',
      params,
      query: z.strictObject({ after: cursor, limit: limitQuery }),
      answers: {
        200: { description: 'Changes', schema: feedSchema },
        410: { description: 'The cursor is older than what is kept, or of another history; `snapshot` says where to begin anew' },
      },
    },
    async ({ istok, actor, params, query: { after = null, limit } }) => {
      const channel = readableChannel(actor, params.channel)
      const page = await readChanges(istok, { channel: channel.id, after, limit })
      return jsonReply(istok, page, 200, releaseHeader(wire))
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/channels/{channel}/changes/stream',
      summary: 'The changes as server-sent events',
      description: 'Each event has the seq as its id; a client that comes back with Last-Event-ID misses nothing.',
      group,
      scope: 'anyone',
      params,
      query: z.strictObject({ after: cursor }),
      answers: { 200: { description: 'Events', schema: z.string(), contentType: 'text/event-stream' } },
    },
    async ({ actor, params, query, request }) => {
      const channel = readableChannel(actor, params.channel)
      return streamChanges(wire, actor, channel.id, lastEventId(request) ?? query.after ?? null, request)
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/channels/{channel}/acks',
      summary: 'States which release a consumer serves',
      group,
      scope: 'ack',
      params,
      body: ackSchema,
      answers: { 204: { description: 'Noted' } },
    },
    async ({ istok, actor, params, body }) => {
      const channel = channelOf(params.channel)
      await acknowledgeRelease(istok, actor, { channel: channel.id, release: body.release, hashes: body.hashes ?? null })
      return emptyReply(releaseHeader(wire))
    },
  )
}

function releaseHeader(wire: Wire): Record<string, string> {
  const memory = memoryOf(wire.istok)
  memory.fresh()
  return { 'Istok-Release': String(memory.release) }
}

function lastEventId(request: Request): string | null {
  const id = request.headers.get('last-event-id')
  if (id === null || id === '') return null
  if (/^\d{1,15}$/.test(id)) return id
  const message = 'must be the id of an event of this stream'
  throw new IstokError('invalid', `Last-Event-ID ${message}`, {
    status: 400,
    errors: [{ pointer: 'Last-Event-ID', message, reason: 'cursor' }],
  })
}
