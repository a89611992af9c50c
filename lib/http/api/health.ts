import type { Context } from 'hono'
import { readReadiness } from '#lib/health/read-readiness.ts'
import { IstokError } from '../../errors.ts'
import { openMetrics } from '../metrics.ts'
import type { Api, Env, Wire } from '../wire.ts'

/** /livez, /readyz and /metrics. */
export function addHealthRoutes(app: Api, wire: Wire): void {
  const noStore = { 'Cache-Control': 'no-store' }
  document(app, '/livez', 'Alive', 'The process answers; nothing else is asked', 'application/json')
  app.get('/livez', context => {
    context.set('route', '/livez')
    return context.json({ status: 'ok' }, 200, noStore)
  })

  document(
    app,
    '/readyz',
    'Ready',
    'Able to do its work; 503 when the database does not take writes or the process is stopping',
    'application/json',
  )
  app.get('/readyz', async context => {
    context.set('route', '/readyz')
    const stopping = wire.state.stopping.signal.aborted
    const { ready, ...checks } = await readReadiness(wire.istok)
    const isReady = ready && !stopping
    return context.json(
      { status: stopping ? 'stopping' : isReady ? 'ok' : 'down', ...checks, studio: wire.state.studio },
      isReady ? 200 : 503,
      noStore,
    )
  })

  document(app, '/metrics', 'Metrics', 'Prometheus text, from this machine or with a key of scope admin', 'text/plain')
  const metrics = openMetrics(wire)
  app.get('/metrics', async context => {
    context.set('route', '/metrics')
    if (!isLocal(context) && !context.get('actor').scopes.has('admin'))
      throw new IstokError('forbidden', 'Metrics are for this machine or a key with the scope "admin"')
    return new Response(await metrics.render(), { headers: { ...noStore, 'Content-Type': metrics.contentType } })
  })
}

/** A request that a proxy on this machine passed on is not local. */
function isLocal(context: Context<Env>): boolean {
  const headers = context.req.raw.headers
  if (headers.has('x-forwarded-for') || headers.has('forwarded') || headers.has('x-real-ip')) return false
  const address = context.env?.incoming?.socket.remoteAddress ?? ''
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}

function document(app: Api, path: string, summary: string, description: string, contentType: string): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    summary,
    tags: ['Operations'],
    security: [{}],
    responses: {
      200: { description, content: { [contentType]: { schema: { type: contentType === 'text/plain' ? 'string' : 'object' } } } },
    },
  })
}
