import { z } from '@hono/zod-openapi'
import { memoryOf } from '#lib/delivery/memory.ts'
import { listReleases, readRelease } from '#lib/delivery/read-releases.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { rollBack } from '#lib/release/roll-back.ts'
import { IstokError } from '../../errors.ts'
import { addRoute } from '../add-route.ts'
import { readableChannels } from '../channel.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { releaseDetailSchema, releaseSchema } from './delivery-shapes.ts'
import { newRelease, numberParams } from './release-shapes.ts'
import { scheduleSchema } from './schedules.ts'
import { cursorQuery, limitQuery, pageOf } from './shapes.ts'

const newReleaseSchema = z.strictObject(newRelease).openapi('NewRelease')

/** /releases: what was released, and releasing. */
export function addReleaseRoutes(app: Api, wire: Wire): void {
  addReading(app, wire)
  addPublishing(app, wire)
}

function addReading(app: Api, wire: Wire): void {
  const group = 'Delivery'
  const answers = {
    200: { description: 'The release and what it changed in the channels that the caller may read', schema: releaseDetailSchema },
  }
  addRoute(
    app,
    wire,
    { method: 'get', path: '/releases/current', summary: 'The newest release', group, scope: 'anyone', answers },
    async ({ istok, actor }) => jsonReply(istok, await readRelease(istok, actor, null, readableChannels(actor)), 200, releaseHeader(wire)),
  )
  addRoute(
    app,
    wire,
    { method: 'get', path: '/releases/{n}', summary: 'One release', group, scope: 'anyone', params: numberParams, answers },
    async ({ istok, actor, params }) =>
      jsonReply(istok, await readRelease(istok, actor, params.n, readableChannels(actor)), 200, releaseHeader(wire)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/releases',
      summary: 'The releases, newest first',
      group,
      scope: 'anyone',
      query: z.strictObject({ limit: limitQuery, cursor: cursorQuery }),
      answers: { 200: { description: 'Releases', schema: pageOf(releaseSchema) } },
    },
    async ({ istok, actor, query: { limit, cursor } }) => {
      return jsonReply(
        istok,
        await listReleases(istok, actor, { limit, before: cursor === undefined ? null : numberOf(cursor) }),
        200,
        releaseHeader(wire),
      )
    },
  )
}

function addPublishing(app: Api, wire: Wire): void {
  const group = 'Authoring'
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/releases',
      summary: 'Publishes drafts and withdraws articles in one release over all channels',
      description: 'Refused with `losses` when a channel cannot say it; nothing changes then.',
      group,
      scope: 'publish',
      perCategory: true,
      body: newReleaseSchema,
      answers: {
        201: { description: 'Published', schema: releaseDetailSchema },
        202: { description: 'Scheduled', schema: scheduleSchema },
      },
    },
    async ({ istok, actor, body }) => {
      const done = await publishRelease(istok, actor, body)
      return jsonReply(istok, done, 'state' in done ? 202 : 201, releaseHeader(wire))
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/releases/{n}/rollback',
      summary: 'A new release that restores the state before this one',
      group,
      scope: 'publish',
      params: numberParams,
      body: z.strictObject({ note: z.string().max(2000).default('') }).optional(),
      answers: { 201: { description: 'Published', schema: releaseDetailSchema } },
    },
    async ({ istok, actor, params, body }) =>
      jsonReply(istok, await rollBack(istok, actor, { number: params.n, note: body?.note ?? '' }), 201, releaseHeader(wire)),
  )
}

function releaseHeader(wire: Wire): Record<string, string> {
  const memory = memoryOf(wire.istok)
  memory.fresh()
  return { 'Istok-Release': String(memory.release) }
}

function numberOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor)
  const message = 'is not a cursor that this list gave'
  throw new IstokError('invalid', `cursor ${message}`, { status: 400, errors: [{ pointer: '?cursor', message, reason: 'cursor' }] })
}
