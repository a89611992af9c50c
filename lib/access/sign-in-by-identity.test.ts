import { expect, test } from 'vitest'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { system } from './actor.ts'
import { createUser } from './create-user.ts'
import { findSessionActor } from './find-session-actor.ts'
import { listAudit } from './list-audit.ts'
import { listUsers } from './list-users.ts'
import { type ForeignIdentity, signInByIdentity } from './sign-in-by-identity.ts'
import { updateUser } from './update-user.ts'

const claim: ForeignIdentity = {
  ...{ issuer: 'https://id.bank.example', subject: 'a-1', email: 'Anna@Bank.Example', isEmailVerified: true, name: 'Анна' },
}
const enter = (istok: Istok, change: Partial<ForeignIdentity> = {}) => signInByIdentity(istok, { ...claim, ...change, address: '10.0.0.1' })
const stranger = { code: 'unauthenticated', message: 'This person is not known here' }
const bound = (istok: Istok) => istok.database.reader.sqlite.prepare('SELECT count(*) FROM identity').pluck().get()

async function withAnna(variables: Record<string, string> = {}) {
  const istok = openTestIstok(variables)
  return { istok, anna: await createUser(istok, system, { email: 'anna@bank.example', name: 'Анна', roles: ['author'] }) }
}
const taking = (role: string) => ({
  ...{ OIDC_ISSUER: claim.issuer, OIDC_CLIENT_ID: 'istok', OIDC_CLIENT_SECRET: 'secret', OIDC_ROLE: role },
})

test('who has the verified address of a user comes in as that user, and from then on by his identity, whatever address he has', async () => {
  const { istok, anna } = await withAnna()
  const first = await enter(istok)
  expect(first).toMatchObject({ id: anna.id, roles: ['author'], email: 'anna@bank.example' })
  expect(findSessionActor(istok, { userId: first.id, ...first })?.id).toBe(`user:${anna.id}`)
  const later = await enter(istok, { email: 'married@bank.example', isEmailVerified: false })
  expect(later.id).toBe(anna.id)
  expect(later.sessionId).not.toBe(first.sessionId)
  expect(bound(istok)).toBe(1)
})

test.each([
  ['an address that nobody verified', { isEmailVerified: false }],
  ['an address that nobody here has', { email: 'eve@bank.example' }],
  ['no subject', { subject: '' }],
])('%s opens nothing and binds nothing', async (_, change) => {
  const { istok } = await withAnna()
  await expect(enter(istok, change)).rejects.toMatchObject(stranger)
  expect(bound(istok)).toBe(0)
  const { items } = await listAudit(istok, system, { action: 'session' })
  expect(items).toMatchObject([{ action: 'session.refused', subject: 'user:unknown', details: { issuer: claim.issuer } }])
})

test('the same subject of another issuer is somebody else', async () => {
  const { istok } = await withAnna()
  await enter(istok)
  await expect(enter(istok, { issuer: 'https://evil.example', isEmailVerified: false })).rejects.toMatchObject(stranger)
})

test('who is disabled stays outside, by identity and by address, and is bound to nothing new', async () => {
  const { istok, anna } = await withAnna()
  await enter(istok)
  await updateUser(istok, system, { id: anna.id, disabled: true })
  await expect(enter(istok)).rejects.toMatchObject(stranger)
  await expect(enter(istok, { subject: 'a-2' })).rejects.toMatchObject(stranger)
  expect(bound(istok)).toBe(1)
  const { items } = await listAudit(istok, system, { action: 'session.refused' })
  expect(items.map(({ subject }) => subject)).toEqual([`user:${anna.id}`, `user:${anna.id}`])
})

test('newcomers are made where the house says so, once, with its role and no password', async () => {
  const istok = openTestIstok(taking('viewer'))
  const [one, other] = await Promise.all([enter(istok), enter(istok)])
  expect(one?.id).toBe(other?.id)
  const { items } = await listUsers(istok, system)
  expect(items).toMatchObject([{ email: 'anna@bank.example', name: 'Анна', roles: ['viewer'], hasPassword: false, grants: [] }])
  await expect(enter(istok, { subject: 'b', email: 'b@x.example', isEmailVerified: false })).rejects.toMatchObject(stranger)
})

test('a newcomer without a name is called by his address, a long name is cut between letters', async () => {
  const istok = openTestIstok(taking('viewer'))
  expect(await enter(istok, { name: '  ' })).toMatchObject({ name: 'anna@bank.example' })
  const { name } = await enter(istok, { subject: 'b', email: 'b@x.example', name: `${'я'.repeat(99)}🙂` })
  expect(name).toBe('я'.repeat(99))
})

test('an address that is none keeps a newcomer out like any stranger', async () => {
  const istok = openTestIstok(taking('viewer'))
  await expect(enter(istok, { email: 'no address' })).rejects.toMatchObject(stranger)
  expect((await listUsers(istok, system)).items).toEqual([])
})
