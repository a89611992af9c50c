import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { findFrameOrigins } from '#lib/embedding/find-frame-origins.ts'
import type { Istok } from '../istok.ts'
import { stripInternalHeaders } from './security-headers.ts'
import { prepareStudioRequest } from './studio-headers.ts'
import type { Wire } from './wire.ts'

/** The pages that Next serves. Everything else is ours. */
const studioPaths = /^\/(?:studio|operator|sign-in|api\/auth|_next|__nextjs[^/?]*)(?:[/?]|$)/

/** Bytes that a request to the studio may announce: its pages write through /api/v1, only sign-in posts here. */
const largestBody = 1024 * 1024

export interface Studio {
  owns(url: string): boolean
  handle(request: IncomingMessage, response: ServerResponse): void
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Loads Next; the wire answers meanwhile. Never rejects: what goes wrong is logged and /readyz says so. */
  start(): Promise<void>
  stop(): Promise<void>
}

interface NextApp {
  prepare(): Promise<void>
  close(): Promise<void>
  getRequestHandler(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
  getUpgradeHandler(): (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>
}

/** The studio and the operator panel of one process, loaded after the wire answers. `root` is the project's folder. */
export function openStudio(wire: Wire, root: string, dev: boolean): Studio {
  let app: NextApp | undefined
  let handler: ReturnType<NextApp['getRequestHandler']> | undefined
  const { state, istok } = wire
  return {
    owns: url => studioPaths.test(url),
    handle(request, response) {
      const started = performance.now()
      const id = wire.log.nextId()
      response.setHeader('X-Request-Id', id)
      for (const [name, value] of [...wire.always, ...framing]) response.setHeader(name, value)
      response.once('close', () => {
        const route = `/${(request.url ?? '').split(/[/?]/)[1] ?? ''}`
        wire.log.record(wire.log.tally(request.method ?? '', route, response.statusCode), id, performance.now() - started, 0, 'studio')
      })
      if (isTooLarge(request)) return answer(response, 413, 'Too large')
      if (!handler)
        return answer(response, state.studio === 'starting' ? 503 : 404, messages[state.studio === 'starting' ? 'starting' : 'off'])
      prepareStudioRequest(request, response, {
        publicUrl: istok.env.publicUrl,
        dev,
        frameOrigins: frameOriginsOf(istok, request.url ?? '/'),
      })
      handler(request, response).catch((error: unknown) => {
        istok.log.error({ err: error, requestId: id }, 'a page of the studio failed')
        if (!response.headersSent) answer(response, 500, 'Something went wrong on our side')
        else response.destroy()
      })
    },
    upgrade(request, socket, head) {
      if (!app || !dev) return void socket.destroy()
      stripInternalHeaders(request)
      app
        .getUpgradeHandler()(request, socket, head)
        .catch(() => socket.destroy())
    },
    async start() {
      if (!dev && !existsSync(join(root, '.next/BUILD_ID'))) {
        istok.log.warn('there is no build of the studio: only the wire is served (npm run build makes one)')
        return
      }
      state.studio = 'starting'
      try {
        process.env.NEXTAUTH_URL = istok.env.publicUrl
        process.env.NEXTAUTH_SECRET = istok.secret
        process.env.NEXT_TELEMETRY_DISABLED = '1'
        const { default: next } = await import('next')
        const opened: NextApp = next({ dev, dir: root, hostname: istok.env.host, port: istok.env.port, customServer: true })
        await opened.prepare()
        app = opened
        handler = opened.getRequestHandler()
        state.studio = 'ready'
      } catch (error) {
        state.studio = 'failed'
        istok.log.error({ err: error }, 'the studio did not start; the wire goes on')
      }
    },
    stop: async () => app?.close(),
  }
}

/** Only the panel's page for embedding may be framed, and only by the origins that its embedding names. */
function frameOriginsOf(istok: Istok, url: string): string[] | null {
  const [, id] = /^\/operator\/embed\/([\w-]{1,64})(?:[/?]|$)/.exec(url) ?? []
  return id === undefined ? null : findFrameOrigins(istok, id)
}

const framing: [string, string][] = [
  ['X-Frame-Options', 'DENY'],
  ['Content-Security-Policy', "frame-ancestors 'none'"],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
]
const messages = { starting: 'The studio is starting; try again in a few seconds', off: 'The studio is not part of this process' }

/** Next would read bodies of any length; without an announced length nothing can be checked before. */
function isTooLarge({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > largestBody
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(status === 503 ? { 'Retry-After': '2', Refresh: '2' } : {}),
  })
  response.end(`${text}\n`)
}
