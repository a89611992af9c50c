import { z } from '@hono/zod-openapi'
import { changeArticles, mostArticles } from '#lib/authoring/change-articles.ts'
import { deleteView, listViews, renameView, saveView } from '#lib/authoring/saved-views.ts'
import { confirmArticle } from '#lib/review/confirm-article.ts'
import { requestReviews } from '#lib/review/request-reviews.ts'
import { addRoute } from '../add-route.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { faultsSchema } from './release-shapes.ts'
import { idText, slugName } from './shapes.ts'

const group = 'Authoring'
const params = z.object({ id: idText })
const articles = z.array(idText).min(1).max(mostArticles)
const manyResult = z
  .object({
    done: z.int(),
    failures: z.array(
      z.object({
        articleId: z.string(),
        slug: z.string().nullable(),
        code: z.string(),
        message: z.string(),
        reason: z.string().optional(),
        arguments: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        errors: faultsSchema.optional(),
      }),
    ),
  })
  .openapi('ManyResult')
const view = z.object({ id: z.string(), name: z.string(), query: z.string() }).openapi('SavedView')
const list = z.enum(['articles'])

/** What is done with many articles at once. */
export function addManyArticlesRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/article-changes',
      summary: 'Changes tags, category or owner of many articles; those that refuse are named',
      group,
      scope: 'write',
      perCategory: true,
      body: z.strictObject({
        articles,
        addTags: z.array(slugName).max(20).optional(),
        removeTags: z.array(slugName).max(50).optional(),
        category: slugName.nullable().optional(),
        owner: z.string().max(200).nullable().optional(),
      }),
      answers: { 200: { description: 'What became of them', schema: manyResult } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await changeArticles(istok, actor, body)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/reviews',
      summary: 'Sends the drafts of many articles to review; those with nothing to review are named',
      group,
      scope: 'write',
      perCategory: true,
      body: z.strictObject({ articles, note: z.string().max(2000).default('') }),
      answers: { 200: { description: 'What became of them', schema: manyResult } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await requestReviews(istok, actor, body)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/articles/{id}/confirmations',
      summary: 'Says that what is live is still right; the next look is due an interval later',
      group,
      scope: 'write',
      perCategory: true,
      params,
      answers: { 201: { description: 'Confirmed', schema: z.object({ locales: z.array(z.string()) }) } },
    },
    async ({ istok, actor, params }) => jsonReply(istok, { locales: await confirmArticle(istok, actor, params.id) }, 201),
  )
}

/** A person's own ways of looking at a list. */
export function addViewRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/views',
      summary: 'One’s own views of a list',
      group,
      scope: 'drafts',
      query: z.strictObject({ list }),
      answers: { 200: { description: 'By name', schema: z.object({ items: z.array(view) }) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, { items: await listViews(istok, actor, query.list) }),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/views',
      summary: 'Keeps the filters of a list under a name',
      group,
      scope: 'drafts',
      body: z.strictObject({ list, name: z.string().min(1).max(80), query: z.string().max(1000) }),
      answers: { 201: { description: 'Kept', schema: view } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await saveView(istok, actor, body), 201),
  )
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/views/{id}',
      summary: 'Gives one’s own view another name',
      group,
      scope: 'drafts',
      params,
      body: z.strictObject({ name: z.string().min(1).max(80) }),
      answers: { 200: { description: 'Renamed', schema: view } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await renameView(istok, actor, { id: params.id, name: body.name })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/views/{id}',
      summary: 'Removes one’s own view',
      group,
      scope: 'drafts',
      params,
      answers: { 204: { description: 'Removed' } },
    },
    async ({ istok, actor, params }) => {
      await deleteView(istok, actor, params.id)
      return emptyReply()
    },
  )
}
