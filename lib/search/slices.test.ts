import { expect, test } from 'vitest'
import { openSlices } from './slices.ts'

test('between two turns of the event loop one slice runs, whoever works, and everybody gets as many', async () => {
  const slices = openSlices()
  const done: string[] = []
  let turns = 0
  let isOver = false
  const count = () => {
    turns++
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  const most = new Map<number, number>()
  const work = async (name: string) => {
    for (let slice = 0; slice < 20; slice++) {
      await slices.next(0)
      done.push(name)
      most.set(turns, (most.get(turns) ?? 0) + 1)
    }
  }
  await Promise.all([work('a'), work('b'), work('c')])
  isOver = true
  expect(Math.max(...most.values())).toBe(1)
  expect(done.slice(0, 9)).toEqual(['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c'])
  expect(done).toHaveLength(60)
})

test('who is patient lets others go first', async () => {
  const slices = openSlices()
  const done: string[] = []
  const late = slices.next(30).then(() => done.push('patient'))
  for (let slice = 0; slice < 5; slice++) await slices.next(0).then(() => done.push('urgent'))
  await late
  expect(done).toEqual([...Array<string>(5).fill('urgent'), 'patient'])
})
