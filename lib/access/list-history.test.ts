import { expect, test } from 'vitest'
import { write } from '#db/write.ts'
import { openTestIstok } from '../test-istok.ts'
import { type Actor, anonymous, type Scope, scopesOf, system } from './actor.ts'
import { createKey } from './create-key.ts'
import { createUser } from './create-user.ts'
import { listHistory } from './list-history.ts'
import { recordAudit } from './record-audit.ts'

const viewer: Actor = { ...system, kind: 'user', scopes: scopesOf(['viewer']) }
const of = (kind: 'fact' | 'tag', id: string) => ({ kind, id })

test('a thing has its own history only, with names of people and keys, newest first and page by page', async () => {
  const istok = openTestIstok()
  const anna = await createUser(istok, system, { email: 'anna@x.example', name: 'Анна', roles: ['author'] })
  const { id: key } = await createKey(istok, system, { name: 'Импорт', scopes: ['write'] })
  const authors = [`user:${anna.id}`, `key:${key}`, 'system', 'user:gone']
  await write(istok.database, async tx => {
    for (const [index, id] of authors.entries()) {
      await recordAudit(tx, { id }, 'fact.saved', 'fact:fee', { index })
      await recordAudit(tx, { id }, 'fact.saved', 'fact:fee.other', { index })
      await recordAudit(tx, { id }, 'tag.updated', 'tag:fee', { index })
    }
  })
  const first = await listHistory(istok, viewer, { ...of('fact', 'fee'), limit: 3 })
  const second = await listHistory(istok, viewer, { ...of('fact', 'fee'), limit: 3, cursor: first.nextCursor })
  const all = [...first.items, ...second.items]
  expect(all.map(({ by }) => by)).toEqual(['user:gone', 'Istok', 'Импорт', 'Анна'])
  expect(all.map(({ details }) => details.index)).toEqual([3, 2, 1, 0])
  expect(second.nextCursor).toBeNull()
  expect(JSON.stringify(all)).not.toContain('hash')
})

test('a thing that never was has an empty history', async () => {
  expect(await listHistory(openTestIstok(), viewer, of('tag', 'none'))).toEqual({ items: [], nextCursor: null })
})

test('who neither writes nor reads inside learns nothing, and a foreign cursor is refused', async () => {
  const istok = openTestIstok()
  const key = (...scopes: Scope[]): Actor => ({ ...viewer, kind: 'key', scopes: new Set(scopes) })
  await expect(listHistory(istok, anonymous, of('fact', 'fee'))).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listHistory(istok, key('read', 'ack', 'events', 'approve', 'publish'), of('fact', 'fee'))).rejects.toMatchObject({
    code: 'forbidden',
    message: 'This needs the scope "read:internal"',
  })
  expect((await listHistory(istok, key('write'), of('fact', 'fee'))).items).toEqual([])
  await expect(listHistory(istok, viewer, { ...of('fact', 'fee'), cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
})
