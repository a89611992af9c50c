import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestIstok } from '../test-istok.ts'
import { type Contact, contactDigest, contactTypes } from './contact-digest.ts'

test('one telephone is one person, however it is spelled', () => {
  const istok = openTestIstok()
  const spellings = ['+7 (916) 123-45-67', '8 916 123 45 67', '79161234567', ' 8(916)1234567 ', '＋７ ９１６ １２３ ４５ ６７']
  const digests = spellings.map(value => contactDigest(istok, { type: 'phone', value }))
  expect(new Set(digests).size).toBe(1)
  expect(contactDigest(istok, { type: 'phone', value: '+7 916 123-45-68' })).not.toBe(digests[0])
  expect(contactDigest(istok, { type: 'crm', value: '79161234567' })).not.toBe(digests[0])
})

test('an address is the same in any case', () => {
  const istok = openTestIstok()
  const of = (value: string) => contactDigest(istok, { type: 'email', value })
  expect(of(' Ivan@Bank.Example ')).toBe(of('ivan@bank.example'))
  expect(of('ivan@bank.example')).not.toBe(of('ivan.@bank.example'))
})

test('another installation knows the same contact under another word', () => {
  const contact: Contact = { type: 'email', value: 'a@b.example' }
  expect(contactDigest(openTestIstok(), contact)).not.toBe(contactDigest(openTestIstok(), contact))
})

test('nothing of a contact can be read in its digest', () => {
  const istok = openTestIstok()
  fc.assert(
    fc.property(fc.constantFrom(...contactTypes), fc.stringMatching(/^[a-z0-9@+]{6,40}$/), (type, value) => {
      const digest = contactDigest(istok, { type, value })
      expect(digest).toMatch(/^c:[\w-]{24}$/)
      expect(digest).not.toContain(value)
    }),
    { numRuns: 50 },
  )
})
