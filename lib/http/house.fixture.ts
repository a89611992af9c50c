import { expect, onTestFinished } from 'vitest'
import type { Istok } from '../istok.ts'
import { openTestWire, type TestWire } from './test-wire.ts'

export interface Operation {
  method: string
  path: string
  hasJson: boolean
}
export interface Problem {
  status: number
  code: string
  detail: string
  errors?: { pointer: string; message: string }[]
  losses?: unknown[]
}
export interface House extends TestWire {
  /** Two articles with a draft each, the first with two revisions. */
  articles: [string, string]
  operations: Operation[]
}

/** An installation in which something stands, which must stand the same when the test ends. */
export async function openHouse(): Promise<House> {
  const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  const write = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await wire.ask(method, path, { key: wire.admin, body, headers })
    expect(response.status, `${method} ${path}`).toBeLessThan(300)
    return (await response.json()) as { id: string }
  }
  await write('POST', '/categories', { slug: 'transfers', title: { ru: 'Переводы' } })
  await write('POST', '/facts', { key: 'fee.transfer', type: 'percent', title: { ru: 'Комиссия' }, values: [{ value: '1.5' }] })
  await write('POST', '/snippets', { key: 'contacts', title: { ru: 'Контакты' }, documents: { ru: { markdown: 'Звоните.' } } })
  const articles: string[] = []
  for (const slug of ['first', 'second']) {
    const { id } = await write('POST', '/articles', { slug, category: 'transfers' })
    await write('PUT', `/articles/${id}/translations/ru`, { title: slug, shortAnswer: 'Коротко.', markdown: 'Текст.' })
    articles.push(id)
  }
  await write('POST', '/releases', { note: 'one', articles, facts: ['fee.transfer'], snippets: ['contacts'] })
  await write(
    'PUT',
    `/articles/${articles[0]}/translations/ru`,
    { title: 'again', shortAnswer: 'Иначе.', markdown: 'Иначе.' },
    { 'If-Match': '"1"' },
  )
  await write('POST', '/releases', { note: 'two', articles: [articles[0]] })
  await wire.app.request('http://localhost/readyz')
  const before = countRows(wire.istok)
  onTestFinished(async () => {
    expect((await wire.app.request('http://localhost/readyz')).status).toBe(200)
    expect(countRows(wire.istok)).toEqual(before)
  })
  const makeKey: TestWire['makeKey'] = (...made) => {
    before.api_key = (before.api_key ?? 0) + 1
    return wire.makeKey(...made)
  }
  return { ...wire, makeKey, articles: articles as [string, string], operations: await readOperations(wire) }
}

/** Rows of every table but the two that remember requests. */
function countRows({ database }: Istok): Record<string, number> {
  const { sqlite } = database.reader
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('audit', 'idempotency', 'sqlite_sequence')")
    .pluck()
    .all() as string[]
  return Object.fromEntries(tables.map(name => [name, sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]))
}

async function readOperations({ ask }: TestWire): Promise<Operation[]> {
  type Described = { paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>> }
  const { paths } = (await (await ask('GET', '/openapi.json')).json()) as Described
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { requestBody }]) => ({
        method: method.toUpperCase(),
        path: path.slice('/api/v1'.length),
        hasJson: requestBody?.content['application/json'] !== undefined,
      })),
    )
}

/** The path with what exists in it. */
export function filled(path: string, [article]: readonly string[], method = 'GET'): string {
  const values: Record<string, string> = {
    id: article ?? '',
    locale: 'ru',
    channel: 'chatbot',
    slug: 'first',
    n: '1',
    tab: 'tab-0001',
    kind: 'articles',
    key: path.startsWith('/facts') ? 'fee.transfer' : 'contacts',
  }
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'x')
  return method === 'GET' && path.endsWith('/preview') ? `${address}?channel=ivr` : address
}

/** A refusal says what is wrong, in the one form, and where. */
export async function expectRefusal(response: Response, place: string, statuses: number[] = [400, 404, 413, 415, 422]): Promise<Problem> {
  expect(statuses, `${place} → ${response.status}`).toContain(response.status)
  expect(response.headers.get('content-type'), place).toBe('application/problem+json; charset=utf-8')
  const problem = (await response.json()) as Problem
  expect(problem.status, place).toBe(response.status)
  if (response.status === 400 || response.status === 422)
    expect(problem.errors?.[0]?.pointer ?? problem.losses?.[0], `${place} ${JSON.stringify(problem)}`).toBeDefined()
  return problem
}
