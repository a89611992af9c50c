import type { Duplex } from 'node:stream'
import { IstokError } from '../errors.ts'
import { describeProblem } from './problem.ts'
import type { Wire } from './wire.ts'

/** Bytes that the address and the headers together may have: a question of 10,000 letters takes 60,000, since each Cyrillic one is six signs of an address. */
export const mostHeadBytes = 80 * 1024

/** What Node says of a request that it could not read, as status, title and words. */
const refusals: Readonly<Record<string, readonly [status: number, title: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    'Request Header Fields Too Large',
    `The address and the headers together may have ${mostHeadBytes} bytes (80 KB)`,
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request did not arrive in time'],
}

/**
 * Answers a request that is no HTTP, too long in its head or too slow, as every other refusal is answered, and closes the connection. Such a request
 * never reaches a route. To be given to the server as its `clientError`.
 */
export function refuseUnreadable(wire: Wire, error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, reason, detail] = refusals[error.code ?? ''] ?? [400, 'Bad Request', 'This is no HTTP request that can be read']
  const { problem } = describeProblem(new IstokError('invalid', detail, { status }), wire.log.nextId())
  const body = JSON.stringify({ ...problem, title: reason })
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Cache-Control: no-store\r\nX-Request-Id: ${problem.requestId}\r\nConnection: close\r\n\r\n${body}`,
  )
}
