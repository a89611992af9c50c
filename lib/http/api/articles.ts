import { z } from '@hono/zod-openapi'
import { articleScopes } from '#lib/authoring/article-rights.ts'
import { createArticle } from '#lib/authoring/create-article.ts'
import { deleteArticle } from '#lib/authoring/delete-article.ts'
import { articleSorts, listArticles } from '#lib/authoring/list-articles.ts'
import { readArticle } from '#lib/authoring/read-article.ts'
import { type Standing, standings } from '#lib/authoring/review-standing.ts'
import { type Status, statuses } from '#lib/authoring/status.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, versionTag } from '../precondition.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { articleChangeSchema, articleSchema, audience, newArticleSchema } from './authoring-shapes.ts'
import { idText, localeName, pageOf, pageQuery, slugName } from './shapes.ts'

const params = z.object({ id: idText })
const group = 'Authoring'
const listQuery = pageQuery.extend({
  status: z.enum(statuses as [Status, ...Status[]]).optional(),
  standing: z.enum(standings as [Standing, ...Standing[]]).optional(),
  attention: z.enum(['outdated', 'due', 'losses']).optional(),
  category: slugName.optional().openapi({ description: 'With its subcategories' }),
  tag: slugName.optional(),
  audience: audience.optional(),
  locale: localeName.optional(),
  owner: z.string().max(200).optional().openapi({ description: 'Empty: nobody' }),
  q: z.string().max(200).optional().openapi({ description: 'Part of a title, a question or the slug' }),
  sort: z.enum(articleSorts).optional(),
  language: localeName.optional().openapi({ description: 'Whose titles are sorted' }),
  may: z.enum(articleScopes).optional().openapi({ description: 'Only those for which the caller has this right' }),
})

/** /articles: the metadata of what an editor maintains. */
export function addArticleRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/articles',
      summary: 'The articles, last changed first',
      group,
      scope: 'drafts',
      query: listQuery,
      answers: { 200: { description: 'A page of the list', schema: pageOf(articleSchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listArticles(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/articles',
      summary: 'A new article, without text yet',
      group,
      scope: 'write',
      perCategory: true,
      body: newArticleSchema,
      answers: { 201: { description: 'Added', schema: articleSchema } },
    },
    async ({ istok, actor, body }) => {
      const entry = await createArticle(istok, actor, body)
      return jsonReply(istok, entry, 201, { ETag: versionTag(entry.version), Location: `/api/v1/articles/${entry.id}` })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/articles/{id}',
      summary: 'One article',
      group,
      scope: 'drafts',
      params,
      answers: { 200: { description: 'The article', schema: articleSchema } },
    },
    async ({ istok, actor, params }) => {
      const entry = await readArticle(istok, actor, params)
      return jsonReply(istok, entry, 200, { ETag: versionTag(entry.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/articles/{id}',
      summary: 'Changes metadata; live with the next release',
      group,
      scope: 'write',
      perCategory: true,
      params,
      body: articleChangeSchema,
      ifMatch: 'optional',
      answers: { 200: { description: 'The article', schema: articleSchema } },
    },
    async ({ istok, actor, params, body, request }) => {
      const version = expectedVersion(request.headers.get('if-match'))
      const entry = await updateArticle(istok, actor, { id: params.id, expectedVersion: version, fields: body })
      return jsonReply(istok, entry, 200, { ETag: versionTag(entry.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/articles/{id}',
      summary: 'Removes an article that is not live; its history stays',
      group,
      scope: 'write',
      perCategory: true,
      params,
      ifMatch: 'optional',
      answers: { 204: { description: 'Removed' } },
    },
    async ({ istok, actor, params, request }) => {
      await deleteArticle(istok, actor, { id: params.id, expectedVersion: expectedVersion(request.headers.get('if-match')) })
      return emptyReply()
    },
  )
}
