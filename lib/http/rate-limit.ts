import { isIP } from 'node:net'
import { now } from '../clock.ts'

/** Callers that are remembered; above it those whose bucket is full again are forgotten. */
const remembered = 50_000

interface Bucket {
  tokens: number
  at: number
}

/** What one request took from its caller's bucket. */
export interface Allowance {
  allowed: boolean
  /** Value of the `RateLimit` header: what is left and the seconds until the bucket is full again. */
  header: string
  /** Whole seconds until a request would be allowed; 0 when this one was. */
  retryAfter: number
}

/** Token buckets in memory, one per key or address. */
export interface RateLimit {
  /** Value of the `RateLimit-Policy` header; null when there is no limit. */
  policy: string | null
  /** `cost`: see costOf; `at`: the instant of the request in milliseconds. */
  take(caller: string, cost: number, at?: number): Allowance
}

/** How many ready reads weigh as much as one request that computes, searches or writes. */
const weight = 100

/**
 * What a search or a suggestion takes that the index in memory answers at once: some ten times the processor time of a ready read (bench/, at 1,000 answers).
 * `length`: characters of the address; a longer question takes more time and weighs like anything else.
 */
export function costOfSearch(length: number): number {
  return length <= 600 ? weight / 10 : weight
}

/** What a request takes from its caller's allowance: 1 for reading an answer, a list or a page, which is ready bytes; 100 for anything else. */
export function costOf(method: string, path: string): number {
  const isRead = method === 'GET' || method === 'HEAD'
  return isRead && !searches.test(path) && (!path.startsWith('/api/') || readyReads.test(path)) ? 1 : weight
}

const searches = /^\/[a-z]{2}\/(?:search|suggestions|ask)$/
const readyReads = /^\/api\/v1\/channels\/[^/]+\/(?:answers|categories)/

const unlimited: Allowance = { allowed: true, header: '', retryAfter: 0 }

/** A limit of `requests` a minute for each caller, or a hundred times as many ready reads, which may come in one burst; 0 = none. */
export function openRateLimit(requests: number): RateLimit {
  const perMinute = requests * weight
  if (perMinute === 0) return { policy: null, take: () => unlimited }
  const buckets = new Map<string, Bucket>()
  const perMillisecond = perMinute / 60_000
  return {
    policy: `"default";q=${perMinute};w=60`,
    take(caller, cost, time = now()) {
      const bucket = buckets.get(caller) ?? remember(caller, time)
      const passed = time - bucket.at
      if (passed > 0) {
        bucket.tokens = Math.min(perMinute, bucket.tokens + passed * perMillisecond)
        bucket.at = time
      }
      const allowed = bucket.tokens >= cost
      if (allowed) bucket.tokens -= cost
      const full = Math.ceil((perMinute - bucket.tokens) / perMillisecond / 1000)
      const retryAfter = allowed ? 0 : Math.max(1, Math.ceil((cost - bucket.tokens) / perMillisecond / 1000))
      return { allowed, header: `"default";r=${Math.floor(bucket.tokens)};t=${full}`, retryAfter }
    },
  }

  function remember(caller: string, time: number): Bucket {
    if (buckets.size >= remembered) forget(time)
    const bucket = { tokens: perMinute, at: time }
    buckets.set(caller, bucket)
    return bucket
  }

  function forget(time: number): void {
    for (const [caller, { tokens, at }] of buckets) {
      if (tokens + (time - at) * perMillisecond >= perMinute) buckets.delete(caller)
    }
    for (const caller of buckets.keys()) {
      if (buckets.size < remembered) break
      buckets.delete(caller)
    }
  }
}

/** Loopback and private networks: a proxy of the house stands there. RFC 1918, RFC 4193. */
const ofTheHouse = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^(?:::1$|f[cd])/i

/**
 * The name under which a caller without a key is counted: his address; behind a proxy of the house the one that the proxy added last to X-Forwarded-For.
 * One IPv6 customer has a whole /64.
 */
export function callerAddress(peer: string | undefined, forwarded: string | null | undefined): string {
  const added = forwarded && peer !== undefined && ofTheHouse.test(peer) ? forwarded.slice(forwarded.lastIndexOf(',') + 1).trim() : ''
  const address = isIP(added) ? added : peer
  if (!address) return 'address:unknown'
  if (!address.includes(':') || address.startsWith('::ffff:')) return `address:${address}`
  return `address:${address.split(':').slice(0, 4).join(':')}`
}
