import { z } from '@hono/zod-openapi'
import { markUpToDate } from '#lib/authoring/side-by-side.ts'
import { addRoute } from '../add-route.ts'
import { requiredVersion } from '../precondition.ts'
import { emptyReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { idText, localeName } from './shapes.ts'

/** Saying that a translation is up to date with its source. */
export function addTranslationMatchRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'put',
      path: '/articles/{id}/translations/{locale}/match',
      summary: 'Says that a translation agrees with its source as both are now',
      group: 'Authoring',
      scope: 'write',
      perCategory: true,
      params: z.object({ id: idText, locale: localeName }),
      body: z.strictObject({
        source: localeName,
        sourceHash: z.string().max(100).openapi({ description: 'hash of the source that was looked at' }),
      }),
      ifMatch: 'required',
      answers: { 204: { description: 'Noted' } },
    },
    async ({ istok, actor, params, body, request }) => {
      const expectedVersion = requiredVersion(request.headers.get('if-match'))
      await markUpToDate(istok, actor, { articleId: params.id, locale: params.locale, ...body, expectedVersion })
      return emptyReply()
    },
  )
}
