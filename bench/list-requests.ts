import { request } from 'node:http'
import { system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import type { Istok } from '#lib/istok.ts'
import { type Figure, quantile, time } from './figures.ts'
import { impacts } from './impact-requests.ts'
import { fillSurroundings } from './list-surroundings.ts'
import { untilIdle } from './search-http.ts'
import { startServer } from './start-server.ts'

const runs = 20
const warmUps = 3
const person = { email: 'lists@bench.example', password: 'bench-only-2026', name: 'Bench' }

/** Every list page of the studio, and what its search fields and pickers ask while somebody types. `{id}` is an article, `{category}` one with a thousand others. */
const addresses = [
  '/studio',
  '/studio/articles',
  '/studio/articles?q=перевода 49',
  '/studio/articles?q=нигде такого нет',
  '/studio/articles?sort=title',
  '/studio/articles?attention=due&sort=due',
  '/studio/articles?attention=losses',
  '/studio/articles?attention=outdated',
  '/studio/articles?status=changed&category=top',
  '/studio/articles/{id}?locale=ru',
  '/studio/articles/{id}/edit?locale=ru',
  '/studio/articles/new',
  '/studio/reviews?view=all',
  '/studio/reviews?view=waiting',
  '/studio/facts',
  '/studio/facts?q=номер 49',
  '/studio/facts?status=withdrawn',
  '/studio/snippets',
  '/studio/snippets?q=номер 49',
  '/studio/categories',
  '/studio/tags',
  '/studio/tags?q=номер 49',
  '/studio/synonyms',
  '/studio/synonyms?q=термин49',
  '/studio/tags/bench',
  '/studio/facts/fee',
  '/studio/media/00000000000000000000000000000000',
  '/studio/categories/below',
  '/studio/media',
  '/studio/media?view=list&q=экрана 49',
  '/studio/releases',
  '/studio/releases/1',
  '/studio/releases/new',
  '/studio/releases/calendar',
  '/studio/as-of?channel=chatbot&locale=ru&slug=rule-49',
  '/studio/gaps',
  '/studio/gaps?q=вопрос 49',
  '/studio/gaps/wordings',
  '/studio/tasks',
  '/studio/scripts',
  '/studio/imports',
  '/studio/settings/users',
  '/studio/settings/sessions',
  '/studio/settings/audit',
  '/studio/settings/audit?action=article',
  '/studio/settings/keys',
  '/operator/ru',
  '/api/v1/lookup?q=перевод',
  '/api/v1/lookup?q=комиссия номер 4999',
  '/api/v1/facts?limit=200',
  '/api/v1/facts?limit=8&q=номер 49',
  '/api/v1/facts/fee/usage',
  '/api/v1/snippets?limit=8&q=номер 49',
  '/api/v1/articles?limit=12&q=правило 49',
  '/api/v1/articles?limit=30&may=publish&q=правило 49',
  '/api/v1/tags?limit=50&q=номер 49',
  '/api/v1/media?limit=24&q=экрана 49',
  '/api/v1/categories',
  '/api/v1/pending/articles?limit=200&q=правило 49',
  '/api/v1/pending/facts?limit=200&q=перевод 499',
  '/api/v1/pending/articles/ids?q=правило',
  '/api/v1/channels/operator/suggest?locale=ru&q=перев',
]

/** An address, and what is posted there. */
export type Asked = readonly [path: string, body?: object]

/** The same lists over HTTP in a server of their own, with the session of an administrator, one request after the other; time until the last byte is here. */
export async function measureRequests(istok: Istok, id: string): Promise<Figure[]> {
  await fillSurroundings(istok)
  await createUser(istok, system, { ...person, roles: ['admin'] })
  const server = await startServer(istok.env.dataDir, { ISTOK_DEMO: '0' })
  try {
    while ((await fetch(`${server.address}/sign-in`)).status === 503) await new Promise(resolve => setTimeout(resolve, 200))
    const cookie = await signIn(server.address)
    // The search index is brought into memory after the start, which is not the lists' own.
    await untilIdle(server.pid)
    const figures: Figure[] = []
    const asked: Asked[] = [...addresses.map((path): Asked => [path.replace('{id}', id)]), ...impacts]
    for (const one of asked) figures.push(await measure(server.address, one, cookie))
    return figures
  } finally {
    await server.stop()
  }
}

/** `origin` and the session's cookies; an answer other than 200 is an error. */
export async function measure(origin: string, [path, body]: Asked, cookie: string): Promise<Figure> {
  const posted = body ? JSON.stringify(body) : ''
  const label = `${decodeURI(path)} ${posted}`.replaceAll(/[0-9a-f-]{32,36}/g, '…').trim()
  const times: number[] = []
  let bytes = 0
  for (let run = -warmUps; run < runs; run++) {
    const started = performance.now()
    const reply = await get(origin + encodeURI(path), cookie, posted)
    if (run >= 0) times.push(performance.now() - started)
    if (reply.status !== 200) throw new Error(`${label}: ${reply.status}`)
    bytes = reply.bytes
  }
  const value = `${time(quantile(times, 0.5))} / ${time(quantile(times, 0.95))}`
  return { label: `${label} (${Math.round(bytes / 1024)} KB), p50 / p95`, value, aim: '≤ 200 ms' }
}

/** fetch would unpack what came, which is the browser's work. */
function get(address: string, cookie: string, posted: string): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip', 'accept-language': 'ru' }
    const sent = { 'content-type': 'application/json', origin: new URL(address).origin, 'sec-fetch-site': 'same-origin' }
    const options = posted === '' ? { headers } : { method: 'POST', headers: { ...headers, ...sent } }
    const asked = request(address, options, response => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }))
    })
    asked.on('error', reject)
    asked.end(posted)
  })
}

/** As the form does it; returns the cookies. */
export async function signIn(address: string): Promise<string> {
  const first = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const cookies = cookiesOf(first)
  const { email, password } = person
  const reply = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: cookies.join('; ') },
    body: new URLSearchParams({ email, password, csrfToken, json: 'true' }),
  })
  if (!reply.ok) throw new Error(`sign-in: ${reply.status}`)
  return [...cookies, ...cookiesOf(reply), 'istok-locale=ru'].join('; ')
}

function cookiesOf(reply: Response): string[] {
  return reply.headers.getSetCookie().map(cookie => cookie.split(';')[0] ?? '')
}
