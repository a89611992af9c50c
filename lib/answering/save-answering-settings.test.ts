import { expect, test } from 'vitest'
import { anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { listAudit } from '#lib/access/list-audit.ts'
import { channels } from '#lib/compile/channels.ts'
import { openTestIstok } from '../test-istok.ts'
import { readAnsweringSettings, thresholdsIn, usualSettings } from './answering-settings.ts'
import { thresholdsOf } from './decide.ts'
import { saveAnsweringSettings } from './save-answering-settings.ts'

const { version: _, ...usual } = usualSettings
const saving = (thresholds: Record<string, { answer: number; clarify: number }>) => ({ ...usual, thresholds, expectedVersion: 0 })

test.each([[{ answer: 0.2, clarify: 0.2 }], [{ answer: 0.99, clarify: 0.01 }], [{ answer: 0.99, clarify: 0.99 }]])(
  'thresholds at the edge are taken: %j',
  async thresholds => {
    const istok = openTestIstok()
    await saveAnsweringSettings(istok, system, saving({ website: thresholds }))
    const settings = readAnsweringSettings(istok)
    expect(settings).toMatchObject({ version: 1, thresholds: { website: thresholds } })
    expect(thresholdsIn(settings, channels.website)).toEqual(thresholds)
    expect(thresholdsIn(settings, channels.ivr)).toEqual(thresholdsOf('ivr'))
  },
)

test.each([
  [{ website: { answer: 0.199, clarify: 0.1 } }, ['/thresholds/website/answer']],
  [{ website: { answer: 0.991, clarify: 0.1 } }, ['/thresholds/website/answer']],
  [{ website: { answer: 0.5, clarify: 0.501 } }, ['/thresholds/website/clarify']],
  [{ website: { answer: 0.5, clarify: 0.009 } }, ['/thresholds/website/clarify']],
  [{ website: { answer: Number.NaN, clarify: Number.NaN } }, ['/thresholds/website/answer', '/thresholds/website/clarify']],
  [{ fax: { answer: 0.5, clarify: 0.1 }, ivr: { answer: 2, clarify: 0.1 } }, ['/thresholds/fax', '/thresholds/ivr/answer']],
])('thresholds beyond the edge are refused at their place and nothing is saved: %j', async (thresholds, pointers) => {
  const istok = openTestIstok()
  const error = await saveAnsweringSettings(istok, system, saving(thresholds as never)).catch((caught: unknown) => caught)
  expect(error).toMatchObject({ code: 'invalid', details: { errors: pointers.map(pointer => ({ pointer })) } })
  expect(readAnsweringSettings(istok)).toEqual(usualSettings)
})

test('of two who save the same version at once one is told that it is too late, and the log has one entry', async () => {
  const istok = openTestIstok()
  const two = [0.5, 0.6].map(answer => saveAnsweringSettings(istok, system, saving({ website: { answer, clarify: 0.1 } })))
  const results = await Promise.allSettled(two)
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const late = results.find(({ status }) => status === 'rejected')
  expect(late).toMatchObject({ reason: { code: 'conflict', details: { status: 412, reason: 'changed-meanwhile' } } })
  expect(readAnsweringSettings(istok).version).toBe(1)
  const { items } = await listAudit(istok, system, { limit: 50 })
  expect(items.filter(({ action }) => action === 'settings.saved')).toHaveLength(1)
})

test('only who administers the house saves, and says which version was changed', async () => {
  const istok = openTestIstok()
  const almost = { ...system, scopes: scopesOf(['viewer', 'operator', 'author', 'approver', 'publisher']) }
  await expect(saveAnsweringSettings(istok, almost, saving({}))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(saveAnsweringSettings(istok, anonymous, saving({}))).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(saveAnsweringSettings(istok, system, { ...usual, expectedVersion: null })).rejects.toMatchObject({
    details: { status: 428, errors: [{ pointer: 'If-Match', reason: 'needed' }] },
  })
  expect(readAnsweringSettings(istok)).toEqual(usualSettings)
})

test('settings that were saved before a new one was thought of have the usual one', async () => {
  const istok = openTestIstok()
  istok.database.writer.sqlite.prepare("INSERT INTO setting (key, value) VALUES ('answering', ?)").run('{"version":3,"keepDays":30}')
  expect(readAnsweringSettings(istok)).toEqual({ ...usualSettings, version: 3, keepDays: 30 })
})
