import { expect, onTestFinished, test } from 'vitest'
import { type Actor, anonymous, type Role, type Scope, scopes, system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { updateUser } from '#lib/access/update-user.ts'
import { listReports } from '#lib/operator/list-reports.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { now, setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { createEmbedding } from './embeddings.ts'
import { findFrameActor } from './find-frame-actor.ts'
import { isFrameSecret, longestSessionSeconds, readFrameToken, sessionSeconds, signFrameToken, tokenSeconds } from './frame-token.ts'
import { issueFrameToken } from './issue-frame-token.ts'
import { openFrame, renewFrame } from './open-frame.ts'

const email = 'o@bank.example'
const refused = { code: 'unauthenticated' }
const key = (...given: Scope[]): Actor => ({ kind: 'key', id: 'key:crm', name: 'CRM', scopes: new Set(given), channel: null })
const operator = key('read', 'read:internal', 'events')

async function openHost(roles: Role[] = ['operator']) {
  const clock = { at: now() }
  setClock(() => clock.at)
  onTestFinished(() => setClock())
  const istok = openTestIstok()
  const person = await createUser(istok, system, { email, name: 'Ольга', roles })
  const { id } = await createEmbedding(istok, system, { name: 'CRM', origins: ['https://crm.example'] })
  const issue = () => issueFrameToken(istok, operator, { id, email })
  const enter = async () => openFrame(istok, { id, token: (await issue()).token })
  return { clock, istok, person, id, issue, enter }
}

test('a token holds for a minute, to the millisecond', async () => {
  const { clock, istok, id, issue } = await openHost()
  const [early, late] = [await issue(), await issue()]
  expect(early.expiresAt).toBe(clock.at + tokenSeconds * 1000)
  clock.at += tokenSeconds * 1000 - 1
  await openFrame(istok, { id, token: early.token })
  clock.at += 1
  await expect(openFrame(istok, { id, token: late.token })).rejects.toMatchObject(refused)
})

test('of two frames that redeem one token at once one opens', async () => {
  const { istok, id, issue } = await openHost()
  const { token } = await issue()
  const opened = await Promise.allSettled([1, 2, 3].map(() => openFrame(istok, { id, token })))
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM embedding_session').pluck().get()).toBe(1)
})

test('a used token stays used until it has run out by itself, whatever is cleared away meanwhile', async () => {
  const { clock, istok, id, issue, enter } = await openHost()
  const { token } = await issue()
  await openFrame(istok, { id, token })
  clock.at += tokenSeconds * 1000 - 1
  await enter()
  await expect(openFrame(istok, { id, token })).rejects.toMatchObject(refused)
  clock.at += 1
  await enter()
  await expect(openFrame(istok, { id, token })).rejects.toMatchObject(refused)
})

test('a session holds a quarter of an hour from its last renewal, and eight hours at most', async () => {
  const { clock, istok, enter } = await openHost()
  const start = clock.at
  const { session, expiresAt } = await enter()
  expect(expiresAt).toBe(start + sessionSeconds * 1000)
  let until = expiresAt
  while (until < start + longestSessionSeconds * 1000) {
    clock.at = until - 1
    const actor = findFrameActor(istok, session)
    expect(actor?.name).toBe('Ольга')
    until = (await renewFrame(istok, actor ?? anonymous, { session })).expiresAt
    expect(until).toBeGreaterThan(clock.at)
  }
  expect(until).toBe(start + longestSessionSeconds * 1000)
  clock.at = until - 1
  const actor = findFrameActor(istok, session)
  expect((await renewFrame(istok, actor ?? anonymous, { session })).expiresAt).toBe(until)
  clock.at = until
  expect(findFrameActor(istok, session)).toBeNull()
  await expect(renewFrame(istok, actor ?? anonymous, { session })).rejects.toMatchObject(refused)
})

test('nobody renews a frame that another person opened, or one that is not there', async () => {
  const { istok, enter, person } = await openHost()
  const { session } = await enter()
  for (const actor of [anonymous, system, operator, { ...operator, kind: 'user' as const, id: 'user:other' }])
    await expect(renewFrame(istok, actor, { session })).rejects.toMatchObject(refused)
  const self = { ...operator, kind: 'user' as const, id: `user:${person.id}` }
  await expect(renewFrame(istok, self, { session: `${session}x` })).rejects.toMatchObject(refused)
  await expect(renewFrame(istok, self, { session: '' })).rejects.toMatchObject(refused)
  expect((await renewFrame(istok, self, { session })).expiresAt).toBeGreaterThan(now())
})

test.each<[Role[]]>([[['operator']], [['author', 'approver']], [['publisher']], [['admin']]])(
  'a frame of somebody with the roles %j may what an operator may',
  async roles => {
    const { istok, enter, person } = await openHost(roles)
    const { session } = await enter()
    expect(isFrameSecret(session)).toBe(true)
    const actor = findFrameActor(istok, session)
    expect([...(actor?.scopes ?? [])].sort()).toEqual(['events', 'read', 'read:internal'])
    expect([actor?.id, actor?.grants]).toEqual([`user:${person.id}`, undefined])
  },
)

test('what somebody may do in single categories he may not do in a frame', async () => {
  const { istok, enter, person } = await openHost()
  const articleId = await putDraft(istok, { slug: 'card', category: 'cards' })
  await updateUser(istok, system, { id: person.id, grants: [{ category: 'cards', role: 'publisher' }] })
  const actor = findFrameActor(istok, (await enter()).session) ?? anonymous
  await expect(
    publishRelease(istok, actor, { note: '', articles: [articleId], facts: [], snippets: [], withdraw: [] }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listReports(istok, actor)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a token is only issued for a person who works in the panel, by a key that may do as much', async () => {
  const { istok, id, person } = await openHost()
  await createUser(istok, system, { email: 'viewer@bank.example', name: 'В', roles: ['viewer'] })
  const issue = (actor: Actor, of = { id, email }) => issueFrameToken(istok, actor, of)
  await expect(issue(anonymous)).rejects.toMatchObject(refused)
  for (const actor of [key('read', 'events'), key('read', 'read:internal'), key('admin'), { ...operator, channel: 'chatbot' }])
    await expect(issue(actor)).rejects.toMatchObject({ code: 'forbidden' })
  const people = { kind: 'user' as const, id: 'user:x' }
  await expect(issue({ ...operator, ...people })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await issue({ ...system, ...people, scopes: new Set(scopes) })).token).toContain('.')
  await expect(issue(operator, { id, email: 'viewer@bank.example' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(issue(operator, { id, email: '' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(issue(operator, { id: 'none', email })).rejects.toMatchObject({ code: 'not_found' })
  await updateUser(istok, system, { id: person.id, disabled: true })
  await expect(issue(operator)).rejects.toMatchObject({ code: 'not_found' })
})

test('who loses the role or the account between the token and the frame opens nothing, and an open frame closes', async () => {
  const { istok, id, person, issue, enter } = await openHost()
  const { session } = await enter()
  const { token } = await issue()
  await updateUser(istok, system, { id: person.id, roles: ['viewer'] })
  await expect(openFrame(istok, { id, token })).rejects.toMatchObject(refused)
  expect(findFrameActor(istok, session)).toBeNull()
})

test('a token is read only as it was signed here, by this installation', async () => {
  const { istok, id, person, issue } = await openHost()
  const other = openTestIstok()
  const claims = { embedding: id, user: person.id, version: 1, expiresAt: now() + 1000 }
  expect(readFrameToken(istok, signFrameToken(istok, claims))).toMatchObject(claims)
  expect(readFrameToken(istok, signFrameToken(other, claims))).toBeNull()
  const { token } = await issue()
  const [payload = '', signature = ''] = token.split('.')
  const forged = Buffer.from(JSON.stringify({ ...claims, nonce: 'x' })).toString('base64url')
  for (const text of [
    '',
    '.',
    '..',
    payload,
    `${payload}.`,
    `.${signature}`,
    `${forged}.${signature}`,
    `${token}.`,
    `${token}.${signature}`,
    ` ${token}`,
    '😀.😀',
  ])
    expect(readFrameToken(istok, text), text).toBeNull()
  expect((await issue()).token).not.toBe(token)
})
