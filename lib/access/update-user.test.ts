import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTestIstok } from '../test-istok.ts'
import { type Actor, scopesOf, system } from './actor.ts'
import { createUser } from './create-user.ts'
import { listAudit } from './list-audit.ts'
import { listUsers } from './list-users.ts'
import { hashPassword } from './password.ts'
import { readUser } from './read-user.ts'
import { signIn } from './sign-in.ts'
import { updateUser } from './update-user.ts'

const password = 'правильный конь'
const add = (istok: ReturnType<typeof openTestIstok>, name: string, role: 'admin' | 'author' | 'viewer') =>
  createUser(istok, system, { email: `${name}@x.example`, name, roles: [role], password })

test('of two administrators who are dismissed at once one stays', async () => {
  const istok = openTestIstok()
  const both = [await add(istok, 'a', 'admin'), await add(istok, 'b', 'admin')]
  const results = await Promise.allSettled(both.map(({ id }) => updateUser(istok, system, { id, disabled: true })))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { details: { reason: 'last-admin' } } })
  expect((await listUsers(istok, system)).items.filter(({ disabledAt }) => disabledAt === null)).toHaveLength(1)
})

test('a refused change leaves everything as it was, and no password is in the audit log', async () => {
  const istok = openTestIstok()
  const anna = await add(istok, 'anna', 'author')
  const wrong = { id: anna.id, name: 'Другая', grants: [{ category: 'none', role: 'author' as const }] }
  await expect(updateUser(istok, system, wrong)).rejects.toMatchObject({ code: 'invalid' })
  expect(await readUser(istok, system, { id: anna.id })).toEqual(anna)
  await updateUser(istok, system, { id: anna.id, password: 'совсем другой конь' })
  const { items } = await listAudit(istok, system, { action: 'user.updated' })
  expect(items).toMatchObject([{ details: { fields: ['password'] } }])
  expect(JSON.stringify(items)).not.toContain('конь')
})

test('who may less than a user does not take his place with a new password', async () => {
  const istok = openTestIstok()
  const boss = await add(istok, 'boss', 'admin')
  const reader = await add(istok, 'reader', 'viewer')
  const warden: Actor = { ...system, kind: 'key', id: 'key:w', scopes: new Set([...scopesOf(['viewer']), 'admin']) }
  const change = { password: 'совсем другой конь' }
  await expect(updateUser(istok, warden, { id: boss.id, ...change })).rejects.toMatchObject({ code: 'forbidden' })
  await signIn(istok, { email: boss.email, password, address: '10.0.0.1' })
  await updateUser(istok, warden, { id: reader.id, ...change })
  await signIn(istok, { email: reader.email, ...change, address: '10.0.0.1' })
})

test('who is disabled twice was disabled when he was first, and comes back', async () => {
  const istok = openTestIstok()
  const { id } = await add(istok, 'anna', 'author')
  const { disabledAt } = await updateUser(istok, system, { id, disabled: true })
  expect(disabledAt).not.toBeNull()
  expect((await updateUser(istok, system, { id, disabled: true })).disabledAt).toBe(disabledAt)
  expect((await updateUser(istok, system, { id, disabled: false })).disabledAt).toBeNull()
  await signIn(istok, { email: 'anna@x.example', password, address: '10.0.0.1' })
})

test('of two who take one address at once one gets it', async () => {
  const istok = openTestIstok()
  const results = await Promise.allSettled([add(istok, 'anna', 'author'), add(istok, 'ANNA', 'viewer')])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', details: { reason: 'address-taken', errors: [{ pointer: '/email', reason: 'taken' }] } },
  })
})

test('users are listed by address, page by page, each once', async () => {
  const istok = openTestIstok()
  const names = ['б', 'z', 'a', 'm', 'я']
  for (const name of names) await createUser(istok, system, { email: `${name}@x.example`, name, roles: ['viewer'] })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await listUsers(istok, system, { limit: 2, cursor })
    seen.push(...page.items.map(({ name }) => name))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(['a', 'm', 'z', 'б', 'я'])
})

test('a password that is changed while its owner signs in with the old one is not put back', async () => {
  const istok = openTestIstok()
  const { id, email } = await add(istok, 'anna', 'author')
  const { sqlite } = istok.database.writer
  const nonce = Buffer.alloc(16, 1)
  const tag = argon2Sync('argon2id', { message: Buffer.from(password), nonce, parallelism: 1, tagLength: 32, memory: 8192, passes: 1 })
  const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  const put = (hash: string) => sqlite.prepare('UPDATE user SET password_hash = ? WHERE id = ?').run(hash, id)
  put(`$argon2id$v=19$m=8192,t=1,p=1$${bare(nonce)}$${bare(tag)}`)
  const fresh = await hashPassword('совсем другой конь')
  const entering = signIn(istok, { email, password, address: '10.0.0.1' })
  await new Promise(resolve => setImmediate(resolve))
  put(fresh)
  await entering.catch(() => undefined)
  expect(sqlite.prepare('SELECT password_hash FROM user WHERE id = ?').pluck().get(id)).toBe(fresh)
})
