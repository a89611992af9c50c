import type { MiddlewareHandler } from 'hono'
import { anonymous } from '#lib/access/actor.ts'
import { IstokError } from '../errors.ts'
import { authenticate, refuseKeyInAddress } from './authenticate.ts'
import { describeProblem, problemResponse } from './problem.ts'
import { callerAddress, costOf } from './rate-limit.ts'
import { secure } from './security-headers.ts'
import type { Env, Wire } from './wire.ts'

/** Paths that monitors ask: without a limit and without authentication. */
const unlimited = new Set(['/livez', '/readyz', '/metrics'])

/** The outermost layer: gives the request its number, sets the headers that every reply has (a 304 repeats none), counts and logs it when it has been sent. */
export function observe(wire: Wire): MiddlewareHandler<Env> {
  return async (context, next) => {
    const started = performance.now()
    const id = wire.log.nextId()
    context.set('requestId', id)
    context.set('actor', anonymous)
    context.set('caller', 'unknown')
    context.set('route', context.req.path.startsWith('/api/') ? '/api/unknown' : 'page')
    await next()
    context.res.headers.set('X-Request-Id', id)
    if (context.res.status !== 304) secure(context.res.headers, wire.always)
    const { outgoing } = context.env ?? {}
    const finish = () => {
      const tally = wire.log.tally(context.req.method, context.get('route'), context.res.status)
      wire.log.record(tally, id, performance.now() - started, Number(outgoing?.getHeader('content-length') ?? 0), context.get('actor').id)
    }
    if (outgoing) outgoing.once('close', finish)
    else finish()
  }
}

/** Finds out who asks and takes one request from that caller's allowance. Whoever presents a wrong key pays from the address's allowance. */
export function admit(wire: Wire): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { path, url, raw } = context.req
    if (path.startsWith('/api/')) refuseKeyInAddress(url)
    const address = callerAddress(context.env?.incoming?.socket.remoteAddress, raw.headers.get('x-forwarded-for'))
    let refusal: unknown
    const actor = await authenticate(wire.istok, raw).catch((error: unknown) => {
      refusal = error
      return anonymous
    })
    context.set('actor', actor)
    context.set('caller', actor === anonymous ? address : actor.id)
    if (wire.limit.policy !== null && !unlimited.has(path)) {
      const { allowed, header, retryAfter } = wire.limit.take(actor === anonymous ? address : actor.id, costOf(context.req.method, path))
      const headers = { 'RateLimit-Policy': wire.limit.policy, RateLimit: header }
      if (!allowed) throw tooMany(retryAfter, headers)
      if (refusal === undefined) {
        await next()
        for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
        return
      }
    }
    if (refusal !== undefined && !unlimited.has(path)) throw refusal
    await next()
  }
}

function tooMany(retryAfter: number, headers: Record<string, string>): IstokError {
  const detail = `Too many requests: the next one is answered in ${retryAfter} s`
  return new IstokError('rate_limited', detail, { headers: { ...headers, 'Retry-After': String(retryAfter) } })
}

/** The reply to anything thrown while answering; faults of ours go to the log with their stack. */
export function replyToError(wire: Wire, error: unknown, requestId: string): Response {
  const reply = describeProblem(error, requestId)
  if (reply.ours) wire.istok.log.error({ err: error, requestId }, 'a request failed')
  return problemResponse(reply)
}
