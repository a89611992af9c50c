import { request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { openServer } from './open-server.ts'
import type { TestWire } from './test-wire.ts'

export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}

/** A listening server on a test's wire, and a way to ask it as a program does. */
export async function listenForTest({ wire, app }: TestWire) {
  const server = openServer(wire, app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const hit = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Reply>((resolve, reject) => {
      const request = send({ port, path, headers, method, host: '127.0.0.1' }, response => {
        let body = ''
        response.setEncoding('utf8').on('data', chunk => (body += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers as Record<string, string>, body }))
      })
      request.on('error', reject).end()
    })
  return { server, port, hit }
}

/** Without the headers that differ from request to request. */
export function comparable({ status, headers: { 'x-request-id': _id, ratelimit: _limit, date: _date, ...headers }, body }: Reply): Reply {
  return { status, headers, body }
}
