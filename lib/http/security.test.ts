import { createHash } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { type Role, system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { endSession } from '#lib/access/end-session.ts'
import { signIn } from '#lib/access/sign-in.ts'
import { updateUser } from '#lib/access/update-user.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestWire, type TestWire } from './test-wire.ts'

const password = 'correct horse battery'
const unknownId = '01900000-0000-7000-8000-000000000000'
/** What stands in the place of each parameter of an address: well formed, and nobody has it. */
const unknown: Record<string, string> = {
  channel: 'no-channel',
  locale: 'ru',
  n: '999999',
  slug: 'no-such-slug',
  key: 'no.such.key',
  tab: 'no-tab',
}

/** What an operation would take if its id were right; without an entry `{}`. */
const bodies: Record<string, unknown> = {
  'POST /channels/{channel}/openings': { query: 'card', slug: 'card' },
  'POST /channels/{channel}/ask': { question: 'Где карта?' },
  'POST /channels/{channel}/acks': { release: 1 },
  'POST /wordings/{id}/attachment': { articleId: unknownId },
  'POST /gaps/{id}/attachment': { articleId: unknownId },
  'PATCH /schedules/{id}': { publishAt: new Date(Date.now() + 86_400_000).toISOString() },
  'PUT /articles/{id}/translations/{locale}': { title: 'Чужая', markdown: 'Текст.' },
  'POST /articles/{id}/translations/{locale}/preview': { title: 'Чужая', markdown: 'Текст.' },
  'PUT /articles/{id}/translations/{locale}/match': { source: 'en', sourceHash: 'sha256-x' },
  'PATCH /reviews/{id}': { state: 'approved' },
  'POST /articles/{id}/comments': { locale: 'ru', text: 'Чужое' },
  'PATCH /comments/{id}': { resolved: true },
  'PUT /categories/{id}/place': { parent: null, after: null },
  'POST /categories/{id}/relocation': { into: null },
  'POST /tags/{slug}/merger': { into: 'no-such-tag' },
  'PATCH /media/{id}': { fileName: 'foreign.png' },
  'PATCH /views/{id}': { name: 'Чужой вид' },
  'PUT /embeddings/{id}': { name: 'Чужое', origins: ['https://crm.example'] },
  'POST /embeddings/{id}/tokens': { email: 'nobody@bank.example' },
  'POST /embeddings/{id}/sessions': { token: 'x' },
}
/** A fact or snippet comes to be at an address that nobody has; their faults are found before that. */
const createdAtItsAddress = new Set(['PUT /facts/{key}', 'PUT /snippets/{key}', 'POST /facts/{key}/impact', 'POST /snippets/{key}/impact'])

/** What the document asks for in a query. */
const asked: Record<string, string> = { locale: 'ru', channel: 'website', q: 'card', slug: 'card', list: 'articles' }

interface Described {
  security?: Record<string, unknown>[]
  parameters?: { in: string; name: string; required?: boolean }[]
}

interface Operation {
  /** `PUT /articles/{id}` */
  name: string
  method: string
  path: string
  /** Some callers may come without a key. */
  isOpen: boolean
  hasParameters: boolean
}

/** A house with a published answer, and every operation below /api/v1 that its document lists. */
async function openHouse() {
  const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  const id = await putDraft(wire.istok, { slug: 'card', title: 'Карта' })
  await publishRelease(wire.istok, system, { note: '', articles: [id], facts: [], snippets: [], withdraw: [] })
  const document = (await (await wire.ask('GET', '/openapi.json')).json()) as {
    paths: Record<string, Record<string, Described>>
  }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    path.startsWith('/api/v1/') && !path.endsWith('openapi.json')
      ? Object.entries(methods).map(([method, described]) => operationOf(method.toUpperCase(), path.slice(7), described))
      : [],
  )
  return { ...wire, operations }
}

