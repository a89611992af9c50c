import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Actor, anonymous } from '#lib/access/actor.ts'
import { type DeliveryMemory, memoryOf, type StoredReply } from '#lib/delivery/memory.ts'
import { now } from '../clock.ts'
import { deliveryHeaders, notModifiedHeaders } from './delivery-headers.ts'
import { type Asked, callerOf, readHotHeaders, whoAsks } from './hot-headers.ts'
import { openHotSearch } from './hot-search.ts'
import { type HotTarget, readHotTarget } from './hot-target.ts'
import { isKnownTag } from './precondition.ts'
import { makeReadyHead, type ReadyHead, writeReadyHead } from './ready-head.ts'
import type { Tally } from './request-log.ts'
import { type RenderedPage, renderPage } from './site/render-page.ts'
import type { Wire } from './wire.ts'

/** Addresses whose reading is remembered; above it all are forgotten and read anew. */
const remembered = 20_000

/** A reply of which only the headers of the single request are missing. */
interface Ready {
  release: number
  body: Buffer
  etag: string
  full: ReadyHead
  notModified: ReadyHead
  tallies: { get: Tally; head: Tally; notModified: Tally }
}

/**
 * Answers the hottest reads (an answer, a list, a public page) from ready bytes, and searches from the index in memory, before the router sees them, with
 * everything that the route does: key, channel, limit, ETag, headers, metrics, log. Returns false, having touched nothing, when it is not such a read or the
 * answer is not in memory; the route then answers the same.
 */
export function openHotPath(wire: Wire): (request: IncomingMessage, response: ServerResponse) => boolean {
  const memory = memoryOf(wire.istok)
  const known = new Map<string, HotTarget | null>()
  const answerSearch = openHotSearch(wire)
  const defaultLocale = wire.istok.env.locales[0] ?? 'ru'
  return (request, response) => {
    const { method, url = '' } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    const started = performance.now()
    if (!url.startsWith('/api/')) return sendPage(wire, request, response, started)
    let target = known.get(url)
    if (!target && answerSearch(request, response, started)) return true
    memory.fresh()
    if (target === undefined) {
      if (known.size >= remembered) known.clear()
      target = readHotTarget(url, defaultLocale)
      known.set(url, target)
    }
    const ready = target && readyAnswer(wire, memory, target)
    if (!target || !ready) return false
    const asked = readHotHeaders(request.rawHeaders)
    const at = now()
    const actor = whoAsks(wire, asked, target.channel, at)
    return actor !== null && send(wire, { request, response, asked, actor, started, at }, ready)
  }
}

/** By what is sent, so that nothing is kept longer than the delivery's memory keeps it. */
const readyAnswers = new WeakMap<StoredReply, Ready>()

function readyAnswer(wire: Wire, memory: DeliveryMemory, target: HotTarget): Ready | null {
  const reply = target.kind === 'answer' ? memory.findAnswer(target.key) : memory.findReply(target.key)
  if (reply === undefined) return null
  const known = readyAnswers.get(reply)
  if (known?.release === memory.release) return known
  const headers = deliveryHeaders(wire, target.channel, reply, memory.release)
  const notModified = notModifiedHeaders(headers)
  const { body, etag } = reply
  const ready = makeReady(wire, { release: memory.release, body, etag, headers, notModified, route: target.route })
  readyAnswers.set(reply, ready)
  return ready
}

const readyPages = new WeakMap<RenderedPage, Ready>()

/** A public page is the same for everybody; only whoever presents a key that may be wrong is left to the route. */
function sendPage(wire: Wire, request: IncomingMessage, response: ServerResponse, started: number): boolean {
  const asked = readHotHeaders(request.rawHeaders)
  if (asked.authorization !== undefined) return false
  const page = renderPage(wire.istok, request.url ?? '', asked.encoding)
  if (page === null || page.status !== 200) return false
  let ready = readyPages.get(page)
  if (ready === undefined) {
    const headers = Object.entries(page.headers)
    const etag = page.headers.ETag ?? ''
    ready = makeReady(wire, {
      release: 0,
      body: page.body,
      etag,
      headers: [...headers, ...wire.always],
      notModified: headers,
      route: 'page',
    })
    readyPages.set(page, ready)
  }
  return send(wire, { request, response, asked, actor: anonymous, started, at: now() }, ready)
}

interface Making extends Pick<Ready, 'release' | 'body' | 'etag'> {
  headers: [string, string][]
  notModified: [string, string][]
  route: string
}

function makeReady({ limit, log }: Wire, { headers, notModified, route, ...making }: Making): Ready {
  const policy = limit.policy === null ? [] : ['RateLimit-Policy', limit.policy]
  return {
    ...making,
    full: makeReadyHead(200, [...headers.flat(), 'Content-Length', String(making.body.length), ...policy]),
    notModified: makeReadyHead(304, [...notModified.flat(), ...policy]),
    tallies: { get: log.tally('GET', route, 200), head: log.tally('HEAD', route, 200), notModified: log.tally('GET', route, 304) },
  }
}

interface Sending {
  request: IncomingMessage
  response: ServerResponse
  asked: Asked
  actor: Actor
  started: number
  at: number
}

function send(wire: Wire, { request, response, asked, actor, started, at }: Sending, ready: Ready): boolean {
  const isNotModified = asked.knownTag !== undefined && isKnownTag(asked.knownTag, ready.etag)
  let limit: string | null = null
  if (wire.limit.policy !== null) {
    const allowance = wire.limit.take(callerOf(request, actor, asked), 1, at)
    if (!allowance.allowed) return false
    limit = allowance.header
  }
  const id = wire.log.nextId()
  const isHead = request.method === 'HEAD'
  const bytes = isNotModified || isHead ? 0 : ready.body.length
  writeReadyHead(response, isNotModified ? ready.notModified : ready.full, limit, id, at)
  if (bytes === 0) response.end()
  else response.end(ready.body)
  const { tallies } = ready
  wire.log.readyReplies += 1
  wire.log.record(
    isNotModified ? tallies.notModified : isHead ? tallies.head : tallies.get,
    id,
    performance.now() - started,
    bytes,
    actor.id,
    at,
  )
  return true
}
