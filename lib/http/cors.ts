import type { MiddlewareHandler } from 'hono'
import type { Env } from './wire.ts'

/** What any page of any site may read with a key of its own or as an anonymous reader; never with a session. */
const open = /^\/api\/v1\/(?:channels\/|releases(?:\/|$)|openapi\.json$)/

/** Headers of renditions that scripts of other sites may see. */
export const exposedHeaders = 'ETag, Istok-Release, X-Request-Id, RateLimit, RateLimit-Policy, Retry-After'

/** Lets pages of other sites read renditions. Credentials are never allowed, so a session cookie is of no use to them. */
export function allowOtherSites(): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { method, path } = context.req
    if (!open.test(path)) return next()
    if (method === 'OPTIONS') {
      return new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'GET, HEAD',
          'Access-Control-Allow-Headers': 'Authorization, If-None-Match, Last-Event-ID',
          'Access-Control-Max-Age': '86400',
        },
      })
    }
    await next()
    if (method !== 'GET' && method !== 'HEAD') return
    context.res.headers.set('Access-Control-Allow-Origin', '*')
    if (context.res.status === 304) return
    context.res.headers.set('Access-Control-Expose-Headers', exposedHeaders)
    context.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  }
}
