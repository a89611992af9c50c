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
