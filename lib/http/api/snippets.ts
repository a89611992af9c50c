import { z } from '@hono/zod-openapi'
import { createSnippet } from '#lib/authoring/create-snippet.ts'
import { deleteSnippet } from '#lib/authoring/delete-snippet.ts'
import { listSnippets } from '#lib/authoring/list-snippets.ts'
import { readDocuments } from '#lib/authoring/read-content.ts'
import { readSnippet } from '#lib/authoring/read-snippet.ts'
import { readSnippetUsage } from '#lib/authoring/read-snippet-usage.ts'
import { saveSnippet } from '#lib/authoring/save-snippet.ts'
import { type Status, statuses } from '#lib/authoring/status.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, requiredVersion, versionTag } from '../precondition.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { snippetInputSchema, snippetSchema, usageSchema } from './authoring-shapes.ts'
import { presentSnippetTexts } from './present-snippet-texts.ts'
import { keySchema, pageOf, pageQuery, requireSameKey } from './shapes.ts'
import { addSnippetRevisionRoutes } from './snippet-revisions.ts'

const params = z.object({ key: keySchema })
const group = 'Authoring'
const listQuery = pageQuery.extend({ status: z.enum(statuses as [Status, ...Status[]]).optional(), q: z.string().max(200).optional() })
const answers = { 200: { description: 'The snippet', schema: snippetSchema } }

/** /snippets: blocks that many articles share. */
export function addSnippetRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/snippets',
      summary: 'The snippets by key',
      group,
      scope: 'drafts',
      query: listQuery,
      answers: { 200: { description: 'A page of the list', schema: pageOf(snippetSchema) } },
    },
    async ({ istok, actor, query }) => {
      const page = await listSnippets(istok, actor, query)
      return jsonReply(istok, { ...page, items: page.items.map(presentSnippetTexts) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/snippets',
      summary: 'A new snippet; live only after a release',
      group,
      scope: 'write',
      body: snippetInputSchema,
      answers: { 201: { description: 'Added', schema: snippetSchema } },
    },
    async ({ istok, actor, body }) => {
      const { documents, warnings } = readDocuments(body.documents)
      const saved = await createSnippet(istok, actor, { ...body, documents })
      const headers = { ETag: versionTag(saved.version), Location: `/api/v1/snippets/${saved.key}` }
      return jsonReply(istok, { ...presentSnippetTexts(saved), warnings: [...warnings, ...saved.warnings] }, 201, headers)
    },
  )
  addRoute(
    app,
    wire,
    { method: 'get', path: '/snippets/{key}', summary: 'One snippet', group, scope: 'drafts', params, answers },
    async ({ istok, actor, params }) => {
      const entry = await readSnippet(istok, actor, params)
      return jsonReply(istok, presentSnippetTexts(entry), 200, { ETag: versionTag(entry.version) })
    },
  )
  addChanging(app, wire)
  addSnippetRevisionRoutes(app, wire)
}

function addChanging(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'put',
      path: '/snippets/{key}',
      summary: 'Replaces the whole snippet; live only after a release',
      group,
      scope: 'write',
      params,
      body: snippetInputSchema,
      fromAddress: ({ key }) => ({ key }),
      ifMatch: 'required',
      answers,
    },
    async ({ istok, actor, params, body, request }) => {
      requireSameKey(params.key, body.key)
      const { documents, warnings } = readDocuments(body.documents)
      const expected = requiredVersion(request.headers.get('if-match'))
      const saved = await saveSnippet(istok, actor, { expectedVersion: expected, snippet: { ...body, documents } })
      return jsonReply(istok, { ...presentSnippetTexts(saved), warnings: [...warnings, ...saved.warnings] }, 200, {
        ETag: versionTag(saved.version),
      })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/snippets/{key}',
      summary: 'Removes a snippet that nothing uses',
      group,
      scope: 'write',
      params,
      ifMatch: 'optional',
      answers: { 204: { description: 'Removed' }, 409: { description: 'In use; `usage` says where' } },
    },
    async ({ istok, actor, params, request }) => {
      await deleteSnippet(istok, actor, { key: params.key, expectedVersion: expectedVersion(request.headers.get('if-match')) })
      return emptyReply()
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/snippets/{key}/usage',
      summary: 'Where a snippet is used',
      group,
      scope: 'drafts',
      params,
      answers: { 200: { description: 'Uses', schema: usageSchema } },
    },
    async ({ istok, actor, params }) => jsonReply(istok, await readSnippetUsage(istok, actor, params)),
  )
}
