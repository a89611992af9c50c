import { z } from '@hono/zod-openapi'
import { listSnippetRevisions } from '#lib/authoring/list-snippet-revisions.ts'
import { restoreSnippetRevision } from '#lib/authoring/restore-snippet-revision.ts'
import { addRoute } from '../add-route.ts'
import { requiredVersion, versionTag } from '../precondition.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { snippetSchema } from './authoring-shapes.ts'
import { snippetRevisionSchema } from './catalogue-shapes.ts'
import { presentSnippetTexts } from './present-snippet-texts.ts'
import { keySchema, pageOf, pageQuery } from './shapes.ts'

const params = z.object({ key: keySchema })
const one = params.extend({ n: z.coerce.number().int().min(1) })
const group = 'Authoring'

/** /snippets/{key}/revisions: what was published of a snippet. */
export function addSnippetRevisionRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/snippets/{key}/revisions',
      summary: 'What was published of a snippet, newest first',
      group,
      scope: 'drafts',
      params,
      query: pageQuery,
      answers: { 200: { description: 'A page of the history', schema: pageOf(snippetRevisionSchema) } },
    },
    async ({ istok, actor, params, query }) => jsonReply(istok, await listSnippetRevisions(istok, actor, { ...params, ...query })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/snippets/{key}/revisions/{n}/restoration',
      summary: 'Makes a published state the draft again; publishes nothing',
      group,
      scope: 'write',
      params: one,
      ifMatch: 'required',
      answers: { 200: { description: 'The draft', schema: snippetSchema } },
    },
    async ({ istok, actor, params, request }) => {
      const version = requiredVersion(request.headers.get('if-match'))
      const saved = await restoreSnippetRevision(istok, actor, { key: params.key, number: params.n, expectedVersion: version })
      return jsonReply(istok, presentSnippetTexts(saved), 200, { ETag: versionTag(saved.version) })
    },
  )
}