function operationOf(method: string, template: string, { security = [{}], parameters = [] }: Described): Operation {
  const address = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => unknown[name] ?? unknownId)
  const needed = parameters.filter(one => one.in === 'query' && one.required).map(({ name }) => `${name}=${asked[name] ?? 'x'}`)
  const path = needed.length === 0 ? address : `${address}?${needed.join('&')}`
  const isOpen = security.some(one => Object.keys(one).length === 0)
  return { name: `${method} ${template}`, method, path, isOpen, hasParameters: template.includes('{') }
}

/** Everything that is stored, but for when a key or session was last seen and what the public asked. */
function stored({ database }: Istok): string {
  const { sqlite } = database.reader
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
    .pluck()
    .all()
  const hash = createHash('sha256')
  for (const table of tables as string[]) {
    if (/^(sqlite_|question|asked|search_|idempotency)/.test(table)) continue
    const rows = sqlite.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]
    hash.update(
      table +
        JSON.stringify(
          rows.map(({ last_used_at: _, seen_at: __, ...row }) => row),
          (_, value) => (typeof value === 'bigint' ? String(value) : value),
        ),
    )
  }
  return hash.digest('hex')
}

/** Asks with a body that can be read, and an If-Match, so that neither is what is refused. */
async function send(
  { ask }: TestWire,
  { name, method, path }: Operation,
  key?: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const isRead = method === 'GET'
  const reply = await ask(method, path, {
    ...(key === undefined ? {} : { key }),
    ...(isRead ? {} : { body: bodies[name] ?? {} }),
    headers: isRead ? headers : { 'If-Match': '"1"', ...headers },
  })
  await reply.body?.cancel()
  return reply.status
}

async function signedIn(istok: Istok, roles: Role[]) {
  const user = await createUser(istok, system, { email: `${roles.join('-')}@bank.example`, name: 'A', roles, password })
  const { sessionVersion, sessionId } = await signIn(istok, { email: user.email, password, address: '10.0.0.1' })
  const token = await encode({ token: { userId: user.id, sessionVersion, sessionId }, secret: istok.secret })
  return { user, sessionId, cookie: { Cookie: `next-auth.session-token=${token}` } }
}

const ours = { 'Sec-Fetch-Site': 'same-origin' }

test('without a key every route that is not open is 401, with a wrong key every route; nothing changes', async () => {
  const house = await openHouse()
  const before = stored(house.istok)
  const wrong: string[] = []
  for (const operation of house.operations) {
    const status = await send(house, operation)
    const isRight = operation.isOpen ? status !== 500 && (operation.method === 'GET' || status >= 400) : status === 401
    if (!isRight) wrong.push(`${operation.name} without a key: ${status}`)
    const guessed = await send(house, operation, `istok_${'a'.repeat(43)}`)
    if (guessed !== 401) wrong.push(`${operation.name} with a wrong key: ${guessed}`)
  }
  expect(house.operations.length).toBeGreaterThan(100)
  expect(wrong).toEqual([])
  expect(stored(house.istok)).toBe(before)
})

test('a key without the scope is 403 on every route that asks for one; nothing changes', async () => {
  const house = await openHouse()
  const keys = { ack: await house.makeKey(['ack']), events: await house.makeKey(['events']) }
  const before = stored(house.istok)
  const passed: string[] = []
  for (const operation of house.operations) {
    if (operation.isOpen) continue
    for (const [scope, key] of Object.entries(keys)) {
      const status = await send(house, operation, key)
      if (status !== 403) passed.push(`${scope}: ${operation.name}`)
    }
  }
  expect(passed.sort()).toEqual(allowed)
  expect(stored(house.istok)).toBe(before)
})

test('an id that nobody has is refused on every route, even to an administrator; nothing changes', async () => {
  const house = await openHouse()
  const before = stored(house.istok)
  const wrong: string[] = []
  for (const operation of house.operations.filter(({ hasParameters }) => hasParameters)) {
    const status = await send(house, operation, house.admin)
    const isRight = status === 404 || (createdAtItsAddress.has(operation.name) && status === 422)
    if (!isRight) wrong.push(`${operation.name}: ${status}`)
  }
  expect(wrong.sort()).toEqual(harmless)
  expect(stored(house.istok)).toBe(before)
})

