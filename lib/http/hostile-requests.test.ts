import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestWire } from './test-wire.ts'

interface Operation {
  requestBody?: { content: Record<string, unknown> }
  parameters?: { name: string; in: string }[]
}
interface Route {
  method: string
  path: string
  query: string[]
  hasBody: boolean
}

/** Bodies that are right but for one thing are the ones that slip through. */
const nearlyRight: Record<string, Record<string, unknown>> = {
  '/categories': { slug: 'transfers', title: { ru: 'Переводы' }, parent: null },
  '/facts': { key: 'fee.transfer', type: 'percent', title: { ru: 'Комиссия' }, values: [{ value: '1.5' }] },
  '/articles': { slug: 'transfer-fee', category: null, tags: ['fees'], audience: 'public' },
  '/snippets': { key: 'contacts', title: { ru: 'Контакты' }, documents: { ru: { markdown: 'Звоните.' } } },
  '/releases': { note: 'n', articles: ['x'], publishAt: null },
  '/keys': { name: 'Bot', scopes: ['read'], channel: 'chatbot', expiresAt: null },
  '/users': { email: 'a@example.org', name: 'A', roles: ['author'] },
  '/tags': { slug: 'fees', title: { ru: 'Тарифы' } },
  '/synonyms': { locale: 'ru', terms: ['карта', 'пластик'] },
  '/imports': { format: 'markdown', files: [{ path: 'a.md', content: '# A' }] },
}

const hostileText = fc.constantFrom(
  '',
  '\u0000',
  '../../etc/passwd',
  "'; DROP TABLE article; --",
  '%00',
  '__proto__',
  'constructor',
  '🙈'.repeat(500),
  '<script>',
  '-1',
  '1e999',
  'NaN',
  'null',
  '٣',
)
const segment = fc.oneof(
  hostileText,
  fc.string({ maxLength: 40 }),
  fc.constantFrom('website', 'chatbot', 'ru', 'fee.transfer', 'transfer-fee', '1'),
)

function bodyFor(path: string): fc.Arbitrary<unknown> {
  const right = nearlyRight[path]
  if (!right) return fc.jsonValue({ maxDepth: 4 })
  const members = fc.constantFrom(...Object.keys(right))
  const spoiled = fc
    .tuple(members, fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostileText))
    .map(([name, value]) => ({ ...right, [name]: value }))
  const extended = fc
    .tuple(fc.oneof(hostileText, fc.string()), fc.jsonValue({ maxDepth: 1 }))
    .map(([name, value]) => ({ ...right, [name]: value }))
  return fc.oneof(fc.jsonValue({ maxDepth: 4 }), spoiled, extended)
}

test('no request, however strange, is answered with a fault of ours, with HTML, or changes anything when it is refused', {
  timeout: 60_000,
}, async () => {
  const { ask, app, admin, istok } = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  const routes = await readRoutes(ask)
  const state = () =>
    istok.database.reader.sqlite
      .prepare(
        "SELECT (SELECT count(*) FROM audit WHERE action <> 'import.started') || ' ' || (SELECT count(*) FROM article) || ' ' || (SELECT count(*) FROM api_key)",
      )
      .pluck()
      .get()
  const request = fc.constantFrom(...routes).chain(route =>
    fc.record({
      route: fc.constant(route),
      segments: fc.array(segment, { minLength: 4, maxLength: 4 }),
      query: fc.dictionary(fc.oneof(fc.constantFrom(...route.query, 'x'), fc.string({ maxLength: 10 })), segment, { maxKeys: 3 }),
      body: bodyFor(route.path),
      ifMatch: fc.option(fc.constantFrom('"1"', '1', 'x', '*', '"99999999999999999999"'), { nil: undefined }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(request, async ({ route, segments, query, body, ifMatch }) => {
      const filled = route.path.replace(/\{\w+\}/g, () => encodeURIComponent((segments.shift() ?? 'x').toWellFormed()) || 'x')
      const before = state()
      const headers = {
        Authorization: `Bearer ${admin}`,
        ...(route.hasBody ? { 'Content-Type': 'application/json' } : {}),
        ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
      }
      const search = new URLSearchParams(query)
      const response = await app.request(`http://localhost/api/v1${filled}?${search}`, {
        method: route.method,
        headers,
        ...(route.hasBody ? { body: JSON.stringify(body) } : {}),
      })
      const place = `${route.method} ${filled}?${search} ${JSON.stringify(body)}`
      expect(response.status, place).toBeLessThan(500)
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) return void (await response.body?.cancel())
      if (response.status < 400) return
      expect(response.headers.get('content-type'), place).toBe('application/problem+json; charset=utf-8')
      const problem = await response.json()
      expect(problem, place).toMatchObject({ status: response.status, code: expect.any(String), detail: expect.any(String) })
      if (response.status === 400 || response.status === 422)
        expect(problem.errors?.length ?? problem.losses?.length, place).toBeGreaterThan(0)
      expect(state(), place).toBe(before)
    }),
    { numRuns: 1500 },
  )
  expect((await app.request('http://localhost/readyz')).status).toBe(200)
})

async function readRoutes(ask: (method: string, path: string) => Promise<Response>): Promise<Route[]> {
  const { paths } = (await (await ask('GET', '/openapi.json')).json()) as { paths: Record<string, Record<string, Operation>> }
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path.slice('/api/v1'.length),
        query: (operation.parameters ?? []).filter(parameter => parameter.in === 'query').map(parameter => parameter.name),
        hasBody: operation.requestBody !== undefined,
      })),
    )
}
