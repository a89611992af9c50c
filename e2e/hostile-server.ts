import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bodyOf, type PlantedPayloads, plantPayloads } from '#lib/http/plant-payloads.fixture.ts'

/** A server of its own, so that other specs do not meet what is planted here. */
export interface HostileServer {
  address: string
  planted: PlantedPayloads
  /** Ids of the planted articles, by slug. */
  ids: Map<string, string>
  admin: { email: string; password: string }
  stop(): Promise<void>
}

const adminKey = 'e2e-xss-key-0123456789-abcdefghijkl'
const admin = { email: 'admin@example.org', password: 'a-long-password-of-tests' }

/** Starts an empty server, plants every payload over its API and makes a user who may see all of it. */
export async function startHostileServer(): Promise<HostileServer> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const directory = mkdtempSync(join(tmpdir(), 'istok-xss-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    ISTOK_DATA_DIR: directory,
    ISTOK_ADMIN_KEY: adminKey,
    ISTOK_DEMO: '0',
    ISTOK_RATE_LIMIT: '0',
    LOG_LEVEL: 'error',
  }
  const server: ChildProcess = spawn(process.execPath, ['server.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  await ready(address, server)
  const send = (method: string, path: string, body?: unknown) => {
    const { headers, ...init } = bodyOf(body)
    return fetch(`${address}/api/v1${path}`, { method, ...init, headers: { ...headers, Authorization: `Bearer ${adminKey}` } })
  }
  const planted = await plantPayloads(send)
  const made = await send('POST', '/users', { ...admin, name: '<script>__xss(1)</script>', roles: ['admin'] })
  if (!made.ok) throw new Error(`No user: ${await made.text()}`)
  const stop = async () => {
    server.kill('SIGTERM')
    await new Promise(resolve => (server.exitCode === null ? server.once('exit', resolve) : resolve(null)))
    rmSync(directory, { recursive: true, force: true })
  }
  return { address, planted, ids: await idsOf(send), admin, stop }
}

async function idsOf(send: (method: string, path: string) => Promise<Response>): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: { id: string; slug: string }[]; nextCursor: string | null } = await (
      await send('GET', `/articles?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`)
    ).json()
    for (const { id, slug } of page.items) ids.set(slug, id)
    cursor = page.nextCursor
  }
  return ids
}

async function ready(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`)
    const response = await fetch(`${address}/readyz`).catch(() => null)
    const studio = response?.ok ? await fetch(`${address}/sign-in`).catch(() => null) : null
    if (studio?.ok) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('The server was not ready within a minute')
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const place = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return typeof place === 'object' && place !== null ? place.port : 0
}
