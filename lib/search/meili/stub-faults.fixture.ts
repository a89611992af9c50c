import type { ServerResponse } from 'node:http'

/**
 * What a request is answered with instead of its answer. Not carried out: `hang`, `reset`, `cut` (JSON that ends too early), `torn` (the connection ends within the body), `drip`, and
 * answers of another kind. Carried out: `lost` (the connection ends before the answer), `mute` (no answer ever), `late` (the answer comes when nobody waits for it any more).
 */
export type Fault =
  | { status: number; code: string; type?: string; headers?: Record<string, string> }
  | { raw: string; status?: number; contentType?: string }
  | 'hang'
  | 'reset'
  | 'cut'
  | 'torn'
  | 'drip'
  | 'lost'
  | 'mute'
  | 'late'

/** Milliseconds: longer than a question waits. */
const late = 1000

/** Whether what was asked for happens all the same. */
export function isCarriedOut(fault: Fault): boolean {
  return fault === 'lost' || fault === 'mute' || fault === 'late'
}

/** Answers with a fault; `reply` sends the answer that there would be. */
export function fail(fault: Fault, response: ServerResponse, reply?: () => void): void {
  const json = { 'content-type': 'application/json' }
  if (fault === 'hang' || fault === 'mute') return
  if (fault === 'late') return void setTimeout(() => response.destroyed || reply?.(), late)
  if (fault === 'reset' || fault === 'lost') return void response.socket?.destroy()
  if (fault === 'cut') return void response.writeHead(200, json).end('{"results":[{"id')
  if (fault === 'torn') {
    response.writeHead(200, { ...json, 'content-length': '1000' })
    return void response.write('{"results":[{"id', () => response.socket?.destroy())
  }
  if (fault === 'drip') {
    response.writeHead(200, json)
    const timer = setInterval(() => response.write(' '), 100)
    response.on('close', () => clearInterval(timer))
    return
  }
  if ('raw' in fault)
    return void response.writeHead(fault.status ?? 200, { 'content-type': fault.contentType ?? 'text/html' }).end(fault.raw)
  response.writeHead(fault.status, { ...json, ...fault.headers })
  response.end(JSON.stringify(errorOf(fault.code, fault.type ?? 'invalid_request')))
}

/** An error as Meilisearch says it. */
export function errorOf(code: string, type: string) {
  return { message: `stub: ${code}`, code, type, link: `https://docs.meilisearch.com/errors#${code}` }
}
