import { expect, test, vi } from 'vitest'
import { runNewest } from './run-newest.ts'

test('one runs at a time, and the newest wish follows at once; those between are dropped', async () => {
  vi.useFakeTimers()
  const done: string[] = []
  const finish: (() => void)[] = []
  const runner = runNewest<string>(async value => {
    await new Promise<void>(resolve => finish.push(resolve))
    done.push(value)
    return null
  })
  for (const value of ['a', 'ab', 'abc']) runner.want(value, 10)
  await vi.advanceTimersByTimeAsync(10)
  expect(finish).toHaveLength(1)
  for (const value of ['abcd', 'abcde']) {
    runner.want(value, 10)
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(finish).toHaveLength(1)
  finish[0]?.()
  await vi.advanceTimersByTimeAsync(0)
  finish[1]?.()
  await vi.advanceTimersByTimeAsync(100)
  expect(done).toEqual(['abc', 'abcde'])
  vi.useRealTimers()
})

test('what did not get through is tried again, unless it was stopped or something newer is wanted', async () => {
  vi.useFakeTimers()
  const asked: string[] = []
  const runner = runNewest<string>(async value => {
    asked.push(value)
    return 1000
  })
  runner.want('a', 0)
  await vi.advanceTimersByTimeAsync(1500)
  runner.want('b', 0)
  await vi.advanceTimersByTimeAsync(1500)
  expect(asked).toEqual(['a', 'a', 'b', 'b'])
  runner.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked).toHaveLength(4)
  vi.useRealTimers()
})

test('what is done for an older wish is aborted, but once a second something comes to its end', async () => {
  vi.useFakeTimers()
  const begun: string[] = []
  const done: string[] = []
  const runner = runNewest<string>(async (value, signal) => {
    begun.push(value)
    await new Promise<void>(resolve => {
      setTimeout(resolve, 300)
      signal.addEventListener('abort', () => resolve())
    })
    if (!signal.aborted) done.push(value)
    return null
  })
  for (let key = 1; key <= 16; key++) {
    runner.want(String(key), 0)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(done).toHaveLength(1)
  expect(begun.length).toBeGreaterThan(8)
  await vi.advanceTimersByTimeAsync(300)
  expect(done.at(-1)).toBe('16')
  runner.stop()
  vi.useRealTimers()
})
