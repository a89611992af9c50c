import { expect, test } from 'vitest'
import { readHostMessage } from './host.ts'

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

test('a host says who calls and about what, in our words or in those of Chatwoot; what is no phone is dropped', () => {
  const hear = (data: unknown) => readHostMessage({ origin: 'https://crm.example', source: host, data }, origins, host)
  const caller = (phone: string | null, topic: string | null) => ({ type: 'istok:caller', phone, topic })
  expect(hear({ type: 'istok:caller', phone: '+7 916 <b>123-45-67', topic: ' лимиты ' })).toEqual(caller('+7 916 123-45-67', 'лимиты'))
  expect(hear({ type: 'istok:caller' })).toEqual(caller(null, null))
  expect(hear({ type: 'istok:caller', phone: 5, topic: 'x'.repeat(900) })).toEqual(caller(null, 'x'.repeat(500)))
  const context = { event: 'appContext', data: { contact: { phone_number: '+79161234567' }, conversation: {} } }
  expect(hear(JSON.stringify(context))).toEqual(caller('+79161234567', null))
  expect(hear(JSON.stringify({ event: 'appContext', data: null }))).toEqual(caller(null, null))
  for (const other of ['{', '[]', 'null', '{"event":"other"}']) expect(hear(other)).toBeNull()
})
