import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { readMedia, type StoredFile } from '#lib/authoring/read-media.ts'
import { isPublicMedia } from '#lib/delivery/is-public-media.ts'
import { IstokError } from '../errors.ts'
import { isKnownTag } from './precondition.ts'
import type { Api, Wire } from './wire.ts'

/** Pictures are shown by browsers; anything else is saved, and nothing in it may run. */
const shown = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'])

/**
 * `/media/{id}.{ext}`: to everybody what a public answer shows, the rest to readers of internal content. What may not be read does not exist.
 * `/media/{id}` is for editors, whose documents name a picture without its extension: it needs read:internal.
 */
export function addMediaFiles(app: Api, wire: Wire): void {
  app.get('/media/:name', async context => {
    context.set('route', '/media')
    const [, id = '', extension] = /^([0-9a-f]{32})(?:\.([a-z0-9]{1,8}))?$/.exec(context.req.param('name')) ?? []
    const missing = () => new IstokError('not_found', 'There is no such file')
    if (id === '') throw missing()
    const file = await readMedia(wire.istok, { id }).catch(() => null)
    const isPublic = extension !== undefined && isPublicMedia(wire.istok, id)
    if (!file || (extension ?? file.extension) !== file.extension || !(isPublic || context.get('actor').scopes.has('read:internal')))
      throw missing()
    const headers = headersOf(id, file, isPublic)
    if (isKnownTag(context.req.header('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers })
    const stream = createReadStream(file.path)
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: { ...headers, 'Content-Length': String(file.bytes) },
    })
  })
}

/** Internal files are kept by nobody but the reader himself. */
function headersOf(id: string, { mediaType, extension }: StoredFile, isPublic: boolean) {
  return {
    'Content-Type': mediaType,
    'Cache-Control': isPublic ? 'public, max-age=31536000, immutable' : 'private, no-cache',
    ETag: `"${id}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': isPublic ? 'cross-origin' : 'same-origin',
    'Content-Disposition': shown.has(mediaType) ? 'inline' : `attachment; filename="${id}.${extension}"`,
  }
}
