import { expect, test } from 'vitest'
import type { IstokError } from '../errors.ts'
import { type Actor, anonymous, grantsOf, type Scope, scopes, scopesOf, system } from './actor.ts'
import {
  canIn,
  canReadChannel,
  canSomewhere,
  requireBinding,
  requireChannel,
  requireIn,
  requireScope,
  requireSomewhere,
} from './policies.ts'

const reader: Actor = { kind: 'user', id: 'user:vera', name: 'Вера', scopes: scopesOf(['viewer']), channel: null }
const granted: Actor = { ...reader, grants: grantsOf([{ category: 'cards', role: 'publisher' }]) }
const refusal = (act: () => void) => {
  try {
    act()
  } catch (error) {
    return error as IstokError
  }
  return null
}
const codeOf = (act: () => void) => refusal(act)?.code ?? 'passes'

test.each(scopes)('the scope %s opens what it names and no other does', scope => {
  const others: Actor = { ...reader, scopes: new Set(scopes.filter(one => one !== scope)) }
  const only: Actor = { ...reader, scopes: new Set([scope]) }
  expect(codeOf(() => requireScope(only, scope))).toBe('passes')
  expect(refusal(() => requireScope(others, scope))).toMatchObject({ code: 'forbidden', message: `This needs the scope "${scope}"` })
  expect(refusal(() => requireScope(anonymous, scope))).toMatchObject({
    code: 'unauthenticated',
    details: { headers: { 'WWW-Authenticate': 'Bearer' } },
  })
})

test('each role has its scopes: only an administrator administers, nobody else approves and publishes at once', () => {
  const has = (scope: Scope) =>
    (['viewer', 'operator', 'author', 'approver', 'publisher', 'admin'] as const).filter(role => scopesOf([role]).has(scope))
  expect(has('admin')).toEqual(['admin'])
  expect(has('ack')).toEqual(['admin'])
  expect(has('approve')).toEqual(['approver', 'admin'])
  expect(has('publish')).toEqual(['publisher', 'admin'])
  expect(has('write')).toEqual(['author', 'approver', 'publisher', 'admin'])
  expect(has('events')).toEqual(['operator', 'author', 'approver', 'publisher', 'admin'])
  expect(has('read:internal')).toEqual(['viewer', 'operator', 'author', 'approver', 'publisher', 'admin'])
  expect([...scopesOf([])]).toEqual([])
})

test('a role in a category holds in it and below it, and nowhere else', () => {
  expect(canIn(granted, 'publish', ['debit', 'cards'])).toBe(true)
  expect(canIn(granted, 'publish', ['loans'])).toBe(false)
  expect(canIn(granted, 'publish', [])).toBe(false)
  expect(canIn(granted, 'approve', ['cards'])).toBe(false)
  expect(canIn(system, 'approve', [])).toBe(true)
  expect(canSomewhere(granted, 'publish')).toBe(true)
  expect(canSomewhere(granted, 'approve')).toBe(false)
  expect(refusal(() => requireIn(granted, 'publish', ['loans']))?.message).toContain('in the category of the article')
  expect(refusal(() => requireIn(granted, 'approve', ['cards']))?.message).toBe('This needs the scope "approve"')
  expect(codeOf(() => requireIn(anonymous, 'publish', ['cards']))).toBe('unauthenticated')
  expect(codeOf(() => requireSomewhere(granted, 'write'))).toBe('passes')
  expect(codeOf(() => requireSomewhere(reader, 'write'))).toBe('forbidden')
})

test('only roles that do something with articles are given in categories', () => {
  const given = (['viewer', 'operator', 'admin', 'boss', 'author'] as const).map(role => ({ category: 'cards', role }))
  expect(grantsOf(given)).toEqual(new Map([['cards', scopesOf(['author'])]]))
  const both = grantsOf([
    { category: 'cards', role: 'approver' },
    { category: 'cards', role: 'publisher' },
  ])
  expect(both.get('cards')).toEqual(scopesOf(['approver', 'publisher']))
  expect(both.get('cards')?.has('admin')).toBe(false)
})

const website = { id: 'website', audience: 'public' } as const
const chatbot = { id: 'chatbot', audience: 'public' } as const
const operator = { id: 'operator', audience: 'internal' } as const
const key = (channel: string | null, ...given: Scope[]): Actor => ({ ...system, kind: 'key', scopes: new Set(given), channel })

test.each([
  ['nobody', anonymous, [true, false, false]],
  ['a key that only reads', key(null, 'read'), [true, true, false]],
  ['a key that writes and does not read inside', key(null, 'write', 'publish', 'admin'), [true, false, false]],
  ['a key with internal reading only', key(null, 'read:internal'), [true, false, true]],
  ['a key of the chatbot', key('chatbot', 'read', 'read:internal'), [false, true, false]],
  ['a key of the operator without the scope', key('operator', 'read'), [false, false, false]],
  ['somebody of the house', reader, [true, true, true]],
])('%s reads the website, the chatbot and the operator as told', (_, actor, allowed) => {
  expect([website, chatbot, operator].map(channel => canReadChannel(actor, channel))).toEqual(allowed)
  expect([website, chatbot, operator].map(channel => codeOf(() => requireChannel(actor, channel)) === 'passes')).toEqual(allowed)
})

test('who may not read a channel is told whether to sign in, to take another key or which scope is missing', () => {
  expect(codeOf(() => requireChannel(anonymous, operator))).toBe('unauthenticated')
  expect(refusal(() => requireChannel(key('chatbot', 'read'), operator))?.message).toBe('This key is bound to the channel "chatbot"')
  expect(refusal(() => requireChannel(key('operator', 'read'), operator))?.message).toBe('This needs the scope "read:internal"')
  expect(refusal(() => requireChannel(key(null, 'write'), chatbot))?.message).toBe('This needs the scope "read"')
  expect(codeOf(() => requireBinding(key('chatbot'), 'website'))).toBe('forbidden')
  expect(codeOf(() => requireBinding(key(null), 'website'))).toBe('passes')
})
