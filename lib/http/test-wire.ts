import { type Scope, scopes, system } from '#lib/access/actor.ts'
import { createKey } from '#lib/access/create-key.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { buildApp, openWire } from './app.ts'
import type { Api, Wire } from './wire.ts'

/** What a test says to the wire: JSON bodies are written for it. */
export interface Ask {
  key?: string
  body?: unknown
  headers?: Record<string, string>
}

export interface TestWire {
  istok: Istok
  wire: Wire
  app: Api
  /** Path below /api/v1. */
  ask(method: string, path: string, ask?: Ask): Promise<Response>
  makeKey(scopes: Scope[], channel?: string): Promise<string>
  /** A key with every scope. */
  admin: string
}

/** For tests: the app on a real database, with a key that may do everything. */
export async function openTestWire(variables: Record<string, string> = {}): Promise<TestWire> {
  const istok = openTestIstok(variables)
  const wire = openWire(istok)
  const app = buildApp(wire)
  const makeKey = async (scopes: Scope[], channel?: string) => {
    const { key } = await createKey(istok, system, { name: 'test', scopes, channel: channel ?? null })
    await new Promise(resolve => setImmediate(resolve))
    return key
  }
  const ask = async (method: string, path: string, { key, body, headers = {} }: Ask = {}) =>
    app.request(path.startsWith('http') ? path : `http://localhost/api/v1${path}`, {
      method,
      headers: {
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body) }),
    })
  return { istok, wire, app, ask, makeKey, admin: await makeKey([...scopes]) }
}
