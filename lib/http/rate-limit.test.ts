import { expect, onTestFinished, test } from 'vitest'
import { setClock } from '../clock.ts'
import { callerAddress, costOf, costOfSearch, openRateLimit } from './rate-limit.ts'

test('a burst may use the whole minute, then tokens come back one by one', () => {
  let time = 1_000_000
  setClock(() => time)
  onTestFinished(() => setClock())
  const limit = openRateLimit(60)
  for (let count = 0; count < 60; count += 1) expect(limit.take('a', 100).allowed).toBe(true)
  expect(limit.take('a', 100)).toEqual({ allowed: false, header: '"default";r=0;t=60', retryAfter: 1 })
  expect(limit.take('b', 100).allowed).toBe(true)
  time += 1000
  expect(limit.take('a', 100).allowed).toBe(true)
  expect(limit.take('a', 100).allowed).toBe(false)
  time += 3_600_000
  expect(limit.take('a', 100).header).toBe('"default";r=5900;t=1')
})

test.each([
  ['203.0.113.5', null, 'address:203.0.113.5'],
  ['203.0.113.5', '198.51.100.7', 'address:203.0.113.5'],
  ['127.0.0.1', '1.2.3.4, 198.51.100.7', 'address:198.51.100.7'],
  ['::ffff:172.20.0.2', '198.51.100.7', 'address:198.51.100.7'],
  ['::1', 'nonsense', 'address:::1'],
  ['127.0.0.1', '2001:db8:1:2:3:4:5:6', 'address:2001:db8:1:2'],
  ['2001:db8:1:2:3:4:5:6', null, 'address:2001:db8:1:2'],
  [undefined, null, 'address:unknown'],
])('the caller behind %s with X-Forwarded-For %s is %s', (peer, forwarded, name) => {
  expect(callerAddress(peer, forwarded)).toBe(name)
})

test('a ready read weighs a hundredth of anything else', () => {
  expect(costOf('GET', '/api/v1/channels/website/answers/a')).toBe(1)
  expect(costOf('HEAD', '/ru/articles/a')).toBe(1)
  expect(costOf('GET', '/api/v1/articles')).toBe(100)
  expect(costOf('POST', '/ru/articles/a/feedback')).toBe(100)
  const limit = openRateLimit(1)
  for (let count = 0; count < 100; count += 1) expect(limit.take('a', 1).allowed).toBe(true)
  expect(limit.take('a', 1).allowed).toBe(false)
})

test('a short question to the index in memory weighs a tenth, a long one as much as anything else', () => {
  expect(costOfSearch('/api/v1/channels/website/search?q=transfer'.length)).toBe(10)
  expect(costOfSearch(600)).toBe(10)
  expect(costOfSearch(601)).toBe(costOf('POST', '/api/v1/channels/website/ask'))
})
