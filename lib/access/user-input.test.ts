import { expect, test } from 'vitest'
import type { IstokError } from '../errors.ts'
import { type Actor, type Role, scopesOf, system } from './actor.ts'
import { normalEmail, requireGrantable, requireUserFields, type UserFields } from './user-input.ts'

const faults = (fields: UserFields, email?: string) => {
  try {
    requireUserFields(fields, email)
  } catch (error) {
    return (error as IstokError).details.errors?.map(({ pointer, reason }) => `${pointer} ${reason}`)
  }
  return []
}
const varied = (length: number) => 'абвгдежзик'.repeat(30).slice(0, length)

test.each<[string, UserFields, string[]]>([
  ['a name of 100 characters', { name: 'я'.repeat(100) }, []],
  ['a name of 101', { name: 'я'.repeat(101) }, ['/name length']],
  ['a name of spaces', { name: ' \t ' }, ['/name length']],
  ['a password of 10 characters', { password: varied(10) }, []],
  ['a password of 9', { password: varied(9) }, ['/password too-short']],
  ['a password of 200', { password: varied(200) }, []],
  ['a password of 201', { password: varied(201) }, ['/password too-long']],
  ['a password of ten letters of which two are surrogate pairs', { password: '🙂🙃abcdefgh' }, []],
  ['a password of nine such letters, though they are ten units', { password: '🙂abcdefgh' }, ['/password too-short']],
  ['a password of three different letters', { password: 'abcabcabcabc' }, ['/password password-poor']],
  ['a password of four different letters', { password: 'abcdabcdabcd' }, []],
  ['no role', { roles: [] }, ['/roles too-few']],
  ['a role that does not exist, named by its place', { roles: ['admin', 'root' as Role] }, ['/roles/1 not-one-of']],
  ['a locale with a region', { locale: 'ru-RU' }, ['/locale not-a-language']],
  ['nothing at all', {}, []],
])('%s is taken or refused at its place', (_, fields, expected) => {
  expect(faults(fields)).toEqual(expected)
})

test('a password is neither the address nor what stands before its @, in any case', () => {
  for (const password of ['Anna.Petrova', 'anna.petrova@BANK.example '])
    expect(faults({ password }, 'anna.petrova@bank.example')).toEqual(['/password password-address'])
  expect(faults({ email: 'Anna.Petrova@bank.example', password: 'anna.petrova' })).toEqual(['/password password-address'])
  expect(faults({ password: 'anna.petrova.1' }, 'anna.petrova@bank.example')).toEqual([])
})

test.each(['a@b', 'имя@банк.рф', `${'x'.repeat(252)}@b`])('the address %s is taken', email => expect(faults({ email })).toEqual([]))
test.each(['', '@b', 'a@', 'a b@c', 'a@b@c', '<a@b>', 'a@b,c@d', 'a\u0000@b', 'a@b\r\nBcc:x', `${'x'.repeat(253)}@b`])(
  'the address %j is refused',
  email => expect(faults({ email })).toEqual(['/email not-an-address']),
)

test('an address has one spelling', () => {
  expect(normalEmail('  АННА@Bank.Example\n')).toBe('анна@bank.example')
  expect(normalEmail('й@b'.normalize('NFD'))).toBe('й@b')
})

test('nobody gives a role, in a category either, that can do more than himself', () => {
  const publisher: Actor = { ...system, scopes: new Set([...scopesOf(['publisher']), 'admin']) }
  const refused = expect.objectContaining({ code: 'forbidden', message: 'This needs the scope "approve"' })
  expect(() => requireGrantable(publisher, { roles: ['publisher', 'viewer'] })).not.toThrow()
  expect(() => requireGrantable(publisher, { roles: ['approver'] })).toThrow(refused)
  expect(() => requireGrantable(publisher, { grants: [{ category: 'cards', role: 'approver' }] })).toThrow(refused)
  expect(() => requireGrantable(publisher, {})).not.toThrow()
})
