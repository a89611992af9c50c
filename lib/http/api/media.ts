import { z } from '@hono/zod-openapi'
import { changePicture } from '#lib/authoring/change-picture.ts'
import { deleteMedia } from '#lib/authoring/delete-media.ts'
import { listMedia } from '#lib/authoring/list-media.ts'
import { renameMedia } from '#lib/authoring/rename-media.ts'
import { type MediaEntry, storeMedia } from '#lib/authoring/store-media.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, versionTag } from '../precondition.ts'
import { bodyLimits } from '../read-body.ts'
import { readUpload } from '../read-upload.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { mediaSchema } from './authoring-shapes.ts'
import { mediaChangeSchema } from './catalogue-shapes.ts'
import { picturePlan } from './place-impact.ts'
import { idText, pageOf, pageQuery } from './shapes.ts'

const group = 'Authoring'
const params = z.object({ id: idText })
const replacedSchema = z
  .object({
    articles: z.array(idText),
    snippets: z.array(z.string()),
    refused: z.array(z.string()).openapi({ description: 'Slugs and keys that the caller may not write' }),
  })
  .openapi('PictureReplaced')
const upload = z.object({ file: z.string().openapi({ type: 'string', format: 'binary' }) })

/** /media below /api/v1: the pictures in store. */
export function addMediaRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/media',
      summary: 'The pictures, newest first',
      group,
      scope: 'drafts',
      query: pageQuery.extend({ q: z.string().max(200).optional() }),
      answers: { 200: { description: 'Pictures', schema: pageOf(mediaSchema) } },
    },
    async ({ istok, actor, query }) => {
      const page = await listMedia(istok, actor, query)
      return jsonReply(istok, { ...page, items: page.items.map(present) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/media',
      summary: 'Stores a picture (PNG, JPEG, WebP, GIF; at most 20 MB)',
      group,
      scope: 'write',
      perCategory: true,
      limit: bodyLimits.upload,
      uploads: { 'multipart/form-data': upload },
      answers: { 201: { description: 'Stored; the same bytes have the same id', schema: mediaSchema } },
    },
    async ({ istok, actor, bytes, request }) => {
      const file = await readUpload(bytes, request)
      return jsonReply(istok, present(await storeMedia(istok, actor, { bytes: file.bytes, fileName: file.name })), 201)
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/media/{id}',
      summary: 'Changes the name of a picture; its address stays',
      group,
      scope: 'write',
      params,
      body: mediaChangeSchema,
      ifMatch: 'optional',
      answers: { 200: { description: 'The picture', schema: mediaSchema } },
    },
    async ({ istok, actor, params, body, request }) => {
      const version = expectedVersion(request.headers.get('if-match'))
      const entry = await renameMedia(istok, actor, { id: params.id, expectedVersion: version, fileName: body.fileName })
      return jsonReply(istok, present(entry), 200, { ETag: versionTag(entry.version) })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/media/{id}',
      summary: 'Removes a picture that nothing shows or showed',
      group,
      scope: 'write',
      params,
      ifMatch: 'optional',
      answers: { 204: { description: 'Removed' }, 409: { description: 'In use; `usage` says where' } },
    },
    async ({ istok, actor, params, request }) => {
      await deleteMedia(istok, actor, { id: params.id, expectedVersion: expectedVersion(request.headers.get('if-match')) })
      return emptyReply()
    },
  )
  addReplacing(app, wire)
}

/** A picture in every place at once. */
function addReplacing(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/media/{id}/replacement',
      summary:
        'Changes alternative texts, or puts another picture in its place, in the drafts of all articles and snippets; live answers follow with a release',
      group,
      scope: 'write',
      perCategory: true,
      params,
      body: picturePlan,
      answers: { 200: { description: 'What changed', schema: replacedSchema } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await changePicture(istok, actor, { id: params.id, plan: body })),
  )
}

function present(entry: MediaEntry) {
  return { ...entry, url: `/media/${entry.id}.${entry.extension}` }
}
