import { afterEach, expect, test } from 'vitest'
import { write } from '#db/write.ts'
import { setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { system } from './actor.ts'
import { createUser } from './create-user.ts'
import { endSession } from './end-session.ts'
import { endSessions } from './end-sessions.ts'
import { findSessionActor } from './find-session-actor.ts'
import { listAudit } from './list-audit.ts'
import { listSessions } from './list-sessions.ts'
import { signIn } from './sign-in.ts'
import { startSession } from './start-session.ts'
import { updateUser } from './update-user.ts'

afterEach(() => setClock())
const password = 'правильный конь'
const place = { address: '10.0.0.1', agent: 'Mozilla/5.0 Chromium/150' }

async function twoPeople() {
  const istok = openTestIstok()
  const anna = await createUser(istok, system, { email: 'anna@bank.example', name: 'Анна', roles: ['author'], password })
  const boris = await createUser(istok, system, { email: 'boris@bank.example', name: 'Борис', roles: ['viewer'], password })
  const enter = async (email: string) => {
    const { id, sessionVersion, sessionId } = await signIn(istok, { email, password, ...place })
    return { userId: id, sessionVersion, sessionId }
  }
  return { istok, anna, boris, enter }
}

test('each sign-in is a session of its own; ending one leaves the others', async () => {
  const { istok, anna, enter } = await twoPeople()
  const [office, home] = [await enter(anna.email), await enter(anna.email)]
  const self = findSessionActor(istok, office)
  expect(self?.name).toBe('Анна')
  if (!self) return
  expect((await listSessions(istok, self, { user: anna.id })).items).toHaveLength(2)
  await endSession(istok, self, { id: home.sessionId })
  expect(findSessionActor(istok, home)).toBeNull()
  expect(findSessionActor(istok, office)).not.toBeNull()
  await expect(endSession(istok, system, { id: home.sessionId })).rejects.toMatchObject({ code: 'not_found' })
})

test('nobody sees or ends the sessions of others, nor learns whether they exist; an administrator does', async () => {
  const { istok, anna, boris, enter } = await twoPeople()
  const hers = await enter(anna.email)
  const his = findSessionActor(istok, await enter(boris.email))
  if (!his) throw new Error('no session')
  for (const id of [hers.sessionId, 'nothing'])
    await expect(endSession(istok, his, { id })).rejects.toMatchObject({ code: 'forbidden', message: 'This needs the scope "admin"' })
  await expect(listSessions(istok, his, { user: anna.id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listSessions(istok, his, {})).rejects.toMatchObject({ code: 'forbidden' })
  const all = await listSessions(istok, system, {})
  expect(all.items.map(({ user }) => user.name).sort()).toEqual(['Анна', 'Борис'])
  expect(all.items[0]).toMatchObject({ address: '10.0.0.1', agent: place.agent })
  await endSession(istok, system, { id: hers.sessionId })
  expect(findSessionActor(istok, hers)).toBeNull()
})

test.each([
  ['other roles', { roles: ['viewer' as const] }],
  ['another password', { password: 'совсем другой конь' }],
  ['being disabled', { disabled: true }],
])('%s ends every session with the next request and empties the list', async (_, change) => {
  const { istok, anna, enter } = await twoPeople()
  const session = await enter(anna.email)
  await updateUser(istok, system, { id: anna.id, ...change })
  expect(findSessionActor(istok, session)).toBeNull()
  expect((await listSessions(istok, system, { user: anna.id })).items).toEqual([])
})

test('ending all ends all, and a session of another user or without an id is none', async () => {
  const { istok, anna, boris, enter } = await twoPeople()
  const [hers, his] = [await enter(anna.email), await enter(boris.email)]
  expect(findSessionActor(istok, { ...hers, userId: boris.id })).toBeNull()
  expect(findSessionActor(istok, { ...hers, sessionId: his.sessionId })).toBeNull()
  expect(findSessionActor(istok, { userId: anna.id, sessionVersion: 1 })).toBeNull()
  await endSessions(istok, system, { id: anna.id })
  expect(findSessionActor(istok, hers)).toBeNull()
  expect(findSessionActor(istok, his)).not.toBeNull()
})

test('when a session was last seen is noted once a minute, and a session that is too old is not listed', async () => {
  const { istok, anna, enter } = await twoPeople()
  let time = Date.UTC(2026, 10, 22, 9)
  setClock(() => time)
  const session = await enter(anna.email)
  time += 5 * 60_000
  findSessionActor(istok, session)
  await istok.database.queue
  expect((await listSessions(istok, system, {})).items[0]?.seenAt).toBe(time)
  time += 13 * 3_600_000
  expect((await listSessions(istok, system, {})).items).toEqual([])
})

test('long names of browsers are cut, and the audit log names the session', async () => {
  const { istok, anna } = await twoPeople()
  const id = await write(istok.database, tx => startSession(tx, anna.id, { address: 'x'.repeat(500), agent: 'y'.repeat(5000) }))
  const [entry] = (await listSessions(istok, system, {})).items
  expect([entry?.address.length, entry?.agent.length]).toEqual([100, 300])
  const [row] = (await listAudit(istok, system, { action: 'session.created' })).items
  expect(row).toMatchObject({ actor: `user:${anna.id}`, details: { session: id } })
})
