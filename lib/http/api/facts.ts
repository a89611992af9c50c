import { z } from '@hono/zod-openapi'
import { createFact } from '#lib/authoring/create-fact.ts'
import { deleteFact } from '#lib/authoring/delete-fact.ts'
import { listFacts } from '#lib/authoring/list-facts.ts'
import { readFact } from '#lib/authoring/read-fact.ts'
import { readFactUsage } from '#lib/authoring/read-fact-usage.ts'
import { saveFact } from '#lib/authoring/save-fact.ts'
import { type Status, statuses } from '#lib/authoring/status.ts'
import { factInputSchema } from '#lib/document/fact-schema.ts'
import { factTypes } from '#lib/document/facts.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, requiredVersion, versionTag } from '../precondition.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { factSchema, usageSchema } from './authoring-shapes.ts'
import { addFactRevisionRoutes } from './fact-revisions.ts'
import { keySchema, pageOf, pageQuery, requireSameKey } from './shapes.ts'

const params = z.object({ key: keySchema })
const group = 'Authoring'
const listQuery = pageQuery.extend({
  type: z.enum(factTypes).optional(),
  status: z.enum(statuses as [Status, ...Status[]]).optional(),
  q: z.string().max(200).optional(),
})
const answers = { 200: { description: 'The fact', schema: factSchema } }

/** /facts: typed values with validity dates. */
export function addFactRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/facts',
      summary: 'The facts by key',
      group,
      scope: 'drafts',
      query: listQuery,
      answers: { 200: { description: 'A page of the list', schema: pageOf(factSchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listFacts(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/facts',
      summary: 'A new fact; live only after a release',
      group,
      scope: 'write',
      body: factInputSchema,
      answers: { 201: { description: 'Added', schema: factSchema } },
    },
    async ({ istok, actor, body }) => {
      const fact = await createFact(istok, actor, body)
      return jsonReply(istok, fact, 201, { ETag: versionTag(fact.version), Location: `/api/v1/facts/${fact.key}` })
    },
  )
  addRoute(
    app,
    wire,
    { method: 'get', path: '/facts/{key}', summary: 'One fact', group, scope: 'drafts', params, answers },
    async ({ istok, actor, params }) => {
      const fact = await readFact(istok, actor, params)
      return jsonReply(istok, fact, 200, { ETag: versionTag(fact.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'put',
      path: '/facts/{key}',
      summary: 'Replaces the whole fact; live only after a release',
      group,
      scope: 'write',
      params,
      body: factInputSchema,
      fromAddress: ({ key }) => ({ key }),
      ifMatch: 'required',
      answers,
    },
    async ({ istok, actor, params, body, request }) => {
      requireSameKey(params.key, body.key)
      const fact = await saveFact(istok, actor, { expectedVersion: requiredVersion(request.headers.get('if-match')), fact: body })
      return jsonReply(istok, fact, 200, { ETag: versionTag(fact.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/facts/{key}',
      summary: 'Removes a fact that nothing uses',
      group,
      scope: 'write',
      params,
      ifMatch: 'optional',
      answers: { 204: { description: 'Removed' }, 409: { description: 'In use; `usage` says where' } },
    },
    async ({ istok, actor, params, request }) => {
      await deleteFact(istok, actor, { key: params.key, expectedVersion: expectedVersion(request.headers.get('if-match')) })
      return emptyReply()
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/facts/{key}/usage',
      summary: 'Where a fact is used',
      group,
      scope: 'drafts',
      params,
      answers: { 200: { description: 'Uses', schema: usageSchema } },
    },
    async ({ istok, actor, params }) => jsonReply(istok, await readFactUsage(istok, actor, params)),
  )
  addFactRevisionRoutes(app, wire)
}
