import { afterEach, expect, test } from 'vitest'
import { write } from '#db/write.ts'
import { setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { type Actor, anonymous, scopesOf, system } from './actor.ts'
import { createUser } from './create-user.ts'
import { endSession } from './end-session.ts'
import { listSessions } from './list-sessions.ts'
import { longestSession } from './session-limits.ts'
import { startSession } from './start-session.ts'

afterEach(() => setClock())
const start = 1_800_000_000_000

async function opened() {
  const istok = openTestIstok()
  setClock(() => start)
  const anna = await createUser(istok, system, { email: 'anna@x.example', name: 'Анна', roles: ['viewer'] })
  const begin = (address: string) => write(istok.database, tx => startSession(tx, anna.id, { address }))
  const self: Actor = { kind: 'user', id: `user:${anna.id}`, name: 'Анна', scopes: scopesOf(['viewer']), channel: null }
  return { istok, anna, begin, self }
}

test('pages of sessions that began in one instant have each once', async () => {
  const { istok, anna, begin, self } = await opened()
  const ids: string[] = []
  for (let index = 0; index < 5; index += 1) ids.push(await begin(`10.0.0.${index}`))
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listSessions>> = await listSessions(istok, self, { user: anna.id, limit: 2, cursor })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toHaveLength(5)
  expect([...seen].sort()).toEqual([...ids].sort())
})

test('a session is listed to the last millisecond in which it may hold, and not when it was ended', async () => {
  const { istok, begin } = await opened()
  const ended = await begin('10.0.0.1')
  await begin('10.0.0.2')
  await endSession(istok, system, { id: ended })
  setClock(() => start + longestSession * 1000 - 1)
  expect((await listSessions(istok, system, {})).items.map(({ address }) => address)).toEqual(['10.0.0.2'])
  setClock(() => start + longestSession * 1000)
  expect((await listSessions(istok, system, {})).items).toEqual([])
})

test('nobody without the right sees sessions, and a session of nobody is an empty list', async () => {
  const { istok, anna, self } = await opened()
  await expect(listSessions(istok, anonymous, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listSessions(istok, anonymous, { user: anna.id })).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listSessions(istok, self, { user: 'other' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listSessions(istok, system, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
  expect((await listSessions(istok, system, { user: 'nobody' })).items).toEqual([])
})
