import { z } from '@hono/zod-openapi'
import { createCategory } from '#lib/authoring/create-category.ts'
import { createSynonym } from '#lib/authoring/create-synonym.ts'
import { createTag } from '#lib/authoring/create-tag.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { listSynonyms } from '#lib/authoring/list-synonyms.ts'
import { listTags } from '#lib/authoring/list-tags.ts'
import { updateCategory } from '#lib/authoring/update-category.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, versionTag } from '../precondition.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import {
  categoryChangeSchema,
  categorySchema,
  newCategorySchema,
  newSynonymSchema,
  newTagSchema,
  synonymSchema,
  tagSchema,
} from './authoring-shapes.ts'
import { idText, localeName, pageOf, pageQuery } from './shapes.ts'

const group = 'Authoring'

/** /categories, /tags and /synonyms. */
export function addCatalogueRoutes(app: Api, wire: Wire): void {
  addCategoryRoutes(app, wire)
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/tags',
      summary: 'The tags',
      group,
      scope: 'anyone',
      query: pageQuery,
      answers: { 200: { description: 'Tags', schema: pageOf(tagSchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listTags(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/tags',
      summary: 'A new tag',
      group,
      scope: 'write',
      body: newTagSchema,
      answers: { 201: { description: 'Added', schema: tagSchema } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await createTag(istok, actor, body), 201),
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/synonyms',
      summary: 'The synonyms of search',
      group,
      scope: 'anyone',
      query: pageQuery.extend({ locale: localeName.optional() }),
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
    async ({ istok, actor, body }) => jsonReply(istok, await createSynonym(istok, actor, body), 201),
  )
}

function addCategoryRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/categories',
      summary: 'The categories, by place',
      group,
      scope: 'anyone',
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
      params: z.object({ id: idText }),
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
}
