import { z } from '@hono/zod-openapi'
import { createCategory } from '#lib/authoring/create-category.ts'
import { deleteCategory } from '#lib/authoring/delete-category.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { moveCategoryArticles } from '#lib/authoring/move-category-articles.ts'
import { placeCategory } from '#lib/authoring/place-category.ts'
import { updateCategory } from '#lib/authoring/update-category.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, versionTag } from '../precondition.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { categoryChangeSchema, categorySchema, newCategorySchema } from './authoring-shapes.ts'
import { categoryPlaceSchema, relocatedSchema, relocationSchema } from './catalogue-shapes.ts'
import { idText, pageOf } from './shapes.ts'

const group = 'Authoring'
const params = z.object({ id: idText })

/** /categories: the tree in which articles stand. */
export function addCategoryRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/categories',
      summary: 'The categories, by place',
      group,
      scope: 'drafts',
      answers: { 200: { description: 'Categories', schema: pageOf(categorySchema) } },
    },
    async ({ istok, actor }) => jsonReply(istok, await listCategories(istok, actor)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/categories',
      summary: 'A new category',
      group,
      scope: 'write',
      body: newCategorySchema,
      answers: { 201: { description: 'Added', schema: categorySchema } },
    },
    async ({ istok, actor, body }) => {
      const entry = await createCategory(istok, actor, body)
      return jsonReply(istok, entry, 201, { ETag: versionTag(entry.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/categories/{id}',
      summary: 'Changes a category',
      group,
      scope: 'write',
      params,
      body: categoryChangeSchema,
      ifMatch: 'optional',
      answers: { 200: { description: 'The category', schema: categorySchema } },
    },
    async ({ istok, actor, params, body, request }) => {
      const version = expectedVersion(request.headers.get('if-match'))
      const entry = await updateCategory(istok, actor, { id: params.id, expectedVersion: version, fields: body })
      return jsonReply(istok, entry, 200, { ETag: versionTag(entry.version) })
    },
  )
  addMoving(app, wire)
}

function addMoving(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/categories/{id}',
      summary: 'Removes an empty category',
      group,
      scope: 'write',
      params,
      ifMatch: 'optional',
      answers: { 204: { description: 'Removed' }, 409: { description: 'Not empty; `usage` says what stands in it' } },
    },
    async ({ istok, actor, params, request }) => {
      await deleteCategory(istok, actor, { id: params.id, expectedVersion: expectedVersion(request.headers.get('if-match')) })
      return emptyReply()
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'put',
      path: '/categories/{id}/place',
      summary: 'Puts a category at another place of the tree',
      group,
      scope: 'write',
      params,
      body: categoryPlaceSchema,
      ifMatch: 'optional',
      answers: { 200: { description: 'All categories', schema: pageOf(categorySchema) } },
    },
    async ({ istok, actor, params, body, request }) => {
      const version = expectedVersion(request.headers.get('if-match'))
      return jsonReply(istok, await placeCategory(istok, actor, { id: params.id, expectedVersion: version, place: body }))
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/categories/{id}/relocation',
      summary: 'Moves the drafts of all its articles into another category; live answers follow with a release',
      group,
      scope: 'write',
      params,
      body: relocationSchema,
      answers: { 200: { description: 'Ids of the articles', schema: relocatedSchema } },
    },
    async ({ istok, actor, params, body }) =>
      jsonReply(istok, await moveCategoryArticles(istok, actor, { id: params.id, into: body.into })),
  )
}
