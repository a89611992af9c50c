import type { Channel } from '#lib/compile/channels.ts'
import type { StoredReply } from '#lib/delivery/memory.ts'
import { exposedHeaders } from './cors.ts'
import { apiPolicy } from './security-headers.ts'
import type { Wire } from './wire.ts'

/** How long copies of public renditions may be used: five seconds unasked, half a minute while asking, a day when we do not answer. API.md. */
const publicCaching = 'public, max-age=5, stale-while-revalidate=30, stale-if-error=86400'

/** Every header of a delivered reply but the ones of the single request, as name and value. Both the fast path and the route send exactly these. */
export function deliveryHeaders(
  wire: Wire,
  channel: Channel,
  reply: Pick<StoredReply, 'mediaType' | 'etag'>,
  release: number,
): [string, string][] {
  return [
    ['Content-Type', reply.mediaType],
    ['ETag', reply.etag],
    ['Cache-Control', channel.audience === 'public' ? publicCaching : 'private, no-cache'],
    ['Istok-Release', String(release)],
    ...(channel.id === 'website' ? [] : [['Vary', 'Authorization'] as [string, string]]),
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Expose-Headers', exposedHeaders],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    ['Content-Security-Policy', apiPolicy],
    ...wire.always,
  ]
}

/** What of them a 304 repeats (RFC 9110, 15.4.5): the reader keeps the rest of what he has. */
export function notModifiedHeaders(headers: [string, string][]): [string, string][] {
  return headers.filter(([name]) => repeated.has(name))
}

const repeated = new Set(['ETag', 'Cache-Control', 'Vary', 'Istok-Release', 'Access-Control-Allow-Origin'])
