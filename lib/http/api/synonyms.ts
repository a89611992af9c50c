import { z } from '@hono/zod-openapi'
import { createSynonym } from '#lib/authoring/create-synonym.ts'
import { deleteSynonym } from '#lib/authoring/delete-synonym.ts'
import { listSynonyms } from '#lib/authoring/list-synonyms.ts'
import { updateSynonym } from '#lib/authoring/update-synonym.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, versionTag } from '../precondition.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { newSynonymSchema, synonymChangeSchema, synonymSchema } from './authoring-shapes.ts'
import { idText, localeName, pageOf, pageQuery } from './shapes.ts'

const group = 'Authoring'
const params = z.object({ id: idText })

/** /synonyms: words that find one another. Search follows a change at once. */
export function addSynonymRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/synonyms',
      summary: 'The synonyms of search, newest first',
      group,
      scope: 'drafts',
      query: pageQuery.extend({ locale: localeName.optional(), q: z.string().max(200).optional() }),
      answers: { 200: { description: 'Synonyms', schema: pageOf(synonymSchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listSynonyms(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/synonyms',
      summary: 'Words that find one another',
      group,
      scope: 'write',
      body: newSynonymSchema,
      answers: { 201: { description: 'Added', schema: synonymSchema } },
    },
    async ({ istok, actor, body }) => {
      const entry = await createSynonym(istok, actor, body)
      return jsonReply(istok, entry, 201, { ETag: versionTag(entry.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/synonyms/{id}',
      summary: 'Changes an entry',
      group,
      scope: 'write',
      params,
      body: synonymChangeSchema,
      ifMatch: 'optional',
      answers: { 200: { description: 'The entry', schema: synonymSchema } },
    },
    async ({ istok, actor, params, body, request }) => {
      const version = expectedVersion(request.headers.get('if-match'))
      const entry = await updateSynonym(istok, actor, { id: params.id, expectedVersion: version, fields: body })
      return jsonReply(istok, entry, 200, { ETag: versionTag(entry.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/synonyms/{id}',
      summary: 'Removes an entry',
      group,
      scope: 'write',
      params,
      ifMatch: 'optional',
      answers: { 204: { description: 'Removed' } },
    },
    async ({ istok, actor, params, request }) => {
      await deleteSynonym(istok, actor, { id: params.id, expectedVersion: expectedVersion(request.headers.get('if-match')) })
      return emptyReply()
    },
  )
}
