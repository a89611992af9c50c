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
import { foundSchema, searchQuery, suggestionsSchema, suggestQuery } from './search-shapes.ts'
import { localeName, slugName } from './shapes.ts'

const params = z.object({ channel: z.string().max(100) })

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
      query: searchQuery,
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
      query: suggestQuery,
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
      summary: 'Says that somebody who searched, or was asked back, opened this answer; editors see which words lead where',
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
