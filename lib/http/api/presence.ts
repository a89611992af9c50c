import { z } from '@hono/zod-openapi'
import { attendArticle, leaveArticle } from '#lib/presence/attend-article.ts'
import { addRoute } from '../add-route.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { idText, localeName, shownInstant } from './shapes.ts'

const tab = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'must be 8 to 64 letters, digits or hyphens')
const params = z.object({ id: idText, tab })
const path = '/articles/{id}/presence/{tab}'
const presentSchema = z
  .object({
    others: z.array(
      z.object({
        tab: z.string(),
        name: z.string(),
        locale: z.string(),
        openedAt: shownInstant,
        isSelf: z.boolean().openapi({ description: 'The same person in another tab' }),
      }),
    ),
    version: z.int().nullable().openapi({ description: 'Of the draft in this language, null: there is none' }),
  })
  .openapi('Presence')

/** Who has an article open in the studio. */
export function addPresenceRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'put',
      path,
      summary: 'Says that a tab of the studio has the article open; tells who else has',
      description: 'For people who are signed in. Said again every 8 seconds; who is silent for 25 seconds has left.',
      group: 'Authoring',
      scope: 'write',
      perCategory: true,
      params,
      body: z.strictObject({ locale: localeName }),
      answers: { 200: { description: 'Other tabs, the earliest first; the present version of the draft', schema: presentSchema } },
    },
    async ({ istok, actor, params, body }) => {
      return jsonReply(istok, await attendArticle(istok, actor, { articleId: params.id, tab: params.tab, locale: body.locale }))
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path,
      summary: 'Says that the tab was closed',
      group: 'Authoring',
      scope: 'write',
      perCategory: true,
      params,
      answers: { 204: { description: 'Noted' } },
    },
    async ({ istok, actor, params }) => {
      leaveArticle(istok, actor, { articleId: params.id, tab: params.tab })
      return emptyReply()
    },
  )
}
