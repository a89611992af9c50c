import { z } from '@hono/zod-openapi'
import { listMedia } from '#lib/authoring/list-media.ts'
import { type MediaEntry, storeMedia } from '#lib/authoring/store-media.ts'
import { addRoute } from '../add-route.ts'
import { bodyLimits } from '../read-body.ts'
import { readUpload } from '../read-upload.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { mediaSchema } from './authoring-shapes.ts'
import { pageOf, pageQuery } from './shapes.ts'

const group = 'Authoring'
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
      scope: 'anyone',
      query: pageQuery,
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
      limit: bodyLimits.upload,
      uploads: { 'multipart/form-data': upload },
      answers: { 201: { description: 'Stored; the same bytes have the same id', schema: mediaSchema } },
    },
    async ({ istok, actor, bytes, request }) => {
      const file = await readUpload(bytes, request)
      return jsonReply(istok, present(await storeMedia(istok, actor, { bytes: file.bytes, fileName: file.name })), 201)
    },
  )
}

function present(entry: MediaEntry) {
  return { ...entry, url: `/media/${entry.id}.${entry.extension}` }
}
