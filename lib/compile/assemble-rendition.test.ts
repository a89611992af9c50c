import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { assembleRendition, stampRendition } from './assemble-rendition.ts'
import type { RenditionOf, Source } from './types.ts'

const digest = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64url')}`
const publicUrl = 'https://bank.example'
const source: Source = {
  articleId: 'a-1',
  slug: 'transfer-fee',
  locale: 'ru',
  title: 'Комиссия за перевод',
  shortAnswer: [],
  questions: [],
  document: { type: 'doc', content: [] },
  variations: {},
  category: 'transfers',
  tags: ['fees'],
  audience: 'public',
  channels: null,
}

function chatbot(target = 'b-1', url = publicUrl): RenditionOf<'chatbot'> {
  const text = `Подробнее: ${url}/ru/articles/limits`
  return {
    channel: 'chatbot',
    content: {
      shortAnswer: 'Комиссия — 1,5 %.',
      messages: [{ text, format: 'plain', buttons: [{ kind: 'answer', label: 'Лимиты', target }] }],
      related: [{ slug: 'limits', title: 'Лимиты' }],
    },
    shortAnswer: 'Комиссия — 1,5 %.',
    profiles: { plain: { mediaType: 'application/json', body: '{"text":"x"}' } },
    facts: { 'fee.transfer': { type: 'percent', value: '1.5' } },
    plainText: text,
    size: { characters: text.length, messages: 1 },
  }
}

test('the members stand in the order of the API', () => {
  const assembled = assembleRendition(source, chatbot(), publicUrl, digest)
  const body = JSON.parse(
    stampRendition(assembled, { release: 42, revision: 7, publishedAt: '2026-11-22T10:00:00+03:00', validUntil: null }),
  )
  expect(Object.keys(body).join(' ')).toBe(
    'slug articleId locale channel profile title release revision hash publishedAt validUntil canonicalUrl category tags facts content',
  )
  expect(body).toMatchObject({ canonicalUrl: 'https://bank.example/ru/articles/transfer-fee', release: 42, hash: assembled.hash })
  expect(body.content.messages[0].buttons[0].target).toBe('b-1')
})

test('the hash knows nothing of ids and of the address of the site', () => {
  const { hash } = assembleRendition(source, chatbot(), publicUrl, digest)
  const elsewhere = 'http://localhost:3000'
  expect(assembleRendition({ ...source, articleId: 'a-2' }, chatbot('b-2', elsewhere), elsewhere, digest).hash).toBe(hash)
})

test('the hash changes with anything that is said', () => {
  const { hash } = assembleRendition(source, chatbot(), publicUrl, digest)
  for (const change of [{ title: 'Комиссия' }, { slug: 'fee' }, { tags: [] }, { category: null }, { locale: 'en' }]) {
    expect(assembleRendition({ ...source, ...change }, chatbot(), publicUrl, digest).hash).not.toBe(hash)
  }
  expect(assembleRendition(source, { ...chatbot(), facts: {} }, publicUrl, digest).hash).not.toBe(hash)
})
