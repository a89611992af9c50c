import { apiRoot } from './add-route.ts'
import type { Api, Wire } from './wire.ts'

/** The OpenAPI 3.1 document of every route, made from the schemas that check the requests. */
export function openApiDocument(app: Api, wire: Wire): Record<string, unknown> {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Istok',
      version: '1.0.0',
      description:
        'One answer, every channel, one release. Times are ISO 8601 with offset, ids are opaque strings, errors are application/problem+json.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: wire.istok.env.publicUrl }],
    tags: [{ name: 'Delivery' }, { name: 'Authoring' }, { name: 'Connecting' }, { name: 'Operations' }],
  })
  return document as unknown as Record<string, unknown>
}

/** Serves the document at /api/v1/openapi.json, made once. */
export function addOpenApi(app: Api, wire: Wire): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer', description: 'An API key: istok_…' })
  const name = wire.istok.env.publicUrl.startsWith('https:') ? '__Host-next-auth.session-token' : 'next-auth.session-token'
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name,
    description: 'The session of the studio, from its own pages only',
  })
  const path = `${apiRoot}/openapi.json`
  app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    summary: 'This document',
    tags: ['Operations'],
    security: [{}],
    responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } },
  })
  let text: string | undefined
  app.get(path, context => {
    context.set('route', path)
    text ??= JSON.stringify(openApiDocument(app, wire))
    return new Response(text, { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, max-age=300' } })
  })
}
