import { expect, onTestFinished, test } from 'vitest'
import { setClock } from './clock.ts'
import { newId } from './new-id.ts'

test('ids are UUIDs of version 7 that sort by the time at which they were made, and never repeat', () => {
  onTestFinished(() => setClock())
  let time = Date.parse('2026-11-22T10:00:00Z')
  setClock(() => time++)
  const ids = Array.from({ length: 1000 }, newId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(1000)
})

test('ids of one millisecond stand in the order in which they were made', () => {
  setClock(() => 1_700_000_000_000)
  onTestFinished(() => setClock())
  const ids = Array.from({ length: 2000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
})
