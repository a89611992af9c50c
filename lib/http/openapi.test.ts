import { expect, test } from 'vitest'
import { openTestWire } from './test-wire.ts'

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; schema: { pattern?: string } }[]
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>
}
interface OpenApi {
  openapi: string
  paths: Record<string, Record<string, Operation>>
}

/** Served beside the API: pages and files, which the document does not describe. */
const pages = ['/developers', '/developers/assets/:name', '/media/:name']

test('every route is in the document, and everything in the document is a route', async () => {
  const { app, ask } = await openTestWire()
  const document = (await (await ask('GET', '/openapi.json')).json()) as OpenApi
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
  const routed = app.routes
    .filter(route => route.method !== 'ALL' && !pages.includes(route.path))
    .map(route => `${route.method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(described.sort()).toEqual([...new Set(routed)].sort())
})

test('every operation says what it is for and how it refuses', async () => {
  const { ask } = await openTestWire()
  const document = (await (await ask('GET', '/openapi.json')).json()) as OpenApi
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      expect(operation.summary, `${method} ${path}`).toBeTruthy()
      if (path.startsWith('/api/v1/') && !path.endsWith('openapi.json'))
        expect(operation.responses.default, `${method} ${path}`).toBeDefined()
    }
  }
})

test('the forms of If-Match and Idempotency-Key that it names are those that are taken', async () => {
  const { ask, admin } = await openTestWire()
  const document = (await (await ask('GET', '/openapi.json')).json()) as OpenApi
  const forms = (document.paths['/api/v1/facts/{key}']?.put?.parameters ?? []).filter(parameter => parameter.in === 'header')
  expect(forms.map(({ name }) => name).sort()).toEqual(['Idempotency-Key', 'If-Match'])
  const taken = { 'If-Match': ['"7"', '7', 'x', '"7', '""', 'W/"7"'], 'Idempotency-Key': ['"a b"', 'ab', '""', 'a"b', '"a', 'é'] }
  const values = [{ value: '1', validFrom: null, validTo: null }]
  const body = { key: 'fee', type: 'number', unit: null, title: { ru: 'Комиссия' }, values }
  for (const { name, schema } of forms)
    for (const value of taken[name as keyof typeof taken]) {
      const { status } = await ask('PUT', '/facts/fee', { key: admin, headers: { [name]: value }, body })
      expect([name, value, status === 400]).toEqual([name, value, !new RegExp(schema.pattern ?? '').test(value)])
    }
})

test('every path of the published contract is there', async () => {
  const { ask } = await openTestWire()
  const document = (await (await ask('GET', '/openapi.json')).json()) as OpenApi
  for (const [path, methods] of Object.entries(contract)) {
    expect(Object.keys(document.paths[`/api/v1${path}`] ?? {}).sort(), path).toEqual(expect.arrayContaining(methods))
  }
})

test('references inside the document lead somewhere', async () => {
  const { ask } = await openTestWire()
  const text = await (await ask('GET', '/openapi.json')).text()
  const document = JSON.parse(text) as { components: { schemas: Record<string, unknown> } }
  const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(match => match[1] ?? '')
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) expect(document.components.schemas, name).toHaveProperty([name])
})

test('the developers’ page asks nothing of another host and runs no inline code', async () => {
  const { app } = await openTestWire()
  const response = await app.request('http://localhost/developers?lang=en')
  const page = await response.text()
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(page).not.toMatch(/<script(?![^>]*src="\/developers\/assets\/)/)
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  expect(page).toContain('curl ')
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js', 'developers.css']) {
    expect((await app.request(`http://localhost/developers/assets/${name}`)).status, name).toBe(200)
  }
  for (const name of ['package.json', '..%2Fpackage.json', '__proto__']) {
    expect((await app.request(`http://localhost/developers/assets/${name}`)).status, name).toBe(404)
  }
  expect(await (await app.request('http://localhost/developers/assets/start.js')).text()).toContain('validatorUrl: null')
})

/** API.md: General, Delivery without search and ask, Authoring without reviews, Operations. */
const contract: Record<string, string[]> = {
  '/channels/{channel}/answers/{slug}': ['get'],
  '/channels/{channel}/answers': ['get'],
  '/channels/{channel}/categories': ['get'],
  '/channels/{channel}/changes': ['get'],
  '/channels/{channel}/changes/stream': ['get'],
  '/channels/{channel}/acks': ['post'],
  '/releases/current': ['get'],
  '/releases': ['get', 'post'],
  '/releases/{n}': ['get'],
  '/releases/{n}/rollback': ['post'],
  '/articles': ['get', 'post'],
  '/articles/{id}': ['get', 'patch', 'delete'],
  '/articles/{id}/presence/{tab}': ['put', 'delete'],
  '/articles/{id}/translations/{locale}': ['get', 'put'],
  '/articles/{id}/translations/{locale}/variations/{channel}/confirmation': ['post'],
  '/articles/{id}/translations/{locale}/preview': ['get', 'post'],
  '/articles/{id}/translations/{locale}/revisions': ['get'],
  '/articles/{id}/translations/{locale}/revisions/{n}': ['get'],
  '/articles/{id}/translations/{locale}/revisions/{n}/restoration': ['post'],
  '/facts': ['get', 'post'],
  '/facts/{key}': ['get', 'put', 'delete'],
  '/facts/{key}/usage': ['get'],
  '/snippets': ['get', 'post'],
  '/snippets/{key}': ['get', 'put', 'delete'],
  '/snippets/{key}/usage': ['get'],
  '/categories': ['get', 'post'],
  '/tags': ['get', 'post'],
  '/synonyms': ['get', 'post'],
  '/media': ['get', 'post'],
  '/imports': ['post'],
  '/imports/{id}': ['get'],
  '/exports': ['get'],
  '/audit': ['get'],
  '/users': ['get', 'post'],
  '/users/{id}': ['patch'],
  '/users/{id}/sessions': ['delete'],
  '/keys': ['get', 'post'],
  '/keys/{id}': ['delete'],
}
