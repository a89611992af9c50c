import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalDocument } from '#lib/document/canonical-document.ts'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import type { Document } from '#lib/document/types.ts'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { type Compared, compareContents } from './compare-contents.ts'

const read = (markdown: string): Document => canonicalDocument(parseMarkdown(markdown).document)
const metadata: Compared['metadata'] = { slug: 'fee', category: null, tags: [], audience: 'public', channels: null }
const fee = (change: Partial<Compared> = {}): Compared => ({
  ...{ title: 'Комиссия', shortAnswer: [{ type: 'text', text: 'Один процент.' }], questions: ['сколько стоит'] },
  ...{ document: read('Текст.'), variations: {}, metadata, ...change },
})

test('a content is the same as itself, whatever it says', () => {
  fc.assert(
    fc.property(arbitraryDocument(), fc.string({ unit: 'grapheme' }), (document, title) => {
      const one = fee({ title, document, variations: { ivr: document } })
      const difference = compareContents(one, structuredClone(one))
      expect(difference).toMatchObject({ isSame: true, metadata: [], questions: { added: [], removed: [] } })
      expect(difference.variations).toMatchObject([{ channel: 'ivr', fate: 'same' }])
    }),
    { numRuns: 50 },
  )
})

test.each<[string, Partial<Compared>]>([
  ['title', { title: 'Комиссии' }],
  ['short answer', { shortAnswer: [] }],
  ['emphasis in the short answer', { shortAnswer: [{ type: 'text', text: 'Один процент.', marks: [{ type: 'bold' }] }] }],
  ['questions', { questions: ['сколько стоит', 'почём'] }],
  ['fewer questions', { questions: [] }],
  ['document', { document: read('Другой текст.') }],
  ['empty document', { document: { type: 'doc', content: [] } }],
  ['wording for a channel', { variations: { ivr: read('Вслух.') } }],
  ['slug', { metadata: { ...metadata, slug: 'fees' } }],
  ['category', { metadata: { ...metadata, category: 'cards' } }],
  ['tags', { metadata: { ...metadata, tags: ['fee'] } }],
  ['audience', { metadata: { ...metadata, audience: 'internal' } }],
  ['channels', { metadata: { ...metadata, channels: ['website'] } }],
])('another %s is a difference, there and back', (_, change) => {
  expect(compareContents(fee(), fee(change)).isSame).toBe(false)
  expect(compareContents(fee(change), fee()).isSame).toBe(false)
})

test('the order of questions says nothing', () => {
  const [one, other] = [fee({ questions: ['а', 'б'] }), fee({ questions: ['б', 'а'] })]
  expect(compareContents(one, other)).toMatchObject({ isSame: true, questions: { kept: ['б', 'а'] } })
})

test('what was not there before is new in every part, and its fields have no value before', () => {
  const difference = compareContents(null, fee({ variations: { chatbot: read('Коротко.') }, metadata: { ...metadata, tags: ['a'] } }))
  expect(difference.isSame).toBe(false)
  expect(difference.title).toEqual([{ fate: 'added', text: 'Комиссия' }])
  expect(difference.shortAnswer.map(({ fate }) => fate)).toEqual(['added'])
  expect(difference.questions).toEqual({ added: ['сколько стоит'], removed: [], kept: [] })
  expect(difference.document.map(({ fate }) => fate)).toEqual(['added'])
  expect(difference.variations).toMatchObject([{ channel: 'chatbot', fate: 'added' }])
  expect(difference.metadata).toEqual([
    { field: 'slug', before: null, after: ['fee'] },
    { field: 'category', before: null, after: [] },
    { field: 'tags', before: null, after: ['a'] },
    { field: 'audience', before: null, after: ['public'] },
    { field: 'channels', before: null, after: [] },
  ])
})

test('only the fields that differ are named, with both values', () => {
  const before = fee({ metadata: { ...metadata, category: 'cards', tags: ['a', 'b'] } })
  const after = fee({ metadata: { ...metadata, category: 'loans', tags: ['b'] } })
  expect(compareContents(before, after).metadata).toEqual([
    { field: 'category', before: ['cards'], after: ['loans'] },
    { field: 'tags', before: ['a', 'b'], after: ['b'] },
  ])
})

test('wordings for channels are named in one order with what became of each', () => {
  const before = fee({ variations: { website: read('А.'), ivr: read('Б.'), chatbot: read('В.') } })
  const after = fee({ variations: { operator: read('Г.'), ivr: read('Б.'), chatbot: read('В иначе.') } })
  expect(compareContents(before, after).variations.map(({ channel, fate }) => `${channel} ${fate}`)).toEqual([
    'chatbot changed',
    'ivr same',
    'operator added',
    'website removed',
  ])
})
