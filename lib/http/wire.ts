import type { HttpBindings } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import type { RateLimit } from './rate-limit.ts'
import type { RequestLog } from './request-log.ts'

/** What the handlers of one server share. */
export interface Wire {
  istok: Istok
  log: RequestLog
  limit: RateLimit
  /** Security headers of every reply, as name and value. */
  always: [string, string][]
  state: ServerState
}

/** What `server.ts` says about the process, for /readyz and for streams that must end with it. */
export interface ServerState {
  /** Aborted when the process begins to stop. */
  stopping: AbortController
  studio: 'off' | 'starting' | 'ready' | 'failed'
}

/** What a request carries from the outermost middleware inwards. */
export interface Variables {
  requestId: string
  actor: Actor
  /** Under what the caller is counted: a key, a person, an address. Never written anywhere. */
  caller: string
  /** Class of the route for log and metrics, e.g. `/api/v1/articles/{id}`. */
  route: string
}

export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: Variables
}

export type Api = OpenAPIHono<Env>
