import { expect, test } from 'vitest'
import { saveFirst } from './save-first.ts'
import type { ArticleDraft } from './use-article-draft.ts'

type Sessions = ArticleDraft['sessions']
const quiet = { trouble: null, conflict: null }
const draft = (isSaved: boolean, text: object = {}, about: object = {}) => ({
  save: async () => isSaved,
  sessions: { text: { state: { ...quiet, ...text } }, about: { state: { ...quiet, ...about } } } as unknown as Sessions,
})

test('nothing stands in the way of what is saved', async () => {
  expect(await saveFirst(draft(true, { trouble: { kind: 'offline', attempts: 1 } }))).toBeNull()
})

test('what keeps a draft from being saved is said: a refusal, no connection, an ended session, somebody else', async () => {
  const refusal = { status: 422, code: 'invalid', title: '', detail: '', errors: [] }
  expect(await saveFirst(draft(false, { trouble: { kind: 'refused', problem: refusal } }))).toMatchObject({ ...refusal, isUnsaved: true })
  expect(await saveFirst(draft(false, { trouble: { kind: 'offline', attempts: 1 } }))).toMatchObject({ code: 'offline' })
  expect(await saveFirst(draft(false, {}, { trouble: { kind: 'signed-out' } }))).toMatchObject({ status: 401 })
  expect(await saveFirst(draft(false, {}, { conflict: {} }))).toMatchObject({ status: 412 })
  expect(await saveFirst(draft(false))).toMatchObject({ isUnsaved: true })
})
