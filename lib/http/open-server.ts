import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { IstokError } from '../errors.ts'
import { openHotPath } from './hot.ts'
import { replyToError } from './observe.ts'
import { keepAliveSeconds } from './ready-head.ts'
import { mostHeadBytes, refuseUnreadable } from './refuse-unreadable.ts'
import type { Studio } from './studio.ts'
import type { Api, Wire } from './wire.ts'

/**
 * The server of a process: the fast path, then the studio's pages, then the app. A head must arrive within 15 s and a whole request within two minutes
 * (50 MB on a slow line), so that slow senders hold nothing; idle connections stay longer than a proxy's usual minute.
 */
export function openServer(wire: Wire, app: Api, studio?: Studio): Server {
  const answerHot = openHotPath(wire)
  const answer = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: error => {
      const refusal =
        error instanceof Error && error.name === 'RequestError'
          ? new IstokError('invalid', 'The address of the request is malformed', { status: 400 })
          : error
      return replyToError(wire, refusal, wire.log.nextId())
    },
  })
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (answerHot(request, response)) return
    if (studio?.owns(request.url ?? '')) studio.handle(request, response)
    else void answer(request, response)
  }
  const server = createServer(
    {
      keepAlive: true,
      keepAliveTimeout: keepAliveSeconds * 1000,
      headersTimeout: 15_000,
      maxHeaderSize: mostHeadBytes,
      requestTimeout: 120_000,
      connectionsCheckingInterval: 5000,
      // A request without a body gets no stream for one.
      optimizeEmptyRequests: true,
    },
    handle,
  )
  server.on('clientError', (error, socket) => refuseUnreadable(wire, error, socket))
  if (studio) server.on('upgrade', (request, socket, head) => studio.upgrade(request, socket, head))
  return server
}
