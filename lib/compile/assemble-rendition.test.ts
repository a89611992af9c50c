import { expect, test } from 'vitest'
import { digest } from '../digest.ts'
import { encoder } from '../encoder.ts'
import { assembleRendition, hashedText, stampRendition } from './assemble-rendition.ts'
import type { RenditionOf, Source } from './types.ts'

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
  const assembled = assembleRendition(source, chatbot(), publicUrl, encoder)
  const body = JSON.parse(
    stampRendition(assembled, { release: 42, revision: 7, publishedAt: '2026-11-22T10:00:00+03:00', validUntil: null }, encoder).toString(),
  )
  expect(Object.keys(body).join(' ')).toBe(
    'slug articleId locale channel profile title release revision hash publishedAt validUntil canonicalUrl category tags facts content',
  )
  expect(body).toMatchObject({ canonicalUrl: 'https://bank.example/ru/articles/transfer-fee', release: 42, hash: assembled.hash })
  expect(body.content.messages[0].buttons[0].target).toBe('b-1')
})

test('the hash knows nothing of ids and of the address of the site', () => {
  const { hash } = assembleRendition(source, chatbot(), publicUrl, encoder)
  const elsewhere = 'http://localhost:3000'
  expect(assembleRendition({ ...source, articleId: 'a-2' }, chatbot('b-2', elsewhere), elsewhere, encoder).hash).toBe(hash)
})

test('the hash changes with anything that is said', () => {
  const { hash } = assembleRendition(source, chatbot(), publicUrl, encoder)
  for (const change of [{ title: 'Комиссия' }, { slug: 'fee' }, { tags: [] }, { category: null }, { locale: 'en' }]) {
    expect(assembleRendition({ ...source, ...change }, chatbot(), publicUrl, encoder).hash).not.toBe(hash)
  }
  expect(assembleRendition(source, { ...chatbot(), facts: {} }, publicUrl, encoder).hash).not.toBe(hash)
})

test('the hash of the bytes is the digest of the text that they are by definition, with and without buttons that lead to answers', () => {
  const plain = chatbot()
  const { content } = plain
  const silent = { ...plain, content: { ...content, messages: content.messages.map(message => ({ ...message, buttons: [] })) } }
  for (const rendition of [plain, silent])
    for (const title of ['Комиссия', `Что на ${publicUrl} и на ${publicUrl}${publicUrl}?`, '']) {
      const said = { ...source, title, channel: 'chatbot', facts: rendition.facts, content: rendition.content }
      const { hash } = assembleRendition({ ...source, title }, rendition, publicUrl, encoder)
      expect(hash).toBe(digest(hashedText(said, publicUrl)))
    }
})
