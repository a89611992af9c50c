import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { exportAudit } from '#lib/access/export-audit.ts'
import { listAudit } from '#lib/access/list-audit.ts'
import { addRoute } from '../add-route.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { instant, pageOf, pageQuery, shownInstant } from './shapes.ts'

const auditSchema = z
  .object({
    id: z.int(),
    at: shownInstant,
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    details: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .openapi('AuditEntry')

const query = pageQuery.extend({
  from: instant.optional(),
  to: instant.optional(),
  actor: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
})

/** /audit: who did what. */
export function addAuditRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/audit',
      summary: 'Who did what, newest first; append-only and chained by hash',
      group: 'Operations',
      scope: 'admin',
      query,
      answers: { 200: { description: 'Entries', schema: pageOf(auditSchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listAudit(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/audit/export',
      summary: 'The same as CSV, all of it',
      group: 'Operations',
      scope: 'admin',
      query: query.omit({ limit: true, cursor: true }),
      answers: { 200: { description: 'A file', schema: z.string(), contentType: 'text/csv; charset=utf-8' } },
    },
    async ({ istok, actor, query }) =>
      new Response(Readable.toWeb(Readable.from(bytesOf(await exportAudit(istok, actor, query)))) as ReadableStream<Uint8Array>, {
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': 'attachment; filename="audit.csv"',
          'Cache-Control': 'no-store',
        },
      }),
  )
}

async function* bytesOf(texts: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text)
}
