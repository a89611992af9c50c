import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { prepareStudioRequest } from './studio-headers.ts'

function ask(path: string, headers: Record<string, string> = {}) {
  const request = new IncomingMessage(new Socket())
  request.url = path
  for (const [name, value] of Object.entries(headers)) {
    request.headers[name] = value
    request.rawHeaders.push(name, value)
  }
  const response = new ServerResponse(request)
  prepareStudioRequest(request, response, { publicUrl: 'https://kb.example' })
  return { request, response }
}

test('request and response carry the same policy with a nonce that is new each time', () => {
  const first = ask('/studio')
  const second = ask('/studio')
  const nonce = first.request.headers['x-istok-nonce']
  expect(nonce).toMatch(/^[A-Za-z0-9_-]{24}$/)
  expect(first.request.headers['content-security-policy']).toBe(first.response.getHeader('content-security-policy'))
  expect(first.response.getHeader('content-security-policy')).toContain(`'nonce-${nonce}'`)
  expect(second.request.headers['x-istok-nonce']).not.toBe(nonce)
})

test('what a caller says in the name of the server is dropped', () => {
  const { request } = ask('/studio', {
    'content-security-policy': "script-src 'nonce-evil'",
    'x-istok-nonce': 'evil',
    'x-istok-address': '10.0.0.1',
    'x-middleware-subrequest': 'middleware',
    'next-action': 'abc',
  })
  expect(JSON.stringify(request.headers)).not.toContain('evil')
  expect(request.headers['x-istok-address']).not.toBe('10.0.0.1')
  expect(request.headers['x-middleware-subrequest']).toBeUndefined()
  expect(request.headers['next-action']).toBeUndefined()
})

test('pages are private and never stored, framed or sniffed; build files may be kept', () => {
  const { response } = ask('/studio')
  expect(response.getHeader('cache-control')).toBe('private, no-store')
  expect(response.getHeader('x-frame-options')).toBe('DENY')
  expect(response.getHeader('x-content-type-options')).toBe('nosniff')
  expect(response.getHeader('strict-transport-security')).toBeDefined()
  expect(ask('/_next/static/chunks/a.js').response.getHeader('cache-control')).toBeUndefined()
})
