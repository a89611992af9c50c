import { expect, test } from 'vitest'
import { type Actor, anonymous, scopes, system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { openTestIstok } from '../test-istok.ts'
import { createEmbedding, listEmbeddings, revokeEmbedding, updateEmbedding } from './embeddings.ts'
import { findFrameActor } from './find-frame-actor.ts'
import { findFrameOrigins } from './find-frame-origins.ts'
import { issueFrameToken } from './issue-frame-token.ts'
import { openFrame } from './open-frame.ts'

const host = { name: 'CRM', origins: ['https://crm.example'] }
const allButAdmin: Actor = { ...system, kind: 'key', id: 'key:a', scopes: new Set(scopes.filter(scope => scope !== 'admin')) }
const fieldsOf = (error: unknown) =>
  (error as { details: { errors: { pointer: string; reason: string }[] } }).details.errors.map(({ pointer, reason }) => [pointer, reason])

test.each([
  ['a wildcard that is escaped', 'https://%2A.example'],
  ['a wildcard of another script', 'https://＊.example'],
  ['a second directive that is escaped', 'https://a%3Bscript-src.example'],
  ['a second directive of another script', 'https://a；script-src.example'],
  ['a second source', 'https://a%2Cb.example'],
  ['a quote', 'https://a%27b.example'],
  ['a bracket', 'https://[::1]'],
  ['a line', 'https://a.example\nhttps://b.example'],
  ['a name before it', 'https://user@crm.example'],
  ['a password before it', 'https://u:p@crm.example'],
  ['a search', 'https://crm.example/?a'],
  ['a fragment', 'https://crm.example/#a'],
  ['another scheme', 'file:///etc'],
  ['no scheme', 'crm.example'],
  ['plain http elsewhere', 'http://localhost.example'],
  ['nothing', ''],
])('an origin with %s is refused at its place, on making and on changing', async (_, origin) => {
  const istok = openTestIstok()
  const input = { name: 'CRM', origins: ['https://crm.example', origin] }
  const refused = await createEmbedding(istok, system, input).catch(fieldsOf)
  expect(refused).toEqual([['/origins/1', 'origin-form']])
  const { id } = await createEmbedding(istok, system, host)
  expect(await updateEmbedding(istok, system, { id, ...input }).catch(fieldsOf)).toEqual([['/origins/1', 'origin-form']])
  expect(findFrameOrigins(istok, id)).toEqual(host.origins)
})

test('an origin is kept in its one spelling, each once', async () => {
  const istok = openTestIstok()
  const origins = ['HTTPS://CRM.Example:443/', 'https://crm.example', 'https://банк.рф', 'http://127.0.0.1:3000', 'https://crm_1.bank:8443']
  const made = await createEmbedding(istok, system, { name: '  CRM ', origins })
  expect(made).toMatchObject({
    name: 'CRM',
    origins: ['https://crm.example', 'https://xn--80ab2al.xn--p1ai', 'http://127.0.0.1:3000', 'https://crm_1.bank:8443'],
  })
  expect(findFrameOrigins(istok, made.id)).toEqual(made.origins)
})

test('1 to 20 origins and a name of 1 to 100 characters, every fault named at once', async () => {
  const istok = openTestIstok()
  const many = (count: number) => Array.from({ length: count }, (_, index) => `https://h${index}.example`)
  expect(await createEmbedding(istok, system, { name: ' ', origins: [] }).catch(fieldsOf)).toMatchObject([
    ['/name', expect.any(String)],
    ['/origins', 'count'],
  ])
  expect(await createEmbedding(istok, system, { name: 'x'.repeat(101), origins: many(21) }).catch(fieldsOf)).toMatchObject([
    ['/name', expect.any(String)],
    ['/origins', 'count'],
  ])
  expect(await listEmbeddings(istok, system)).toEqual([])
  expect(await createEmbedding(istok, system, { name: 'x'.repeat(100), origins: many(20) })).toMatchObject({ origins: many(20) })
})

test('embeddings are listed, made, changed and ended by administrators only', async () => {
  const istok = openTestIstok()
  const { id } = await createEmbedding(istok, system, host)
  for (const [actor, code] of [
    [anonymous, 'unauthenticated'],
    [allButAdmin, 'forbidden'],
  ] as const) {
    await expect(listEmbeddings(istok, actor)).rejects.toMatchObject({ code })
    await expect(createEmbedding(istok, actor, host)).rejects.toMatchObject({ code })
    await expect(updateEmbedding(istok, actor, { id, ...host, name: 'Другое' })).rejects.toMatchObject({ code })
    await expect(revokeEmbedding(istok, actor, { id })).rejects.toMatchObject({ code })
  }
  expect(await listEmbeddings(istok, system)).toMatchObject([{ id, ...host, revokedAt: null }])
})

test('an ended embedding stays in the list, is not changed any more, and ending it twice is fine', async () => {
  const istok = openTestIstok()
  const { id } = await createEmbedding(istok, system, host)
  const other = await createEmbedding(istok, system, { ...host, name: 'B' })
  await revokeEmbedding(istok, system, { id })
  const [ended] = await listEmbeddings(istok, system)
  await revokeEmbedding(istok, system, { id })
  expect(await listEmbeddings(istok, system)).toEqual([ended, other])
  expect(ended?.revokedAt).not.toBeNull()
  await expect(updateEmbedding(istok, system, { id, ...host })).rejects.toMatchObject({ code: 'not_found' })
  await expect(updateEmbedding(istok, system, { id: 'none', ...host })).rejects.toMatchObject({ code: 'not_found' })
  await expect(revokeEmbedding(istok, system, { id: 'none' })).rejects.toMatchObject({ code: 'not_found' })
  expect(findFrameOrigins(istok, other.id)).toEqual(host.origins)
  const done = istok.database.reader.sqlite.prepare("SELECT action FROM audit WHERE action LIKE 'embedding%' ORDER BY id").pluck().all()
  expect(done).toEqual(['embedding.created', 'embedding.created', 'embedding.revoked'])
})

test('changed origins hold at once, for frames that are open, too; ending one embedding ends its frames and no other’s', async () => {
  const istok = openTestIstok()
  await createUser(istok, system, { email: 'o@bank.example', name: 'Ольга', roles: ['operator'] })
  const [one, two] = [await createEmbedding(istok, system, host), await createEmbedding(istok, system, { ...host, name: 'B' })]
  const enter = async (id: string) => {
    const { token } = await issueFrameToken(istok, system, { id, email: 'o@bank.example' })
    return (await openFrame(istok, { id, token })).session
  }
  const sessions = [await enter(one.id), await enter(two.id)]
  const { token: unused } = await issueFrameToken(istok, system, { id: one.id, email: 'o@bank.example' })
  await updateEmbedding(istok, system, { id: one.id, name: 'CRM 2', origins: ['https://new.example'] })
  expect(findFrameOrigins(istok, one.id)).toEqual(['https://new.example'])
  expect(sessions.map(session => findFrameActor(istok, session)?.name)).toEqual(['Ольга', 'Ольга'])
  await revokeEmbedding(istok, system, { id: one.id })
  expect(sessions.map(session => findFrameActor(istok, session)?.name)).toEqual([undefined, 'Ольга'])
  await expect(openFrame(istok, { id: one.id, token: unused })).rejects.toMatchObject({ code: 'unauthenticated' })
})