test('an administrator’s session changes nothing for a foreign page, and shows it nothing', async () => {
  const house = await openHouse()
  const { cookie } = await signedIn(house.istok, ['admin'])
  const before = stored(house.istok)
  const wrong: string[] = []
  const foreign: Record<string, string>[] = [
    {},
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
  ]
  for (const operation of house.operations) {
    if (operation.method === 'GET') {
      const status = await send(house, operation, undefined, { ...cookie, 'Sec-Fetch-Site': 'cross-site' })
      if (!operation.isOpen && status !== 401) wrong.push(`${operation.name}: ${status}`)
      continue
    }
    for (const headers of foreign) {
      const status = await send(house, operation, undefined, { ...cookie, ...headers })
      if (status !== 403) wrong.push(`${operation.name} ${JSON.stringify(headers)}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
  expect(stored(house.istok)).toBe(before)
})

test('guesses of keys cost the address its allowance; whoever has a key goes on', async () => {
  const { ask, admin } = await openTestWire({ ISTOK_RATE_LIMIT: '5' })
  const statuses: number[] = []
  for (let guess = 0; guess < 7; guess += 1) statuses.push((await ask('GET', '/keys', { key: `istok_${String(guess).repeat(43)}` })).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  expect((await ask('GET', '/keys', { key: admin })).status).toBe(200)
})

test('guesses of a password close the account for that address, and the right one does not open it then', async () => {
  const { istok } = await openTestWire()
  await createUser(istok, system, { email: 'anna@bank.example', name: 'A', roles: ['admin'], password })
  const attempt = (given: string, address = '10.0.0.1') =>
    signIn(istok, { email: 'anna@bank.example', password: given, address }).then(
      () => 'in',
      (error: { code: string }) => error.code,
    )
  const codes: string[] = []
  for (let guess = 0; guess < 6; guess += 1) codes.push(await attempt(`guess number ${guess}`))
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'unauthenticated'), 'rate_limited'])
  expect(await attempt(password)).toBe('rate_limited')
  expect(await attempt(password, '10.0.0.2')).toBe('in')
})

test('an ended session, other roles and a disabled user are felt with the next request', async () => {
  const { istok, ask } = await openTestWire()
  const one = await signedIn(istok, ['admin'])
  const read = async ({ cookie }: { cookie: Record<string, string> }) =>
    (await ask('GET', '/users', { headers: { ...cookie, ...ours } })).status
  expect(await read(one)).toBe(200)
  await endSession(istok, system, { id: one.sessionId })
  expect(await read(one)).toBe(401)
  const two = await signedIn(istok, ['author', 'admin'])
  expect(await read(two)).toBe(200)
  await updateUser(istok, system, { id: two.user.id, roles: ['author'] })
  expect(await read(two)).toBe(401)
  const { sessionVersion, sessionId } = await signIn(istok, { email: two.user.email, password, address: '10.0.0.1' })
  const token = await encode({ token: { userId: two.user.id, sessionVersion, sessionId }, secret: istok.secret })
  const again = { cookie: { Cookie: `next-auth.session-token=${token}` } }
  expect(await read(again)).toBe(403)
  await updateUser(istok, system, { id: two.user.id, disabled: true })
  expect(await read(again)).toBe(401)
})

/** Routes that a key of only `ack` or only `events` may use. */
const allowed = [
  'ack: POST /channels/{channel}/acks',
  'events: POST /embeddings/{id}/renewals',
  'events: POST /reports',
  'events: PUT /operator/shift',
]

/** Asked about what does not exist these answer with nothing instead of 404. */
const harmless = [
  // An article that no channel says and one that does not exist look the same to a reader.
  'GET /articles/{id}/renditions: 200',
  'GET /releases/{n}/acks: 200',
  // These take a token of the embedded page instead of a key.
  'POST /embeddings/{id}/renewals: 401',
  'POST /embeddings/{id}/sessions: 401',
]
