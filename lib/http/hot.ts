import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Actor, anonymous } from '#lib/access/actor.ts'
import { canReadChannel } from '#lib/access/policies.ts'
import { type DeliveryMemory, memoryOf, type StoredReply } from '#lib/delivery/memory.ts'
import { authenticateKey } from './authenticate.ts'
import { deliveryHeaders } from './delivery-headers.ts'
import { type HotTarget, readHotTarget } from './hot-target.ts'
import { type PageMemory, pagesOf, type ReadyPage } from './page-memory.ts'
import { isKnownTag } from './precondition.ts'
import { callerAddress } from './rate-limit.ts'
import type { Tally } from './request-log.ts'
import type { Wire } from './wire.ts'

/** Addresses whose reading is remembered; above it all are forgotten and read anew. */
const remembered = 20_000

/** A reply for one address as node writes it: name, value, name, value … The last four values of the arrays change with each request. */
interface Ready {
  source: StoredReply | ReadyPage
  release: number
  body: Buffer
  etag: string
  full: string[]
  notModified: string[]
  tallies: { get: Tally; head: Tally; notModified: Tally }
}

interface Known {
  target: HotTarget | null
  ready: Ready | null
}

/** What of a request's headers matters here, read from the raw list: building the object of all of them costs more than the reply. */
interface Asked {
  authorization: string | undefined
  knownTag: string | undefined
  hasCookie: boolean
}

/**
 * Answers the hottest reads (an answer, a list, a public page) from ready bytes before the router sees them, with everything that the route does: key,
 * channel, limit, ETag, headers, metrics, log. Returns false, having touched nothing, when it is not such a read or the answer is not in memory; the route
 * then answers the same.
 */
export function openHotPath(wire: Wire): (request: IncomingMessage, response: ServerResponse) => boolean {
  const memory = memoryOf(wire.istok)
  const pages = pagesOf(wire)
  const known = new Map<string, Known>()
  const defaultLocale = wire.istok.env.locales[0] ?? 'ru'
  return (request, response) => {
    const { method, url = '' } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    const started = performance.now()
    const epoch = memory.fresh()
    let place = known.get(url)
    if (place === undefined) {
      if (!url.startsWith('/api/v1/channels/') && !pages.has(url)) return false
      if (known.size >= remembered) known.clear()
      place = { target: readHotTarget(url, defaultLocale), ready: null }
      known.set(url, place)
    }
    const ready = place.target ? readyAnswer(wire, memory, place, place.target) : readyPage(wire, pages, place, url, epoch)
    if (ready === null) return false
    const asked = readHeaders(request.rawHeaders)
    const actor = place.target ? whoAsks(wire, asked, place.target) : asked.authorization === undefined ? anonymous : null
    if (actor === null) return false
    return send(wire, request, response, { ready, asked, actor, started })
  }
}

function readyAnswer(wire: Wire, memory: DeliveryMemory, place: Known, target: HotTarget): Ready | null {
  const reply = target.kind === 'answer' ? memory.findAnswer(target.key) : memory.findReply(target.key)
  if (reply === undefined) return null
  if (place.ready?.source === reply && place.ready.release === memory.release) return place.ready
  const headers = deliveryHeaders(wire, target.channel, reply, memory.release)
  place.ready = makeReady(wire, {
    source: reply,
    release: memory.release,
    body: reply.body,
    etag: reply.etag,
    headers,
    route: target.route,
  })
  return place.ready
}

function readyPage(wire: Wire, pages: PageMemory, place: Known, url: string, epoch: number): Ready | null {
  const page = pages.get(url)
  if (page === undefined || page.epoch !== epoch) return null
  if (place.ready?.source !== page) {
    const { body, etag, headers, route } = page
    place.ready = makeReady(wire, { source: page, release: epoch, body, etag, headers, route })
  }
  return place.ready
}

interface Making {
  source: StoredReply | ReadyPage
  release: number
  body: Buffer
  etag: string
  headers: [string, string][]
  route: string
}

function makeReady(wire: Wire, { source, release, body, etag, headers, route }: Making): Ready {
  const policy = wire.limit.policy
  const ofRequest = [...(policy === null ? [] : ['RateLimit-Policy', policy, 'RateLimit', '']), 'X-Request-Id', '']
  const fixed = headers.filter(([name]) => name.toLowerCase() !== 'ratelimit-policy')
  const isContent = (name: string) => name.toLowerCase() === 'content-type' || name.toLowerCase() === 'content-length'
  return {
    source,
    release,
    body,
    etag,
    full: [...fixed.flat(), 'Content-Length', String(body.length), ...ofRequest],
    notModified: [...fixed.filter(([name]) => !isContent(name)).flat(), ...ofRequest],
    tallies: {
      get: wire.log.tally('GET', route, 200),
      head: wire.log.tally('HEAD', route, 200),
      notModified: wire.log.tally('GET', route, 304),
    },
  }
}

function readHeaders(raw: string[]): Asked {
  const asked: Asked = { authorization: undefined, knownTag: undefined, hasCookie: false }
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] ?? ''
    if (name.length === 13) {
      const lower = name.toLowerCase()
      if (lower === 'authorization') asked.authorization = raw[index + 1]
      else if (lower === 'if-none-match')
        asked.knownTag = asked.knownTag === undefined ? raw[index + 1] : `${asked.knownTag}, ${raw[index + 1]}`
    } else if (name.length === 6 && name.toLowerCase() === 'cookie') asked.hasCookie = true
  }
  return asked
}

/** Null when the route has to decide: a session, a key that does not hold, a channel that may not be read. */
function whoAsks(wire: Wire, { authorization, hasCookie }: Asked, { channel }: HotTarget): Actor | null {
  if (authorization === undefined) return !hasCookie && canReadChannel(anonymous, channel) ? anonymous : null
  try {
    const actor = authenticateKey(wire.istok, authorization)
    return canReadChannel(actor, channel) ? actor : null
  } catch {
    return null
  }
}

interface Sending {
  ready: Ready
  asked: Asked
  actor: Actor
  started: number
}

function send(wire: Wire, request: IncomingMessage, response: ServerResponse, { ready, asked, actor, started }: Sending): boolean {
  const isNotModified = asked.knownTag !== undefined && isKnownTag(asked.knownTag, ready.etag)
  const headers = isNotModified ? ready.notModified : ready.full
  if (wire.limit.policy !== null) {
    const allowance = wire.limit.take(actor === anonymous ? callerAddress(request.socket.remoteAddress) : actor.id)
    if (!allowance.allowed) return false
    headers[headers.length - 3] = allowance.header
  }
  const id = wire.log.nextId()
  headers[headers.length - 1] = id
  const isHead = request.method === 'HEAD'
  const bytes = isNotModified || isHead ? 0 : ready.body.length
  response.writeHead(isNotModified ? 304 : 200, headers)
  if (bytes === 0) response.end()
  else response.end(ready.body)
  const { tallies } = ready
  wire.log.record(
    isNotModified ? tallies.notModified : isHead ? tallies.head : tallies.get,
    id,
    performance.now() - started,
    bytes,
    actor.id,
  )
  return true
}
