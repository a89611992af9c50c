import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from './app.ts'
import { openServer } from './open-server.ts'
import { openTestWire } from './test-wire.ts'

/** What the server says to raw bytes, until it closes the connection. */
async function send(bytes: string): Promise<string> {
  const { wire } = await openTestWire()
  const server = openServer(wire, buildApp(wire), undefined).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let reply = ''
  socket.on('data', chunk => {
    reply += chunk
  })
  socket.write(bytes)
  await once(socket, 'close')
  return reply
}

test.each([
  ['an address that is too long', `GET /api/v1/articles?q=${'a'.repeat(90_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ['bytes that are no HTTP', 'HELO istok\r\n\r\n', 400],
])('%s is refused as everything else is: with a problem and a request id', async (_what, bytes, status) => {
  const [head = '', body = ''] = (await send(bytes)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toContain('application/problem+json')
  const problem = JSON.parse(body)
  expect(problem).toMatchObject({ status, code: 'invalid' })
  expect(head).toContain(`X-Request-Id: ${problem.requestId}`)
})

test.each([
  ['/api/v1/channels/website/search?locale=ru&q='],
  ['/api/v1/channels/website/search?locale=ru&repair=false&q='],
  ['/api/v1/channels/website/suggest?locale=ru&q='],
  ['/ru/search?q='],
])('a question of 10,000 letters is answered: %s', async path => {
  const q = encodeURIComponent('лимит перевода '.repeat(700).slice(0, 10_000))
  const reply = await send(`GET ${path}${q} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  expect(reply.slice(0, 15)).toMatch(/^HTTP\/1.1 200/)
})
