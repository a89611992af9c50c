import { createHash } from 'node:crypto'
import { type Scope, system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestWire, type TestWire } from './test-wire.ts'

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
export const createdAtItsAddress = new Set([
  'PUT /facts/{key}',
  'PUT /snippets/{key}',
  'POST /facts/{key}/impact',
  'POST /snippets/{key}/impact',
])

/** What the document asks for in a query. */
const asked: Record<string, string> = { locale: 'ru', channel: 'website', q: 'card', slug: 'card', list: 'articles' }

interface Described {
  security?: Record<string, Scope[]>[]
  parameters?: { in: string; name: string; required?: boolean }[]
}

export interface Operation {
  /** `PUT /articles/{id}` */
  name: string
  method: string
  path: string
  /** Some callers may come without a key. */
  isOpen: boolean
  /** Each of these is enough; empty: the use case decides. */
  scopes: Scope[]
  hasParameters: boolean
}

/** A house with a published answer, and every operation below /api/v1 that its document lists. */
export async function openHouse() {
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
  const scopes = [...new Set(security.flatMap(({ key }) => key ?? []))]
  return { name: `${method} ${template}`, method, path, isOpen, scopes, hasParameters: template.includes('{') }
}

/** Everything that is stored, but for when a key or session was last seen and what the public asked. */
export function stored({ database }: Istok): string {
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
export async function send(
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
