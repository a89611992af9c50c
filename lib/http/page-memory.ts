import type { MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { memoryOf } from '#lib/delivery/memory.ts'
import { digest } from '../digest.ts'
import { isKnownTag } from './precondition.ts'
import type { Env, Wire } from './wire.ts'

/** A public page or file as it is sent, with every header but those of the single request. */
export interface ReadyPage {
  body: Buffer
  etag: string
  headers: [string, string][]
  /** The delivery's epoch in which it was made; in another one it is made anew. */
  epoch: number
  route: string
}

export type PageMemory = LRUCache<string, ReadyPage>

/** Share of ISTOK_MEMORY_MB for pages; the delivery keeps its own. */
const share = 0.5
/** Longest page that is kept, in bytes, and longest address. */
const largest = 512 * 1024
const longest = 300

const memories = new WeakMap<Wire, PageMemory>()

/** The ready pages of one server, by address. */
export function pagesOf(wire: Wire): PageMemory {
  let pages = memories.get(wire)
  if (!pages) {
    pages = new LRUCache({ maxSize: Math.floor(wire.istok.env.memoryBytes * share), sizeCalculation: page => page.body.length + 1500 })
    memories.set(wire, pages)
  }
  return pages
}

/** Headers that belong to one request and not to the page. */
const ofRequest = new Set(['x-request-id', 'ratelimit', 'content-length', 'date', 'connection', 'keep-alive'])

/** Keeps public pages that are the same for everybody, gives each an ETag, and answers 304 when the reader has it. */
export function keepPages(wire: Wire): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { method, path } = context.req
    if ((method !== 'GET' && method !== 'HEAD') || path.startsWith('/api/')) return next()
    const epoch = memoryOf(wire.istok).fresh()
    await next()
    const response = context.res
    if (method !== 'GET' || !isForEverybody(response)) return
    const body = Buffer.from(await response.arrayBuffer())
    const etag = response.headers.get('etag') ?? `"${digest(body.toString('latin1'))}"`
    response.headers.set('ETag', etag)
    response.headers.set('Content-Length', String(body.length))
    const headers = [...response.headers].filter(([name]) => !ofRequest.has(name))
    const url = context.req.url
    const address = url.slice(url.indexOf('/', url.indexOf('//') + 2))
    if (body.length <= largest && address.length <= longest)
      pagesOf(wire).set(address, { body, etag, headers, epoch, route: context.get('route') })
    const isKnown = isKnownTag(context.req.header('if-none-match'), etag)
    const all = new Headers(response.headers)
    if (isKnown) all.delete('content-length')
    context.res = new Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers: all })
  }
}

/** Complete, public, one form for all, and nothing set for the reader. */
function isForEverybody(response: Response): boolean {
  const { headers, status } = response
  if (status !== 200 || headers.has('set-cookie') || headers.has('vary') || headers.has('content-encoding')) return false
  const caching = headers.get('cache-control') ?? ''
  return caching.includes('public') && !caching.includes('no-store') && !headers.get('content-type')?.startsWith('text/event-stream')
}
