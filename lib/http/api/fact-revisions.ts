import { z } from '@hono/zod-openapi'
import { listFactRevisions } from '#lib/authoring/list-fact-revisions.ts'
import { restoreFactRevision } from '#lib/authoring/restore-fact-revision.ts'
import { addRoute } from '../add-route.ts'
import { requiredVersion, versionTag } from '../precondition.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { factSchema } from './authoring-shapes.ts'
import { factRevisionSchema } from './catalogue-shapes.ts'
import { keySchema, pageOf, pageQuery } from './shapes.ts'

const params = z.object({ key: keySchema })
const one = params.extend({ n: z.coerce.number().int().min(1) })
const group = 'Authoring'

/** /facts/{key}/revisions: what was published of a fact. */
export function addFactRevisionRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/facts/{key}/revisions',
      summary: 'What was published of a fact, newest first',
      group,
      scope: 'drafts',
      params,
      query: pageQuery,
      answers: { 200: { description: 'A page of the history', schema: pageOf(factRevisionSchema) } },
    },
    async ({ istok, actor, params, query }) => jsonReply(istok, await listFactRevisions(istok, actor, { ...params, ...query })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/facts/{key}/revisions/{n}/restoration',
      summary: 'Makes a published state the draft again; publishes nothing',
      group,
      scope: 'write',
      params: one,
      ifMatch: 'required',
      answers: { 200: { description: 'The draft', schema: factSchema } },
    },
    async ({ istok, actor, params, request }) => {
      const version = requiredVersion(request.headers.get('if-match'))
      const saved = await restoreFactRevision(istok, actor, { key: params.key, number: params.n, expectedVersion: version })
      return jsonReply(istok, saved, 200, { ETag: versionTag(saved.version) })
    },
  )
}
