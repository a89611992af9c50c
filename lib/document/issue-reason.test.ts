import { expect, test } from 'vitest'
import { z } from 'zod'
import { issueReason } from './issue-reason.ts'
import { parseDocument } from './parse-document.ts'

const reasonsOf = (content: unknown[]) => {
  const parsed = parseDocument({ type: 'doc', content })
  return parsed.ok ? [] : parsed.errors.map(({ reason, arguments: values }) => [reason, values])
}
const text = (value: string, href?: string) => ({ type: 'text', text: value, ...(href && { marks: [{ type: 'link', attrs: { href } }] }) })

test('every fault of a document that an editor can meet has a machine word with its numbers', () => {
  const paragraph = { type: 'paragraph', content: [text('a')] }
  const only = { type: 'only', attrs: { audience: 'internal' }, content: [paragraph] }
  const row = (...kinds: string[]) => ({ type: 'tableRow', content: kinds.map(type => ({ type, content: [paragraph] })) })
  expect(reasonsOf([{ type: 'script-tag' }])).toEqual([['not-allowed-here', undefined]])
  expect(reasonsOf([{ type: 'paragraph', content: [text('a', 'javascript:alert(1)')] }])).toEqual([['link-unsafe', undefined]])
  expect(reasonsOf([{ ...only, content: [only] }])).toEqual([['only-in-only', undefined]])
  expect(reasonsOf([{ type: 'table', content: [row('tableCell', 'tableCell'), row('tableCell')] }])[0]?.[0]).toBe('table-uneven')
  expect(reasonsOf([{ type: 'image', attrs: { src: 'media:1', alt: 'x'.repeat(501) } }])).toEqual([['too-long', { maximum: 500 }]])
  expect(reasonsOf([{ type: 'paragraph', content: [text('x'.repeat(500_001))] }])).toEqual([['too-much-text', { maximum: 500_000 }]])
})

test('what schemas find has a word, too', () => {
  const reasonOf = (schema: z.ZodType, value: unknown) => issueReason(schema.safeParse(value).error!.issues[0]!)
  expect(reasonOf(z.string().min(1), '')).toEqual({ reason: 'empty' })
  expect(reasonOf(z.string().max(3), 'long')).toEqual({ reason: 'too-long', arguments: { maximum: 3 } })
  expect(reasonOf(z.array(z.string()).max(1), ['a', 'b'])).toEqual({ reason: 'too-many', arguments: { maximum: 1 } })
  expect(reasonOf(z.enum(['a', 'b']), 'c')).toEqual({ reason: 'not-one-of', arguments: { values: 'a, b' } })
  expect(reasonOf(z.strictObject({}), { x: 1 })).toEqual({ reason: 'unknown-member', arguments: { name: 'x' } })
  expect(reasonOf(z.int().max(5), 6)).toEqual({ reason: 'too-large', arguments: { maximum: 5 } })
})
