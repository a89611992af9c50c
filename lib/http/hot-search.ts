import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '#lib/access/actor.ts'
import { type Channel, channels, isChannelKind } from '#lib/compile/channels.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { searchLogOf } from '#lib/learning/search-log.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { enginesOf } from '#lib/search/recall/open-engines.ts'
import { searchAnswersNow } from '#lib/search/search-answers.ts'
import { suggestQueriesNow } from '#lib/search/suggest-queries.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { searchQuery, suggestQuery } from './api/search-shapes.ts'
import { exposedHeaders } from './cors.ts'
import { callerOf, readHotHeaders, whoAsks, whoIsSignedIn } from './hot-headers.ts'
import { costOfSearch } from './rate-limit.ts'
import type { Tally } from './request-log.ts'
import { apiPolicy } from './security-headers.ts'
import type { Wire } from './wire.ts'

const address = /^\/api\/v1\/channels\/([a-z]+)\/(search|suggest)\?/

/** What of a reply never changes, and how it is counted. */
interface Kind {
  headers: string[]
  tally: Tally
}

/**
 * Answers searches and suggestions of which nothing has to be waited for, before the router sees them, with everything that the routes do: key, channel, limit,
 * headers, metrics, log, memory of what was searched. Returns false, having touched nothing, for everything else and for whatever is to be refused.
 */
export function openHotSearch(wire: Wire): (request: IncomingMessage, response: ServerResponse, started: number) => boolean {
  const { istok } = wire
  const kinds = new Map<string, Kind>(['search', 'suggest'].map(name => [name, kindOf(wire, name)]))
  const defaultLocale = istok.env.locales[0] ?? 'ru'
  return (request, response, started) => {
    const { url = '', method } = request
    if (method !== 'GET') return false
    const [found, id = '', name = ''] = address.exec(url) ?? []
    const kind = kinds.get(name)
    if (found === undefined || kind === undefined || !isChannelKind(id)) return false
    const query = readQuery(url.slice(found.length))
    const locale = query?.locale ?? defaultLocale
    if (query === null || !isReady(istok, id, locale, name === 'suggest')) return false
    const at = now()
    const headers = readHotHeaders(request.rawHeaders)
    const actor = headers.cookie === undefined ? whoAsks(wire, headers, channels[id], at) : whoIsSignedIn(wire, headers, channels[id])
    if (actor === null) return false
    const caller = callerOf(request, actor, headers)
    const answer =
      name === 'search' ? search(istok, actor, channels[id], query, locale) : suggest(istok, actor, channels[id], query, locale)
    if (answer === null) return false
    const allowance = wire.limit.take(caller, costOfSearch(url.length), at)
    if (!allowance.allowed) return false
    const body = tryAnswer(wire, answer, caller)
    if (body === null) return false
    send(wire, response, kind, body, { allowance: allowance.header, actor, started, at })
    return true
  }
}

/** What goes wrong here goes wrong in the route too, which says so. */
function tryAnswer({ istok }: Wire, answer: (caller: string) => Buffer | null, caller: string): Buffer | null {
  try {
    return answer(caller)
  } catch (error) {
    istok.log.debug({ err: error }, 'the fast path of search failed')
    return null
  }
}

type Query = Record<string, string>

/** The parameters, each once; null where one is given twice. */
function readQuery(text: string): Query | null {
  const query: Query = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in query) return null
    query[name] = value
  }
  return query
}

/** Whether the index is in memory and no other engine is to be asked. */
function isReady(istok: Istok, channel: string, locale: string, typing: boolean): boolean {
  return (typing || enginesOf(istok).meili === null) && searchOf(istok).now(channel, locale) !== null
}

/** Null: the route has to answer. What it returns makes the reply, or null where something has to be waited for after all. */
type Answering = ((caller: string) => Buffer | null) | null

function search(istok: Istok, actor: Actor, { id: channel }: Channel, values: Query, locale: string): Answering {
  const parsed = searchQuery.safeParse({ ...values })
  if (!parsed.success || parsed.data.q.trim() === '') return null
  const { q, category = null, tag = null, limit, repair, remember } = parsed.data
  return caller => {
    const reply = searchAnswersNow(istok, actor, { channel, locale, q, category, tag, limit, repair: repair === 'true' })
    if (reply === null) return null
    const outcome = reply.found ? 'found' : 'nothing'
    if (remember === 'true') searchLogOf(istok).note({ caller, channel, locale, query: q, outcome })
    return reply.body
  }
}

function suggest(istok: Istok, actor: Actor, { id: channel }: Channel, values: Query, locale: string): Answering {
  const parsed = suggestQuery.safeParse({ ...values })
  if (!parsed.success) return null
  const { q, limit } = parsed.data
  return () => {
    const reply = suggestQueriesNow(istok, actor, { channel, locale, q, limit })
    return reply && Buffer.from(JSON.stringify(reply))
  }
}

function kindOf({ always, limit, log }: Wire, name: string): Kind {
  const route = `/api/v1/channels/{channel}/${name}`
  return {
    headers: [
      ...['Istok-Release', '', 'Content-Length', '', 'X-Request-Id', ''],
      ...(limit.policy === null ? [] : ['RateLimit', '', 'RateLimit-Policy', limit.policy]),
      ...['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store'],
      ...['Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', exposedHeaders],
      ...['Cross-Origin-Resource-Policy', 'cross-origin', 'Content-Security-Policy', apiPolicy, ...always.flat()],
    ],
    tally: log.tally('GET', route, 200),
  }
}

interface Sending {
  allowance: string
  actor: Actor
  started: number
  at: number
}

function send(wire: Wire, response: ServerResponse, { headers, tally }: Kind, body: Buffer, sending: Sending): void {
  const { allowance, actor, started, at } = sending
  const id = wire.log.nextId()
  headers[1] = String(memoryOf(wire.istok).release)
  headers[3] = String(body.length)
  headers[5] = id
  if (wire.limit.policy !== null) headers[7] = allowance
  response.writeHead(200, headers)
  response.end(body)
  wire.log.record(tally, id, performance.now() - started, body.length, actor.id, at)
}
