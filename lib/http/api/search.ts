import { z } from '@hono/zod-openapi'
import { memoryOf } from '#lib/delivery/memory.ts'
import { noteOpening } from '#lib/learning/note-opening.ts'
import { searchLogOf } from '#lib/learning/search-log.ts'
import { searchAnswers } from '#lib/search/search-answers.ts'
import { suggestQueries } from '#lib/search/suggest-queries.ts'
import { addRoute } from '../add-route.ts'
import { readableChannel } from '../channel.ts'
import { emptyReply, plainJsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { localeName, slugName } from './shapes.ts'

const params = z.object({ channel: z.string().max(100) })
const locale = localeName.optional().openapi({ description: 'Default: the organisation’s first language' })
const q = z.string().openapi({ description: 'What was typed; any text but an empty one' })
const limit = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual).openapi({ type: 'integer', minimum: 1, maximum: most, default: usual })

const ranges = z.array(z.tuple([z.int(), z.int()])).openapi({ description: 'From and to, in UTF-16 units' })
const correction = z.object({
  query: z.string(),
  kind: z.enum(['layout', 'typo', 'translit']),
  applied: z.boolean().openapi({ description: 'The hits are those of this query; repair=false asks for what was typed' }),
})
const foundSchema = z
  .object({
    query: z.string(),
    items: z.array(
      z.object({
        slug: z.string(),
        locale: z.string(),
        title: z.string(),
        titleRanges: ranges,
        snippet: z.object({ text: z.string(), ranges }),
        category: z.string().nullable(),
        score: z.number().min(0).max(1),
        confidence: z.enum(['exact', 'strong', 'weak']),
        matchedBy: z.array(z.enum(['surface', 'stem', 'synonym', 'prefix', 'typo', 'layout', 'translit'])),
      }),
    ),
    total: z.int(),
    facets: z.object({ categories: z.record(z.string(), z.int()), tags: z.record(z.string(), z.int()) }),
    corrected: correction.optional(),
    engine: z.enum(['fts5', 'meilisearch']),
    degraded: z.boolean(),
    release: z.int(),
  })
  .openapi('SearchResult')
const suggestionsSchema = z
  .object({ query: z.string(), items: z.array(z.object({ text: z.string(), slug: z.string().nullable() })) })
  .openapi('Suggestions')

/** Finding answers in a channel, and completing what is being typed. */
export function addSearchRoutes(app: Api, wire: Wire): void {
  const group = 'Delivery'
  const defaultLocale = wire.istok.env.locales[0] ?? 'ru'
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/channels/{channel}/search',
      summary: 'The answers of a channel to a question, the best first',
      description: 'Texts are those of the current release. Layout, transliteration and typos are repaired, and `corrected` says so.',
      group,
      scope: 'anyone',
      params,
      query: z.strictObject({
        ...{ q, locale, category: slugName.optional(), tag: z.string().min(1).max(120).optional(), limit: limit(50, 10) },
        repair: z.enum(['true', 'false']).default('true'),
        remember: z
          .enum(['true', 'false'])
          .default('true')
          .openapi({ description: 'false: a test; it does not count among what customers search for' }),
      }),
      answers: { 200: { description: 'What was found', schema: foundSchema } },
    },
    async ({
      istok,
      actor,
      caller,
      params,
      query: { q, locale = defaultLocale, category = null, tag = null, limit, repair, remember },
    }) => {
      const channel = readableChannel(actor, params.channel)
      const request = { channel: channel.id, locale, q, category, tag, limit, repair: repair === 'true' }
      const found = await searchAnswers(istok, actor, request)
      const outcome = found.items.length > 0 ? 'found' : 'nothing'
      if (remember === 'true') searchLogOf(istok).note({ caller, channel: channel.id, locale, query: q, outcome })
      return plainJsonReply(found, releaseHeader(wire))
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/channels/{channel}/suggest',
      summary: 'What somebody who is typing may mean: words and titles of this channel',
      group,
      scope: 'anyone',
      params,
      query: z.strictObject({ q, locale, limit: limit(20, 8) }),
      answers: { 200: { description: 'Suggestions', schema: suggestionsSchema } },
    },
    async ({ istok, actor, params, query: { q, locale = defaultLocale, limit } }) => {
      const channel = readableChannel(actor, params.channel)
      return plainJsonReply(await suggestQueries(istok, actor, { channel: channel.id, locale, q, limit }), releaseHeader(wire))
    },
  )
}

/** …/openings: which result of a search was opened. */
export function addOpeningRoutes(app: Api, wire: Wire): void {
  const defaultLocale = wire.istok.env.locales[0] ?? 'ru'
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/channels/{channel}/openings',
      summary: 'Says that somebody who searched opened this answer; editors see which words lead where',
      group: 'Delivery',
      scope: 'anyone',
      params,
      body: z.strictObject({ query: z.string().min(1).max(1000), slug: slugName, locale: localeName.optional() }),
      answers: { 204: { description: 'Noted' } },
    },
    async ({ istok, actor, caller, params, body: { locale = defaultLocale, ...opened } }) => {
      const channel = readableChannel(actor, params.channel)
      await noteOpening(istok, actor, { ...opened, caller, channel: channel.id, locale })
      return emptyReply()
    },
  )
}

function releaseHeader(wire: Wire): Record<string, string> {
  return { 'Istok-Release': String(memoryOf(wire.istok).release) }
}
