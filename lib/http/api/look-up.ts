import { z } from '@hono/zod-openapi'
import { lookUp } from '#lib/authoring/look-up.ts'
import { switchLayout } from '#lib/search/repair/layout.ts'
import { addRoute } from '../add-route.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'

const names = z.record(z.string(), z.string())

/** /lookup: what a few typed letters may mean, for the command palette. */
export function addLookUpRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/lookup',
      summary: 'Articles, facts, snippets, releases, categories, tags and pictures by a few letters of their names, drafts included',
      description: 'When nothing has such a name, the letters are read as typed in the other keyboard layout.',
      group: 'Authoring',
      scope: 'drafts',
      query: z.strictObject({
        q: z.string().min(1).max(120),
        limit: z.coerce.number().int().min(1).max(20).default(6).openapi({ type: 'integer', minimum: 1, maximum: 20, default: 6 }),
      }),
      answers: {
        200: {
          description: 'The nearest first; `query` is the reading that found them',
          schema: z.object({
            query: z.string(),
            articles: z.array(z.object({ id: z.string(), slug: z.string(), locale: z.string(), title: z.string(), isLive: z.boolean() })),
            facts: z.array(z.object({ key: z.string(), title: names })),
            snippets: z.array(z.object({ key: z.string(), title: names })),
            releases: z.array(z.object({ number: z.int(), note: z.string() })),
            others: z.array(
              z.object({ kind: z.enum(['view', 'category', 'tag', 'picture']), id: z.string(), title: names, name: z.string() }),
            ),
          }),
        },
      },
    },
    async ({ istok, actor, query: { q, limit } }) => {
      const other = switchLayout(q)
      return jsonReply(istok, await lookUp(istok, actor, { readings: other === null ? [q] : [q, other], limit }))
    },
  )
}
