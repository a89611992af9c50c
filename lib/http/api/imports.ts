import { z } from '@hono/zod-openapi'
import { exportAll } from '#lib/exchange/export-all.ts'
import { importArticles } from '#lib/exchange/import-articles.ts'
import { importLimits } from '#lib/exchange/import-limits.ts'
import { readImport } from '#lib/exchange/read-import.ts'
import { readZip } from '#lib/exchange/read-zip.ts'
import { addRoute } from '../add-route.ts'
import { bodyLimits } from '../read-body.ts'
import { readUpload } from '../read-upload.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { flagQuery, idText, shownInstant } from './shapes.ts'

const group = 'Authoring'
const importInput = z
  .strictObject({
    format: z.literal('markdown'),
    files: z
      .array(z.strictObject({ path: z.string().min(1).max(500), content: z.string() }))
      .min(1)
      .max(importLimits.files),
  })
  .openapi('ImportInput')
const zip = z.object({ file: z.string().openapi({ type: 'string', format: 'binary', description: 'A zip of Markdown files' }) })

const counts = { created: z.int(), updated: z.int(), skipped: z.int(), failed: z.int() }
const importSchema = z
  .object({
    ...counts,
    id: z.string(),
    status: z.enum(['running', 'done', 'failed']),
    dryRun: z.boolean(),
    publish: z.boolean(),
    total: z.int(),
    done: z.int(),
    others: z.record(z.string(), z.object(counts)),
    warnings: z.array(z.object({ file: z.string(), line: z.int().optional(), level: z.enum(['warning', 'error']), message: z.string() })),
    omitted: z.int(),
    release: z.int().nullable(),
    published: z.int(),
    problem: z.string().nullable(),
    createdAt: shownInstant,
    createdBy: z.string(),
    finishedAt: shownInstant.nullable(),
  })
  .openapi('Import')

/** /imports and /exports: whole folders of articles, idempotent by where they come from. */
export function addImportRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/imports',
      summary: 'Imports Markdown with front matter: lands as drafts, with `publish` released at once',
      group,
      scope: 'write',
      query: z.strictObject({ dryRun: flagQuery, publish: flagQuery }),
      body: importInput,
      uploads: { 'multipart/form-data': zip },
      limit: bodyLimits.import,
      answers: { 202: { description: 'Begun; ask GET /imports/{id}', schema: z.object({ id: z.string(), status: z.literal('running') }) } },
    },
    async ({ istok, actor, query, body, bytes, contentType, request }) => {
      const files = contentType === 'application/json' ? body.files : readZip((await readUpload(bytes, request)).bytes)
      const { id } = await importArticles(istok, actor, { files, ...query })
      return jsonReply(istok, { id, status: 'running' }, 202, { Location: `/api/v1/imports/${id}` })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/imports/{id}',
      summary: 'What an import did so far',
      group,
      scope: 'write',
      params: z.object({ id: idText }),
      answers: { 200: { description: 'State and report', schema: importSchema } },
    },
    async ({ istok, actor, params }) => jsonReply(istok, await readImport(istok, actor, params)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/exports',
      summary: 'Everything as a zip that imports back to identical hashes',
      group,
      scope: 'write',
      answers: {
        200: { description: 'A zip', schema: z.string().openapi({ type: 'string', format: 'binary' }), contentType: 'application/zip' },
      },
    },
    async ({ istok, actor }) => {
      const zip = await exportAll(istok, actor)
      const headers = {
        'Content-Type': 'application/zip',
        'Content-Disposition': 'attachment; filename="istok.zip"',
        'Cache-Control': 'no-store',
      }
      return new Response(new Uint8Array(zip), { headers: { ...headers, 'Content-Length': String(zip.byteLength) } })
    },
  )
}
