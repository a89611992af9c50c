import { type IncomingMessage, type ServerResponse, STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http'

/** How long an idle connection stays open, in seconds; the server says it in every reply. */
export const keepAliveSeconds = 72

/** The head of a reply of which only the last headers change from request to request. */
export interface ReadyHead {
  status: number
  /** Name, value, name, value …, without those of the request. */
  pairs: string[]
  /** The same as bytes of the wire, with the status line. */
  text: string
}

/** Throws what node throws for a name or value that no header may have. */
export function makeReadyHead(status: number, pairs: string[]): ReadyHead {
  let text = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`
  for (let index = 0; index < pairs.length; index += 2) {
    const [name = '', value = ''] = pairs.slice(index, index + 2)
    validateHeaderName(name)
    validateHeaderValue(name, value)
    text += `${name}: ${value}\r\n`
  }
  return { status, pairs, text }
}

/** What node's writeHead leaves behind and `end` reads. Undocumented; a test compares what is sent with what writeHead sends. */
interface Headed {
  statusCode: number
  shouldKeepAlive: boolean
  req: IncomingMessage
  _header: string
  _hasBody: boolean
}

const kept = `Connection: keep-alive\r\nKeep-Alive: timeout=${keepAliveSeconds}\r\n\r\n`
let second = Number.NaN
let date = ''

/**
 * As `response.writeHead` with the ready headers, then those of `limit` and `id`, without checking and joining the former anew: that is a twentieth of all that
 * a 304 costs. Connections that end with the reply, and HTTP/1.0, get node's own. Neither `limit` (value of the RateLimit header, null: none) nor `id` may come from outside. `at`: the instant in milliseconds.
 */
export function writeReadyHead(response: ServerResponse, head: ReadyHead, limit: string | null, id: string, at: number): void {
  const headed = response as unknown as Headed
  if (!headed.shouldKeepAlive || headed.req.httpVersionMinor !== 1) {
    response.writeHead(head.status, [...head.pairs, ...(limit === null ? [] : ['RateLimit', limit]), 'X-Request-Id', id])
    return
  }
  const now = Math.floor(at / 1000)
  if (now !== second) {
    second = now
    date = `Date: ${new Date(at).toUTCString()}\r\n${kept}`
  }
  headed.statusCode = head.status
  if (head.status === 304) headed._hasBody = false
  headed._header =
    limit === null ? `${head.text}X-Request-Id: ${id}\r\n${date}` : `${head.text}RateLimit: ${limit}\r\nX-Request-Id: ${id}\r\n${date}`
}
