import { z } from '@hono/zod-openapi'
import { readDocuments } from '#lib/authoring/read-content.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { factInputSchema } from '#lib/document/fact-schema.ts'
import { readFactImpact } from '#lib/impact/read-fact-impact.ts'
import { readSnippetImpact } from '#lib/impact/read-snippet-impact.ts'
import { addRoute } from '../add-route.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { lossSchema, snippetInputSchema } from './authoring-shapes.ts'
import { keySchema, requireSameKey, shownInstant } from './shapes.ts'

const group = 'Authoring'
const params = z.object({ key: keySchema })

const piece = z.object({ fate: z.enum(['same', 'added', 'removed']), text: z.string() })
const articleImpact = z
  .object({
    articleId: z.string(),
    slug: z.string(),
    locale: z.string(),
    title: z.string(),
    channels: z.array(
      z.object({
        channel: z.enum(channelKinds),
        effect: z.enum(['changed', 'appears', 'disappears']),
        sentences: z.array(z.array(piece)).openapi({ description: 'Sentences that will read otherwise, word by word; at most five' }),
        count: z.int(),
      }),
    ),
    losses: z.array(lossSchema.extend({ channel: z.enum(channelKinds) })),
  })
  .openapi('ArticleImpact')
const measured = {
  articles: z.int(),
  translations: z.int(),
  compiled: z.int().openapi({ description: 'Translations that were compiled for the sentences; the counts are of all' }),
  errors: z.int().openapi({ description: 'Losses that would stop the release' }),
  channels: z.record(z.string(), z.int()),
  draftsOnly: z.int(),
}
const moment = z.object({
  at: shownInstant.nullable().openapi({ description: 'null: at once' }),
  articles: z.array(articleImpact),
})
const value = z.union([z.string(), z.record(z.string(), z.string())]).nullable()
const factImpactSchema = z
  .object({
    ...measured,
    moments: z.array(moment.extend({ before: value, after: value })),
    furtherMoments: z.int(),
    readings: z.array(
      z.object({
        index: z.int(),
        locale: z.string(),
        written: z.object({ usual: z.string(), short: z.string(), long: z.string() }),
        spoken: z.array(z.object({ case: z.string(), text: z.string() })),
      }),
    ),
  })
  .openapi('FactImpact')
const snippetImpactSchema = z.object({ ...measured, moments: z.array(moment) }).openapi('SnippetImpact')

/** What a change of a fact or a snippet would change, before it is made. */
export function addImpactRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/facts/{key}/impact',
      summary: 'What publishing this fact would change: articles, channels, sentences, losses; stores nothing',
      group,
      scope: 'drafts',
      params,
      body: factInputSchema,
      fromAddress: ({ key }) => ({ key }),
      answers: { 200: { description: 'The impact', schema: factImpactSchema } },
    },
    async ({ istok, actor, params, body }) => {
      requireSameKey(params.key, body.key)
      return jsonReply(istok, await readFactImpact(istok, actor, body))
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/snippets/{key}/impact',
      summary: 'What publishing this snippet would change: articles, channels, sentences, losses; stores nothing',
      group,
      scope: 'drafts',
      params,
      body: snippetInputSchema,
      fromAddress: ({ key }) => ({ key }),
      answers: { 200: { description: 'The impact', schema: snippetImpactSchema } },
    },
    async ({ istok, actor, params, body }) => {
      requireSameKey(params.key, body.key)
      const { documents } = readDocuments(body.documents)
      return jsonReply(istok, await readSnippetImpact(istok, actor, { ...body, documents }))
    },
  )
}
