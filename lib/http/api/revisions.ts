import { z } from '@hono/zod-openapi'
import { listRevisions } from '#lib/authoring/list-revisions.ts'
import { readRevision } from '#lib/authoring/read-revision.ts'
import { restoreRevision } from '#lib/authoring/restore-revision.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, versionTag } from '../precondition.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { revisionSchema, revisionSummarySchema, translationSchema } from './authoring-shapes.ts'
import { idText, localeName, pageOf, pageQuery } from './shapes.ts'
import { presentDraft } from './translations.ts'

const params = z.object({ id: idText, locale: localeName })
const one = params.extend({
  n: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .openapi({ type: 'integer', minimum: 1 }),
})
const path = '/articles/{id}/translations/{locale}/revisions'
const group = 'Authoring'

/** What was published of a translation, and taking it back as the draft. */
export function addRevisionRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path,
      summary: 'The published states of a translation, newest first',
      group,
      scope: 'drafts',
      params,
      query: pageQuery,
      answers: { 200: { description: 'Revisions', schema: pageOf(revisionSummarySchema) } },
    },
    async ({ istok, actor, params, query }) =>
      jsonReply(istok, await listRevisions(istok, actor, { articleId: params.id, locale: params.locale, ...query })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: `${path}/{n}`,
      summary: 'One published state',
      group,
      scope: 'drafts',
      params: one,
      answers: { 200: { description: 'The revision', schema: revisionSchema } },
    },
    async ({ istok, actor, params }) => {
      return jsonReply(
        istok,
        presentDraft(await readRevision(istok, actor, { articleId: params.id, locale: params.locale, number: params.n })),
      )
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: `${path}/{n}/restoration`,
      summary: 'Makes a published state the draft again; publishes nothing',
      group,
      scope: 'write',
      perCategory: true,
      params: one,
      ifMatch: 'required',
      answers: { 200: { description: 'The draft', schema: translationSchema } },
    },
    async ({ istok, actor, params, request }) => {
      const version = expectedVersion(request.headers.get('if-match'))
      const saved = await restoreRevision(istok, actor, {
        articleId: params.id,
        locale: params.locale,
        number: params.n,
        expectedVersion: version,
      })
      return jsonReply(istok, presentDraft(saved), 200, { ETag: versionTag(saved.version) })
    },
  )
}
