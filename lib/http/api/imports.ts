import { z } from '@hono/zod-openapi'
import { importFormats } from '#lib/exchange/convert/sort-format.ts'
import { exportAll } from '#lib/exchange/export-all.ts'
import { filesOfUpload } from '#lib/exchange/files-of-upload.ts'
import { importArticles } from '#lib/exchange/import-articles.ts'
import { importLimits } from '#lib/exchange/import-limits.ts'
import { listImports } from '#lib/exchange/list-imports.ts'
import { readImport } from '#lib/exchange/read-import.ts'
import type { ImportInput } from '#lib/exchange/run-import.ts'
import { IstokError } from '../../errors.ts'
import { addRoute } from '../add-route.ts'
import { bodyLimits } from '../read-body.ts'
import { readUploads } from '../read-upload.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { faultsSchema, keptRefusalSchema } from './release-shapes.ts'
import { flagQuery, idText, pageOf, pageQuery, shownInstant } from './shapes.ts'

const group = 'Authoring'
const importInput = z
  .strictObject({
    format: z.enum(importFormats).optional().openapi({ description: 'What files are that do not tell it by their name or content' }),
    files: z
      .array(
        z.strictObject({
          path: z.string().min(1).max(500),
          content: z.string(),
          encoding: z.enum(['utf-8', 'base64']).optional().openapi({ description: 'Of content; Word and Excel files are sent in Base64' }),
        }),
      )
      .min(1)
      .max(importLimits.files),
  })
  .openapi('ImportInput')
const upload = z.object({
  file: z.string().openapi({
    type: 'string',
    format: 'binary',
    description:
      'A zip, or one or several files: Markdown, HTML, Word, CSV or Excel tables of questions and answers, JSON of a Zendesk help centre',
  }),
  format: z.enum(importFormats).optional(),
})

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
    warnings: z.array(
      z.object({
        file: z.string(),
        line: z.int().optional(),
        level: z.enum(['warning', 'error']),
        message: z.string(),
        reason: z.string().openapi({ description: 'A machine word for what was found, e.g. slug-taken' }),
        arguments: z.record(z.string(), z.string()).optional(),
        faults: faultsSchema.optional().openapi({ description: 'What `detail` says, fault by fault' }),
        said: z.object({ ru: z.string(), en: z.string() }).optional().openapi({ description: '`detail` in two languages' }),
        variation: z.string().optional().openapi({ description: 'The channel in whose variation it stands' }),
      }),
    ),
    duplicates: z.array(
      z.object({
        file: z.string(),
        text: z.string(),
        like: z.object({ id: z.string().nullable(), file: z.string().nullable(), text: z.string() }),
        score: z.number(),
      }),
    ),
    contradictions: z.array(
      z.object({
        file: z.string(),
        text: z.string(),
        value: z.string(),
        fact: z.object({ key: z.string(), title: z.string(), value: z.string() }),
      }),
    ),
    omitted: z.int(),
    release: z.int().nullable(),
    published: z.int(),
    problem: z.string().nullable(),
    refusal: keptRefusalSchema.nullable(),
    createdAt: shownInstant,
    createdBy: z.string(),
    finishedAt: shownInstant.nullable(),
  })
  .openapi('Import')

function filesOfBody({ files, format }: z.infer<typeof importInput>): Pick<ImportInput, 'files' | 'format'> {
  const given = files.map(({ path, content, encoding }) => ({
    path,
    content: encoding === 'base64' ? Buffer.from(content, 'base64') : content,
  }))
  return { files: given, ...(format && { format }) }
}

async function filesOfForm(bytes: Uint8Array, request: Request): Promise<Pick<ImportInput, 'files' | 'format'>> {
  const { files, fields } = await readUploads(bytes, request, ['format'])
  const said = z
    .enum(importFormats)
    .optional()
    .safeParse(fields.format || undefined)
  if (!said.success) {
    const message = `must be one of ${importFormats.join(', ')}`
    throw new IstokError('invalid', `format ${message}`, { errors: [{ pointer: '/format', message, reason: 'wrong-form' }] })
  }
  return { files: filesOfUpload(files, said.data), ...(said.data && { format: said.data }) }
}

const listedImport = z
  .object({
    ...counts,
    id: z.string(),
    status: z.enum(['running', 'done', 'failed']),
    dryRun: z.boolean(),
    publish: z.boolean(),
    release: z.int().nullable(),
    createdAt: shownInstant,
    createdBy: z.string(),
    finishedAt: shownInstant.nullable(),
  })
  .openapi('ListedImport')

/** /imports and /exports: whole folders of articles, idempotent by where they come from. */
export function addImportRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/imports',
      summary:
        'Imports Markdown, HTML, Word, tables of questions and answers, or a Zendesk help centre: lands as drafts, with `publish` released at once',
      group,
      scope: 'write',
      query: z.strictObject({ dryRun: flagQuery, publish: flagQuery }),
      body: importInput,
      uploads: { 'multipart/form-data': upload },
      limit: bodyLimits.import,
      answers: { 202: { description: 'Begun; ask GET /imports/{id}', schema: z.object({ id: z.string(), status: z.literal('running') }) } },
    },
    async ({ istok, actor, query, body, bytes, contentType, request }) => {
      const { files, format } = contentType === 'application/json' ? filesOfBody(body) : await filesOfForm(bytes, request)
      const { id } = await importArticles(istok, actor, { files, ...(format && { format }), ...query })
      return jsonReply(istok, { id, status: 'running' }, 202, { Location: `/api/v1/imports/${id}` })
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/imports',
      summary: 'Imports, newest first',
      group,
      scope: 'write',
      query: pageQuery,
      answers: { 200: { description: 'A page of imports', schema: pageOf(listedImport) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listImports(istok, actor, query)),
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
