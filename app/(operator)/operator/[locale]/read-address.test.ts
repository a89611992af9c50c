import { expect, test } from 'vitest'
import { isAboutCall, readAddress } from './read-address.ts'

test('question, token and caller come from the address; a phone in the query is not read', () => {
  expect(
    readAddress({ search: '?q=%D0%BB%D0%B8%D0%BC%D0%B8%D1%82&phone=79161234567', hash: '#token=a.b&phone=%2B7916%3Cb%3E1234567' }),
  ).toEqual({
    q: 'лимит',
    token: 'a.b',
    phone: '+79161234567',
  })
  expect(readAddress({ search: '', hash: '#phone=+79161234567&topic=a+b' })).toMatchObject({ q: 'a b', phone: '+79161234567' })
  expect(readAddress({ search: '', hash: '' })).toEqual({ q: '', token: null, phone: null })
})

test('the topic of a call stands in the fragment; a question goes before it', () => {
  expect(readAddress({ search: '', hash: '#phone=%2B79161234567&topic=%D0%BB%D0%B8%D0%BC%D0%B8%D1%82' })).toEqual({
    q: 'лимит',
    token: null,
    phone: '+79161234567',
  })
  expect(readAddress({ search: '?q=a', hash: '#topic=b' }).q).toBe('a')
})

test('a place in a text is nothing about a call', () => {
  for (const hash of ['#phone=1', '#topic=a', '#token=x', '#a=b&phone=1']) expect(isAboutCall(hash), hash).toBe(true)
  for (const hash of ['', '#', '#kak-vklyuchit', '#phones', '#a=phone']) expect(isAboutCall(hash), hash).toBe(false)
})
