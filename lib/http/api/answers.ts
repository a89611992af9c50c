import { z } from '@hono/zod-openapi'
import { requireScope } from '#lib/access/policies.ts'
import type { Channel } from '#lib/compile/channels.ts'
import { listAnswers } from '#lib/delivery/list-answers.ts'
import { memoryOf, type StoredReply } from '#lib/delivery/memory.ts'
import { readCategoryTree } from '#lib/delivery/read-category-tree.ts'
import { type Answer, readRendition } from '#lib/delivery/read-rendition.ts'
import { IstokError } from '../../errors.ts'
import { addRoute, apiRoot } from '../add-route.ts'
import { readableChannel } from '../channel.ts'
import { deliveryHeaders, notModifiedHeaders } from '../delivery-headers.ts'
import { isKnownTag } from '../precondition.ts'
import type { Api, Wire } from '../wire.ts'
import { answerQuery, categoriesQuery, categoryTreeSchema, listQuery, renditionSchema, summarySchema } from './delivery-shapes.ts'
import { pageOf } from './shapes.ts'

const channelParams = z.object({ channel: z.string().max(100) })
const answerParams = channelParams.extend({ slug: z.string().max(200) })

/** The answers of a channel: one, the list, the categories. */
export function addAnswerRoutes(app: Api, wire: Wire): void {
  const group = 'Delivery'
  const defaultLocale = wire.istok.env.locales[0] ?? 'ru'
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/channels/{channel}/answers/{slug}',
      summary: 'One answer as this channel says it',
      description: [
        'With `profile` in a vendor dialect, with `release` or `at` as it was then (needs the scope "read").',
        'The id of an article is taken like a slug, as buttons name it: `a:{article}` is another answer, `h:{article}` hands over to a person,',
        '`s:{article}:{step}` is a step of a decision script, whose messages are `content.steps[step].messages`; what follows a third colon has no meaning.',
        'A step that is not there was in an earlier release: begin anew with `content.messages`.',
      ].join(' '),
      group,
      scope: 'anyone',
      params: answerParams,
      query: answerQuery,
      answers: {
        200: { description: 'The rendition', schema: renditionSchema },
        301: { description: 'The slug changed; Location has the new address' },
        304: { description: 'If-None-Match holds' },
      },
    },
    async ({ istok, actor, params, query: { locale = defaultLocale, profile = null, release, at }, request }) => {
      const channel = readableChannel(actor, params.channel)
      checkProfile(channel, profile)
      if (release !== undefined || at !== undefined) requireScope(actor, 'read')
      const asOf = { ...(release === undefined ? {} : { release }), ...(at === undefined ? {} : { at }) }
      const answer = await readRendition(istok, { channel: channel.id, locale, slug: params.slug, profile, ...asOf })
      const number = Object.keys(asOf).length > 0 && answer.kind === 'found' ? answer.reply.release : null
      return answer.kind === 'found' ? deliver(wire, request, channel, answer.reply, number) : elsewhere(request, params.slug, answer)
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/channels/{channel}/answers',
      summary: 'The answers of a channel, newest change first',
      group,
      scope: 'anyone',
      params: channelParams,
      query: listQuery,
      answers: { 200: { description: 'A page of the list', schema: pageOf(summarySchema) }, 304: { description: 'If-None-Match holds' } },
    },
    async ({ istok, actor, params, query: { locale = defaultLocale, category = null, tag = null, limit, cursor = null }, request }) => {
      const channel = readableChannel(actor, params.channel)
      return deliver(wire, request, channel, await listAnswers(istok, { channel: channel.id, locale, category, tag, limit, cursor }))
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/channels/{channel}/categories',
      summary: 'The categories in which a channel has answers, as a tree with counts',
      group,
      scope: 'anyone',
      params: channelParams,
      query: categoriesQuery,
      answers: { 200: { description: 'The tree', schema: categoryTreeSchema }, 304: { description: 'If-None-Match holds' } },
    },
    async ({ istok, actor, params, query: { locale = defaultLocale }, request }) => {
      const channel = readableChannel(actor, params.channel)
      return deliver(wire, request, channel, await readCategoryTree(istok, { channel: channel.id, locale }))
    },
  )
}

function checkProfile(channel: Channel, profile: string | null): void {
  if (profile === null || Object.hasOwn(channel.profiles, profile)) return
  const known = Object.keys(channel.profiles)
  const message = known.length === 0 ? 'is not known: this channel has no profiles' : `must be one of ${known.join(', ')}`
  throw new IstokError('invalid', `profile ${message}`, {
    status: 400,
    errors: [{ pointer: '?profile', message, reason: 'not-one-of', arguments: { values: known.join(', ') || '—' } }],
  })
}

/** The stored bytes, or 304 when the caller has them. `release` null: the newest. */
function deliver(wire: Wire, request: Request, channel: Channel, reply: StoredReply, release: number | null = null): Response {
  const headers = deliveryHeaders(wire, channel, reply, release ?? memoryOf(wire.istok).release)
  if (isKnownTag(request.headers.get('if-none-match'), reply.etag))
    return new Response(null, { status: 304, headers: notModifiedHeaders(headers) })
  return new Response(new Uint8Array(reply.body), { headers: [...headers, ['Content-Length', String(reply.body.length)]] })
}

function elsewhere(request: Request, slug: string, answer: Exclude<Answer, { kind: 'found' }>): Response {
  if (answer.kind === 'missing') throw new IstokError('not_found', `This channel has no answer "${slug}" in this language`)
  if (answer.kind === 'gone') throw new IstokError('not_found', `The answer "${slug}" was withdrawn`, { status: 410 })
  const url = new URL(request.url)
  const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/'))
  return new Response(null, {
    status: 301,
    headers: { Location: `${folder.startsWith(apiRoot) ? folder : ''}/${answer.slug}${url.search}`, 'Cache-Control': 'public, max-age=5' },
  })
}
