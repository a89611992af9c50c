import { z } from '@hono/zod-openapi'
import { findPending, pendingKinds } from '#lib/authoring/find-pending.ts'
import { listPending } from '#lib/authoring/list-pending.ts'
import { listPendingIds } from '#lib/authoring/list-pending-ids.ts'
import { addRoute } from '../add-route.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { pageOf, pageQuery } from './shapes.ts'

const status = z.enum(['draft', 'published', 'changed', 'withdrawn'])
const titles = z.record(z.string(), z.string())
const updatedAt = z.int()
const article = z.object({
  ...{ id: z.string(), slug: z.string(), status, updatedAt },
  translations: z.array(z.object({ locale: z.string(), title: z.string(), status, updatedBy: z.string() })),
})
const fact = z.object({
  ...{ key: z.string(), title: titles, type: z.string(), unit: z.string().nullable(), status, updatedAt },
  values: z.array(z.unknown()),
})
const snippet = z.object({ key: z.string(), title: titles, status, updatedAt })

const group = 'Authoring'
const scope = 'drafts'
const params = z.object({ kind: z.enum(pendingKinds) })
const q = z.string().max(200).optional().openapi({ description: 'Words that are all in the titles, the slug or key, or a value' })

/** What was changed and is not released yet: all of it, or one kind page by page. */
export function addPendingRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/pending', group, scope },
      summary: 'Everything that was changed and is not released yet, last changed first',
      answers: {
        200: {
          description: 'Articles, facts and snippets; times in milliseconds',
          schema: z.object({ articles: z.array(article), facts: z.array(fact), snippets: z.array(snippet) }),
        },
      },
    },
    async ({ istok, actor }) => jsonReply(istok, await listPending(istok, actor)),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/pending/{kind}', group, scope, params },
      summary: 'The same of one kind, page by page, with how many there are',
      query: pageQuery.extend({ q }),
      answers: {
        200: {
          description: 'A page of the list',
          schema: pageOf(z.union([article, fact, snippet])).extend({ count: z.int().min(0).openapi({ description: 'On all pages' }) }),
        },
      },
    },
    async ({ istok, actor, params, query }) => jsonReply(istok, await findPending(istok, actor, { ...params, ...query })),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/pending/{kind}/ids', group, scope, params },
      summary: 'Ids or keys of all that these pages have',
      query: z.strictObject({ q }),
      answers: { 200: { description: 'In the order of the pages', schema: z.object({ ids: z.array(z.string()) }) } },
    },
    async ({ istok, actor, params, query }) => jsonReply(istok, { ids: await listPendingIds(istok, actor, { ...params, ...query }) }),
  )
}
