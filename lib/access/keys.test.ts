import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { write } from '#db/write.ts'
import { setClock } from '../clock.ts'
import { type Istok, openIstok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { type Actor, anonymous, system } from './actor.ts'
import { createKey } from './create-key.ts'
import { findKeyActor } from './find-key-actor.ts'
import { isKeyShaped, makeKey } from './key-token.ts'
import { listKeys } from './list-keys.ts'
import { revokeKey } from './revoke-key.ts'

afterEach(() => setClock())
const turn = () => new Promise(resolve => setImmediate(resolve))

test('a key opens what its scopes say, for its channel', async () => {
  const istok = openTestIstok()
  const { id, key } = await createKey(istok, system, { name: 'Bot', scopes: ['ack', 'read'], channel: 'chatbot' })
  const actor = findKeyActor(istok, key)
  expect(actor).toMatchObject({ kind: 'key', id: `key:${id}`, name: 'Bot', channel: 'chatbot' })
  expect([...(actor?.scopes ?? [])]).toEqual(['read', 'ack'])
})

test('the key itself is stored nowhere', async () => {
  const istok = openTestIstok()
  const { key } = await createKey(istok, system, { name: 'Bot', scopes: ['read'] })
  const dump = JSON.stringify(['api_key', 'audit'].map(table => istok.database.reader.sqlite.prepare(`SELECT * FROM ${table}`).all()))
  expect(dump).not.toContain(key.slice(-38))
  expect(JSON.stringify(await listKeys(istok, system))).not.toContain('hash')
})

test('a key is made of prefix, id, secret and checksum, and a mistyped one is recognised', () => {
  for (let round = 0; round < 50; round += 1) {
    const { id, token } = makeKey()
    expect(token).toMatch(new RegExp(`^istok_${id}_[0-9A-Za-z]{38}$`))
    expect(isKeyShaped(token)).toBe(true)
    const place = 6 + ((round * 7) % (token.length - 6))
    const other = token[place] === 'x' ? 'y' : 'x'
    expect(isKeyShaped(`${token.slice(0, place)}${other}${token.slice(place + 1)}`)).toBe(false)
  }
})

test('no word that we did not give opens anything', async () => {
  const istok = openTestIstok()
  await createKey(istok, system, { name: 'Bot', scopes: ['read'] })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map(text => `istok_${text}`),
      ),
      word => findKeyActor(istok, word) === null,
    ),
  )
  expect(findKeyActor(istok, 'x'.repeat(10_000_000))).toBeNull()
  expect(findKeyActor(istok, makeKey().token)).toBeNull()
})

test('a revoked key is refused by the next request, also when another process revoked it', async () => {
  const istok = openTestIstok()
  const { id, key } = await createKey(istok, system, { name: 'Bot', scopes: ['read'] })
  const other: Istok = openIstok(istok.env)
  await turn()
  // One after the other: two writers in one thread would wait for each other.
  for (const process of [istok, other]) {
    expect(findKeyActor(process, key)).not.toBeNull()
    await write(process.database, async () => undefined)
  }
  await revokeKey(other, system, { id })
  await revokeKey(other, system, { id })
  await turn()
  expect(findKeyActor(istok, key)).toBeNull()
  expect(findKeyActor(other, key)).toBeNull()
  other.database.close()
})

test('a key ends at its expiry', async () => {
  const istok = openTestIstok()
  const expiresAt = Date.now() + 60_000
  const { key } = await createKey(istok, system, { name: 'Bot', scopes: ['read'], expiresAt })
  expect(findKeyActor(istok, key)).not.toBeNull()
  setClock(() => expiresAt)
  expect(findKeyActor(istok, key)).toBeNull()
})

test('the use of a key is written down once a minute', async () => {
  const istok = openTestIstok()
  const { key } = await createKey(istok, system, { name: 'Bot', scopes: ['read'] })
  for (let index = 0; index < 20; index += 1) findKeyActor(istok, key)
  await write(istok.database, async () => undefined)
  const [first] = (await listKeys(istok, system)).items
  expect(first?.lastUsedAt).toBeGreaterThan(0)
  const later = Date.now() + 61_000
  setClock(() => later)
  findKeyActor(istok, key)
  await write(istok.database, async () => undefined)
  expect((await listKeys(istok, system)).items[0]?.lastUsedAt).toBe(later)
})

test('the key of the environment has every scope and no row', async () => {
  const adminKey = 'correct-horse-battery-staple-0123456789'
  const istok = openTestIstok({ ISTOK_ADMIN_KEY: adminKey })
  expect(findKeyActor(istok, adminKey)?.scopes.has('admin')).toBe(true)
  expect((await listKeys(istok, system)).items).toEqual([])
})

test('nobody makes a key that can do more than himself', async () => {
  const istok = openTestIstok()
  const limited: Actor = { ...system, kind: 'key', id: 'key:a', scopes: new Set(['admin', 'read']) }
  await expect(createKey(istok, limited, { name: 'x', scopes: ['publish'] })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(createKey(istok, { ...limited, channel: 'ivr' }, { name: 'x', scopes: ['read'], channel: 'chatbot' })).rejects.toMatchObject(
    {
      code: 'forbidden',
    },
  )
  await createKey(istok, { ...limited, channel: 'ivr' }, { name: 'x', scopes: ['read'] })
  expect((await listKeys(istok, system)).items[0]?.channel).toBe('ivr')
  for (const actor of [anonymous, { ...system, scopes: new Set(['write', 'publish'] as const) }]) {
    await expect(createKey(istok, actor, { name: 'x', scopes: ['read'] })).rejects.toMatchObject({ name: 'IstokError' })
    await expect(listKeys(istok, actor)).rejects.toMatchObject({ name: 'IstokError' })
    await expect(revokeKey(istok, actor, { id: 'x' })).rejects.toMatchObject({ name: 'IstokError' })
  }
})

test('a wrong key is refused with the place named, an unknown one is not found', async () => {
  const istok = openTestIstok()
  const wrong = { name: ' ', scopes: ['root' as 'read'], channel: 'fax', expiresAt: 5 }
  await expect(createKey(istok, system, wrong)).rejects.toMatchObject({
    code: 'invalid',
    details: { errors: ['/name', '/scopes/0', '/channel', '/expiresAt'].map(pointer => expect.objectContaining({ pointer })) },
  })
  await expect(createKey(istok, system, { name: 'x', scopes: [] })).rejects.toMatchObject({ code: 'invalid' })
  await expect(revokeKey(istok, system, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' })
})

test('keys are listed page by page, oldest first', async () => {
  const istok = openTestIstok()
  for (const name of ['a', 'b', 'c']) await createKey(istok, system, { name, scopes: ['read'] })
  const first = await listKeys(istok, system, { limit: 2 })
  const second = await listKeys(istok, system, { limit: 2, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ name }) => name).sort()).toEqual(['a', 'b', 'c'])
  expect(second.nextCursor).toBeNull()
})
