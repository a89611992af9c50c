import { afterEach, expect, test, vi } from 'vitest'
import { panelCaller } from './panel-api.ts'
import { noteReach } from './use-online.ts'

const call = panelCaller(() => ({}), 'same-origin')
const json = { status: 200, headers: { 'Content-Type': 'application/json' } }

afterEach(() => {
  noteReach(true)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a server that does not answer is asked again until it does; a question that was taken back says nothing about it', async () => {
  vi.useFakeTimers()
  const asked: string[] = []
  let isUp = false
  vi.stubGlobal('fetch', async (address: string, options?: RequestInit) => {
    asked.push(address)
    options?.signal?.throwIfAborted()
    if (!isUp) throw new TypeError('Failed to fetch')
    return new Response('{}', json)
  })
  await call('GET', '/reports', { signal: AbortSignal.abort() })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toEqual(['/api/v1/reports'])

  expect((await call('GET', '/reports')).ok).toBe(false)
  await vi.advanceTimersByTimeAsync(4000)
  expect(asked.slice(2)).toEqual(['/livez', '/livez'])
  isUp = true
  await vi.advanceTimersByTimeAsync(20_000)
  expect(asked.slice(4)).toEqual(['/livez'])
})

test('the page of a gateway whose server is gone is no answer', async () => {
  vi.useFakeTimers()
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return new Response('<h1>502 Bad Gateway</h1>', { status: 502 })
  })
  expect(await call('GET', '/reports')).toMatchObject({ ok: false, problem: { status: 0 } })
  await vi.advanceTimersByTimeAsync(2000)
  expect(asked[1]).toBe('/livez')
})
