import { argon2Sync } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { type Actor, anonymous, scopesOf, system } from './actor.ts'
import { createUser } from './create-user.ts'
import { endSessions } from './end-sessions.ts'
import { listAudit } from './list-audit.ts'
import { listUsers } from './list-users.ts'
import { hashPassword, isOutdated, verifyPassword } from './password.ts'
import { readUser } from './read-user.ts'
import { readUserActor } from './read-user-actor.ts'
import { signIn } from './sign-in.ts'
import { updateUser } from './update-user.ts'

afterEach(() => setClock())
const password = 'правильный конь'
const anna = { email: ' Anna@Bank.Example', name: 'Анна', roles: ['author' as const], password }

async function withAnna() {
  const istok = openTestIstok()
  return { istok, user: await createUser(istok, system, anna) }
}
const tryIn = (istok: Istok, given: string, address = '10.0.0.1', email = 'anna@bank.example') =>
  signIn(istok, { email, password: given, address }).then(
    () => 'in',
    error => error.code as string,
  )

test('a password is kept as argon2id with at least 19 MiB, two passes and its own salt', async () => {
  const hash = await hashPassword(password)
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await hashPassword(password)).not.toBe(hash)
  expect(await verifyPassword(password, hash)).toBe(true)
  expect(await verifyPassword(password.normalize('NFD'), hash)).toBe(true)
  expect(await verifyPassword(`${password}!`, hash)).toBe(false)
  expect(await verifyPassword(password, 'nonsense')).toBe(false)
})

test('somebody signs in with any spelling of the address and holds a session with the scopes of his roles', async () => {
  const { istok } = await withAnna()
  const session = await signIn(istok, { email: 'ANNA@bank.example ', password, address: '10.0.0.1' })
  expect(session).toMatchObject({ email: 'anna@bank.example', roles: ['author'], sessionVersion: 1 })
  const actor = readUserActor(istok, session.id, session.sessionVersion)
  expect(actor?.scopes).toEqual(scopesOf(['author']))
  expect(readUserActor(istok, session.id, 2)).toBeNull()
  expect(readUserActor(istok, 'nobody', 1)).toBeNull()
})

test('unknown, disabled, without password and wrong all get the same answer', async () => {
  const { istok, user } = await withAnna()
  await createUser(istok, system, { email: 'sso@bank.example', name: 'SSO', roles: ['viewer'] })
  const refusal = { code: 'unauthenticated', message: 'The address or the password is wrong' }
  const attempt = (email: string, given: string) => signIn(istok, { email, password: given, address: '10.0.0.1' })
  await expect(attempt('nobody@bank.example', password)).rejects.toMatchObject(refusal)
  await expect(attempt('anna@bank.example', 'wrong password')).rejects.toMatchObject(refusal)
  await expect(attempt('sso@bank.example', 'nobody has this password')).rejects.toMatchObject(refusal)
  await updateUser(istok, system, { id: user.id, disabled: true })
  await expect(attempt('anna@bank.example', password)).rejects.toMatchObject(refusal)
  const { items } = await listAudit(istok, system, { action: 'session.refused' })
  expect(items.map(({ subject }) => subject)).toContain('user:unknown')
  expect(JSON.stringify(items)).not.toContain('wrong password')
})

test('five failures close the account for that address only, and for fifteen minutes', async () => {
  const { istok } = await withAnna()
  const parallel = await Promise.all(Array.from({ length: 12 }, () => tryIn(istok, 'wrong password')))
  expect(parallel.filter(code => code === 'unauthenticated')).toHaveLength(5)
  expect(parallel.filter(code => code === 'rate_limited')).toHaveLength(7)
  await expect(signIn(istok, { email: 'anna@bank.example', password, address: '10.0.0.1' })).rejects.toMatchObject({
    code: 'rate_limited',
    details: { headers: { 'Retry-After': expect.stringMatching(/^\d+$/) } },
  })
  expect(await tryIn(istok, password, '10.0.0.2')).toBe('in')
  const later = Date.now() + 15 * 60_000 + 1000
  setClock(() => later)
  expect(await tryIn(istok, password)).toBe('in')
})

test('fifty failures close an address, whatever the accounts', async () => {
  const istok = openTestIstok()
  const codes: string[] = []
  for (let round = 0; round < 11; round += 1) {
    codes.push(
      ...(await Promise.all(Array.from({ length: 5 }, (_, index) => tryIn(istok, 'x', '10.0.0.1', `user${round}-${index}@x.example`)))),
    )
  }
  expect(codes.filter(code => code === 'unauthenticated')).toHaveLength(50)
  expect(await tryIn(istok, 'x', '10.0.0.1', 'new@x.example')).toBe('rate_limited')
  expect(await tryIn(istok, 'x', '10.0.0.2', 'new@x.example')).toBe('unauthenticated')
}, 30_000)

