import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { keepAliveSeconds, makeReadyHead, writeReadyHead } from './ready-head.ts'

const pairs = [
  'Content-Type',
  'application/json; charset=utf-8',
  'ETag',
  '"sha256-abc"',
  'Cache-Control',
  'private, no-cache',
  'Vary',
  'Authorization',
]
const body = Buffer.from('{"title":"Ответ"}')

/** Everything that a server sends on one connection for these requests, without the time. */
async function exchange(answer: (response: ServerResponse, status: number) => void, requests: string): Promise<string> {
  const server = createServer({ keepAliveTimeout: keepAliveSeconds * 1000, optimizeEmptyRequests: true }, (request, response) =>
    answer(response, Number(request.url?.slice(1))),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let sent = ''
  socket.setEncoding('utf8').on('data', data => (sent += data))
  socket.end(requests)
  await new Promise(resolve => socket.once('close', resolve))
  return sent.replaceAll(/Date: .*/g, date => (Number.isNaN(Date.parse(date.slice(6))) ? date : 'Date: then'))
}

const get = (method: string, status: number, version = '1.1', more = '') => `${method} /${status} HTTP/${version}\r\nHost: x\r\n${more}\r\n`

test.each([
  ['an answer', get('GET', 200)],
  ['a 304', get('GET', 304)],
  ['a HEAD', get('HEAD', 200)],
  ['three on one connection, sent together', get('GET', 200) + get('GET', 304) + get('HEAD', 200) + get('GET', 200)],
  ['a connection that is to be closed', get('GET', 304, '1.1', 'Connection: close\r\n')],
  ['HTTP/1.0', get('GET', 200, '1.0')],
  ['HTTP/1.0 that stays', get('GET', 200, '1.0', 'Connection: keep-alive\r\n') + get('GET', 304, '1.0')],
  [
    'HTTP/1.0 that stays after a 304',
    get('GET', 304, '1.0', 'Connection: keep-alive\r\n') + get('GET', 200, '1.0', 'Connection: keep-alive\r\n'),
  ],
  ['a body that nobody reads', `${get('GET', 200, '1.1', 'Content-Length: 3\r\n')}abc${get('GET', 304)}`],
])('a ready head is byte for byte what writeHead sends: %s', async (_, requests) => {
  const headersOf = (status: number) => (status === 200 ? [...pairs, 'Content-Length', String(body.length)] : pairs)
  const heads = new Map([200, 304].map(status => [status, makeReadyHead(status, headersOf(status))]))
  const end = (response: ServerResponse, status: number) => (status === 304 ? response.end() : response.end(body))
  for (const limit of ['"default";r=9;t=1', null]) {
    const ready = await exchange((response, status) => {
      writeReadyHead(response, heads.get(status) as never, limit, 'abc-1', Date.now())
      end(response, status)
    }, requests)
    const usual = await exchange((response, status) => {
      response.writeHead(status, [...headersOf(status), ...(limit === null ? [] : ['RateLimit', limit]), 'X-Request-Id', 'abc-1'])
      end(response, status)
    }, requests)
    expect(ready).toBe(usual)
    expect(ready).toContain('X-Request-Id: abc-1\r\nDate: then\r\n')
  }
})

test('a header that node refuses is refused when the head is made', () => {
  expect(() => makeReadyHead(200, ['ETag', 'a\r\nSet-Cookie: b'])).toThrow(/Invalid character/)
  expect(() => makeReadyHead(200, ['E Tag', 'a'])).toThrow(/valid HTTP token/)
})
