import { expect, test } from 'vitest'
import type { Block, Document } from '#lib/document/types.ts'
import { factNode, linkTo, paragraph, text } from './draft.fixture.ts'
import { referencesOf, referencesOfSnippet } from './references-of.ts'

const doc = (...content: Block[]): Document => ({ type: 'doc', content })
const picture = (id: string): Block => ({ type: 'image', attrs: { src: `media:${id}`, alt: '' } })
const snippet = (key: string): Block => ({ type: 'snippet', attrs: { key } })
const listed = (keys: ReturnType<typeof referencesOf>) =>
  Object.fromEntries(Object.entries(keys).map(([kind, set]) => [kind, [...set].sort()]))

test('a translation refers to what its short answer, text, hidden blocks and every variation name, each once', () => {
  const only = (...content: Block[]): Block => ({ type: 'only', attrs: { audience: 'internal' }, content })
  const keys = referencesOf({
    shortAnswer: [text('Цена '), factNode('fee'), linkTo('short', 'тут')],
    document: doc(paragraph(factNode('fee'), linkTo('text', 'там')), only(picture('p1'), snippet('note'), paragraph(factNode('hidden')))),
    variations: { ivr: doc(paragraph(factNode('voice'))), chatbot: doc(picture('p2'), picture('p1'), paragraph(linkTo('text', 'ещё'))) },
  })
  expect(listed(keys)).toEqual({
    fact: ['fee', 'hidden', 'voice'],
    snippet: ['note'],
    article: ['short', 'text'],
    media: ['p1', 'p2'],
  })
})

test('a snippet refers to what any of its languages names', () => {
  const documents = { ru: doc(paragraph(factNode('fee'))), en: doc(paragraph(factNode('fee'), factNode('limit')), picture('p')) }
  expect(listed(referencesOfSnippet(documents))).toEqual({ fact: ['fee', 'limit'], snippet: [], article: [], media: ['p'] })
})

test('links elsewhere, plain words and empty content are no references', () => {
  const link: Block = paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://example.com/article:fee' } }] })
  const none = { fact: [], snippet: [], article: [], media: [] }
  expect(listed(referencesOf({ shortAnswer: [text('article:a media:b')], document: doc(link), variations: {} }))).toEqual(none)
  expect(listed(referencesOfSnippet({}))).toEqual(none)
})
