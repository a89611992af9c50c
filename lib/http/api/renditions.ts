import { z } from '@hono/zod-openapi'
import { requireScope } from '#lib/access/policies.ts'
import { listAcknowledgements } from '#lib/delivery/list-acknowledgements.ts'
import { readSaid } from '#lib/delivery/read-said.ts'
import { addRoute } from '../add-route.ts'
import { readableChannels } from '../channel.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { renditionSchema } from './delivery-shapes.ts'
import { numberParams } from './release-shapes.ts'
import { idText, localeName, shownInstant } from './shapes.ts'

/** What the channels said of an article in one release, and who confirmed a release. */
export function addRenditionRoutes(app: Api, wire: Wire): void {
  const group = 'Delivery'
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/articles/{id}/renditions',
      summary: 'What every channel that the caller may read says of an article, now or as of a release',
      group,
      scope: 'read',
      params: z.object({ id: idText }),
      query: z.strictObject({
        locale: localeName,
        release: z.coerce.number().int().min(0).max(1e9).optional().openapi({ type: 'integer', minimum: 0 }),
      }),
      answers: {
        200: {
          description: 'One item per channel that says it',
          schema: z.object({
            items: z.array(z.object({ channel: z.string(), slug: z.string(), release: z.int(), hash: z.string(), reply: renditionSchema })),
          }),
        },
      },
    },
    async ({ istok, actor, params, query: { locale, release = null } }) => {
      requireScope(actor, 'read')
      return jsonReply(istok, {
        items: await readSaid(istok, { articleId: params.id, locale, release, channels: readableChannels(actor) }),
      })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/releases/{n}/acks',
      summary: 'Who has said that it serves this release or a later one',
      group,
      scope: 'read:internal',
      params: numberParams,
      answers: {
        200: {
          description: 'The first first',
          schema: z.object({
            items: z.array(z.object({ consumer: z.string(), channel: z.string(), release: z.int(), at: shownInstant })),
          }),
        },
      },
    },
    async ({ istok, actor, params }) => jsonReply(istok, { items: await listAcknowledgements(istok, actor, params.n) }),
  )
}