test('signing in sets the count of failures back', async () => {
  const { istok } = await withAnna()
  for (let round = 0; round < 3; round += 1) {
    for (let index = 0; index < 4; index += 1) expect(await tryIn(istok, 'wrong password')).toBe('unauthenticated')
    expect(await tryIn(istok, password)).toBe('in')
  }
})

test('a hash with old costs is made anew when its owner signs in', async () => {
  const { istok, user } = await withAnna()
  const nonce = Buffer.alloc(16, 1)
  const tag = argon2Sync('argon2id', { message: Buffer.from(password), nonce, parallelism: 1, tagLength: 32, memory: 8192, passes: 1 })
  const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  const { sqlite } = istok.database.writer
  sqlite.prepare('UPDATE user SET password_hash = ?').run(`$argon2id$v=19$m=8192,t=1,p=1$${bare(nonce)}$${bare(tag)}`)
  expect(await tryIn(istok, password)).toBe('in')
  const hash = sqlite.prepare('SELECT password_hash FROM user WHERE id = ?').pluck().get(user.id) as string
  expect(isOutdated(hash)).toBe(false)
  expect(await verifyPassword(password, hash)).toBe(true)
})

test('other roles, disabling, a new password and signing out end all sessions; a new name does not', async () => {
  const { istok, user } = await withAnna()
  const { id } = user
  await updateUser(istok, system, { id, name: 'Анна Б.', locale: 'en' })
  expect(readUserActor(istok, id, 1)?.name).toBe('Анна Б.')
  const self = readUserActor(istok, id, 1) as Actor
  const ends = [
    () => updateUser(istok, system, { id, roles: ['viewer'] }),
    () => updateUser(istok, system, { id, password: 'другой длинный пароль' }),
    () => endSessions(istok, self, { id }),
    () => updateUser(istok, system, { id, disabled: true }),
  ]
  for (const [index, end] of ends.entries()) {
    expect(readUserActor(istok, id, index + 1)).not.toBeNull()
    await end()
    expect(readUserActor(istok, id, index + 1)).toBeNull()
  }
})

test('the last administrator can neither be disabled nor lose the role', async () => {
  const istok = openTestIstok()
  const first = await createUser(istok, system, { email: 'a@x.example', name: 'A', roles: ['admin'] })
  await expect(updateUser(istok, system, { id: first.id, disabled: true })).rejects.toMatchObject({ code: 'conflict' })
  await expect(updateUser(istok, system, { id: first.id, roles: ['author'] })).rejects.toMatchObject({ code: 'conflict' })
  await createUser(istok, system, { email: 'b@x.example', name: 'B', roles: ['admin', 'author'] })
  expect((await updateUser(istok, system, { id: first.id, disabled: true })).disabledAt).toBeGreaterThan(0)
})

test('wrong fields are named, a taken address is a conflict', async () => {
  const { istok, user } = await withAnna()
  const bad = { email: 'no', name: '', roles: ['boss' as 'admin'], locale: 'russian', password: 'short' }
  const errors = ['/email', '/name', '/locale', '/roles/0', '/password'].map(pointer => expect.objectContaining({ pointer }))
  await expect(createUser(istok, system, bad)).rejects.toMatchObject({ code: 'invalid', details: { errors } })
  await expect(createUser(istok, system, { ...anna, email: 'anna@BANK.example' })).rejects.toMatchObject({ code: 'conflict' })
  for (const weak of ['anna@bank.example', 'Anna@Bank.Example', 'aaaaaaaaaaaa', 'x'.repeat(201)]) {
    await expect(updateUser(istok, system, { id: user.id, password: weak })).rejects.toMatchObject({ code: 'invalid' })
  }
  await expect(updateUser(istok, system, { id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(endSessions(istok, system, { id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
})

test('only an administrator manages users, and no list shows a hash', async () => {
  const { istok, user } = await withAnna()
  const author = readUserActor(istok, user.id, 1) as Actor
  for (const actor of [anonymous, author]) {
    await expect(createUser(istok, actor, anna)).rejects.toMatchObject({ name: 'IstokError' })
    await expect(listUsers(istok, actor)).rejects.toMatchObject({ name: 'IstokError' })
    await expect(updateUser(istok, actor, { id: user.id, roles: ['admin'] })).rejects.toMatchObject({ name: 'IstokError' })
    await expect(endSessions(istok, actor, { id: 'somebody' })).rejects.toMatchObject({ name: 'IstokError' })
  }
  const onlyAdmin: Actor = { ...system, scopes: new Set(['admin']) }
  await expect(updateUser(istok, onlyAdmin, { id: user.id, roles: ['admin'] })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await readUser(istok, author, { id: user.id })).toEqual(user)
  const list = JSON.stringify(await listUsers(istok, system))
  expect(list).toContain('anna@bank.example')
  expect(list).not.toContain('argon2')
})
