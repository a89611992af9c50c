import { z } from '@hono/zod-openapi'
import { createTag } from '#lib/authoring/create-tag.ts'
import { deleteTag } from '#lib/authoring/delete-tag.ts'
import { listTags } from '#lib/authoring/list-tags.ts'
import { mergeTag } from '#lib/authoring/merge-tag.ts'
import { updateTag } from '#lib/authoring/update-tag.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, versionTag } from '../precondition.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { changedTagSchema, newTagSchema, tagChangeSchema, tagMergerSchema, tagSchema } from './authoring-shapes.ts'
import { pageOf, pageQuery, slugName } from './shapes.ts'

const group = 'Authoring'
const params = z.object({ slug: slugName })

/** /tags: words under which articles are listed. */
export function addTagRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/tags',
      summary: 'The tags',
      group,
      scope: 'drafts',
      query: pageQuery.extend({ q: z.string().max(200).optional() }),
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
    async ({ istok, actor, body }) => {
      const entry = await createTag(istok, actor, body)
      return jsonReply(istok, entry, 201, { ETag: versionTag(entry.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/tags/{slug}',
      summary: 'Changes titles or slug of a tag; live answers follow with a release',
      group,
      scope: 'write',
      params,
      body: tagChangeSchema,
      ifMatch: 'optional',
      answers: { 200: { description: 'The tag', schema: changedTagSchema } },
    },
    async ({ istok, actor, params, body, request }) => {
      const version = expectedVersion(request.headers.get('if-match'))
      const entry = await updateTag(istok, actor, { slug: params.slug, expectedVersion: version, fields: body })
      return jsonReply(istok, entry, 200, { ETag: versionTag(entry.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/tags/{slug}/merger',
      summary: 'Makes this tag and another one',
      group,
      scope: 'write',
      params,
      body: tagMergerSchema,
      answers: { 200: { description: 'The tag that is left', schema: changedTagSchema } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await mergeTag(istok, actor, { slug: params.slug, into: body.into })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/tags/{slug}',
      summary: 'Removes a tag that no article has',
      group,
      scope: 'write',
      params,
      ifMatch: 'optional',
      answers: { 204: { description: 'Removed' }, 409: { description: 'In use; `usage` says how often' } },
    },
    async ({ istok, actor, params, request }) => {
      await deleteTag(istok, actor, { slug: params.slug, expectedVersion: expectedVersion(request.headers.get('if-match')) })
      return emptyReply()
    },
  )
}
