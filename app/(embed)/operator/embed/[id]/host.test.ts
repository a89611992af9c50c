import { expect, test } from 'vitest'
import { readAddress, readHostMessage } from './host.ts'

const host = {} as MessageEventSource
const origins = ['https://crm.example']

test('only the page that holds the frame is heard, and only from an origin that is allowed', () => {
  const data = { type: 'istok:query', q: 'лимит' }
  expect(readHostMessage({ origin: 'https://crm.example', source: host, data }, origins, host)).toEqual(data)
  expect(readHostMessage({ origin: 'https://evil.example', source: host, data }, origins, host)).toBeNull()
  expect(readHostMessage({ origin: 'https://crm.example', source: {} as MessageEventSource, data }, origins, host)).toBeNull()
  for (const other of [null, 'text', { type: 'istok:insert' }, { type: 'istok:token' }, { type: 'istok:query', q: 1 }])
    expect(readHostMessage({ origin: 'https://crm.example', source: host, data: other }, origins, host)).toBeNull()
})

test('question, token and caller come from the address; a phone in the query is not read', () => {
  expect(
    readAddress({ search: '?q=%D0%BB%D0%B8%D0%BC%D0%B8%D1%82&phone=79161234567', hash: '#token=a.b&phone=%2B7916%3Cb%3E1234567' }),
  ).toEqual({
    q: 'лимит',
    token: 'a.b',
    phone: '+79161234567',
  })
  expect(readAddress({ search: '', hash: '' })).toEqual({ q: '', token: null, phone: null })
})
