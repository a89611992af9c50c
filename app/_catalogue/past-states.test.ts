import { expect, test } from 'vitest'
import { changedMembers, pastStates } from './past-states.ts'

const entries = [
  { details: { title: { ru: 'В' }, before: { title: { ru: 'Б' } } } },
  { details: { position: 2, before: { position: 1 } } },
  { details: { title: { ru: 'Б' }, description: { ru: 'о' }, before: { title: { ru: 'А' }, description: {} } } },
  { details: { slug: 'a', title: { ru: 'А' } } },
]

test('each state of the past follows from what stands now and from what every change says was before', () => {
  const now = { title: { ru: 'В' }, description: { ru: 'о' } }
  const states = pastStates(now, entries)
  expect(states.map(({ title }) => title)).toEqual([{ ru: 'В' }, { ru: 'Б' }, { ru: 'Б' }, { ru: 'А' }])
  expect(changedMembers(states[1] ?? {}, now)).toEqual({ title: { ru: 'Б' } })
  expect(changedMembers(states[3] ?? {}, now)).toEqual({ title: { ru: 'А' }, description: {} })
  expect(changedMembers(now, now)).toEqual({})
})
