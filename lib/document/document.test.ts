import { expect, test } from 'vitest'
import { isLocale } from './locale.ts'
import { plainText } from './plain-text.ts'
import { collectInlineReferences, collectReferences } from './references.ts'
import { slugFromTitle } from './slug.ts'
import { slugSchema } from './slug-schema.ts'
import type { Document } from './types.ts'
import { documentVersion, upgradeDocument } from './version.ts'
import { walkDocument } from './walk.ts'

const document: Document = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Тариф' }] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'fact', attrs: { key: 'fee' }, marks: [{ type: 'link', attrs: { href: 'article:fees' } }] },
                { type: 'hardBreak' },
                { type: 'text', text: 'см.', marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }] },
              ],
            },
          ],
        },
      ],
    },
    { type: 'snippet', attrs: { key: 'contacts' } },
    { type: 'image', attrs: { src: 'media:m1', alt: 'Вид' } },
  ],
}

test('a walk visits nodes in reading order with their paths and may skip what is inside', () => {
  const visited: string[] = []
  walkDocument(document, (node, path) => {
    visited.push(`${path} ${node.type}`)
    return node.type === 'heading' ? 'skip' : undefined
  })
  expect(visited).toEqual([
    '/content/0 heading',
    '/content/1 bulletList',
    '/content/1/content/0 listItem',
    '/content/1/content/0/content/0 paragraph',
    '/content/1/content/0/content/0/content/0 fact',
    '/content/1/content/0/content/0/content/1 hardBreak',
    '/content/1/content/0/content/0/content/2 text',
    '/content/2 snippet',
    '/content/3 image',
  ])
})

test('references name what is needed and where', () => {
  const place = '/content/1/content/0/content/0/content/0'
  expect(collectReferences(document)).toEqual({
    facts: [{ key: 'fee', path: place }],
    snippets: [{ key: 'contacts', path: '/content/2' }],
    articles: [{ key: 'fees', path: place }],
    media: [{ key: 'm1', path: '/content/3' }],
  })
  expect(collectInlineReferences([{ type: 'fact', attrs: { key: 'fee' } }]).facts).toEqual([{ key: 'fee', path: '/content/0' }])
})

test('plain text takes facts and snippets from its caller', () => {
  expect(plainText(document)).toBe('Тариф\n[fee]\nсм.\nВид')
  const contacts: Document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '900' }] }] }
  expect(plainText(document, { fact: ({ attrs }) => (attrs.key === 'fee' ? '50 ₽' : ''), snippet: () => contacts })).toBe(
    'Тариф\n50 ₽\nсм.\n900\nВид',
  )
})

test.each([
  ['Как перевести деньги за границу?', 'kak-perevesti-dengi-za-granitsu'],
  ['Щётка, ёж, объезд, цирк, Юля', 'shchetka-ezh-obezd-tsirk-yulya'],
  ['ПИН-код: 5 ошибок', 'pin-kod-5-oshibok'],
  ['Café naïve — 100 %', 'cafe-naive-100'],
  ['???', 'article'],
  ['中文', 'article'],
  ['слово '.repeat(50), Array.from({ length: 16 }, () => 'slovo').join('-')],
])('the slug of %j is %j', (title, slug) => {
  expect(slugFromTitle(title)).toBe(slug)
  expect(slugSchema.safeParse(slug).success).toBe(true)
})

test('slugs and locales have one spelling', () => {
  for (const slug of ['A', 'a--b', '-a', 'a-', 'a_b', 'ж', '', 'a'.repeat(101)]) expect(slugSchema.safeParse(slug).success).toBe(false)
  for (const locale of ['ru', 'en-GB', 'sr-Latn-RS', 'es-419']) expect(isLocale(locale)).toBe(true)
  for (const locale of ['RU', 'russian', 'en_GB', 'en-gb', '', 'ru-', '../ru']) expect(isLocale(locale)).toBe(false)
})

test("stored documents of today's version pass, those of a newer program are refused", () => {
  expect(upgradeDocument(document, documentVersion)).toBe(document)
  expect(() => upgradeDocument(document, documentVersion + 1)).toThrow(RangeError)
  expect(() => upgradeDocument(document, 0)).toThrow(RangeError)
})
