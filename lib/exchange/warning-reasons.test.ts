import { expect, test } from 'vitest'
import { reasonOf } from './warning-reasons.ts'

test.each([
  ['the slug "karta" is taken: "karta-2" is used', 'slug-taken', { value: 'karta', used: 'karta-2' }],
  [
    'not published: ivr /content/3: The table is too wide',
    'not-published',
    { channel: 'ivr', path: '/content/3', detail: 'The table is too wide' },
  ],
  [':fact[x] is not a fact and was kept as text', 'not-a-fact', { value: ':fact[x]' }],
  ['::video is not known and was kept as text', 'directive-unknown', { value: 'video' }],
  ['footnoteDefinition was kept as text', 'kept-as-text', { value: 'footnoteDefinition' }],
  ['locale: Invalid input; the value was kept as metadata', 'front-matter-kept', { problem: 'locale: Invalid input' }],
  ['write :::only{audience=internal} or :::only{channels="website,chatbot"}', 'only-form', {}],
  ['is not named {key}.{locale}.md', 'snippet-name', {}],
  [':::step needs an id, e.g. {id=block-card}', 'script-id', { value: 'step' }],
  ['there is no fact "fee.transfer"', 'missing-fact', { value: 'fee.transfer' }],
  ['<iframe> was left out', 'html-left-out', { value: 'iframe' }],
  ['holds more than 2000 parts', 'archive-parts', { maximum: '2000' }],
])('%s', (message, reason, named) => {
  expect(reasonOf(message)).toEqual({ reason, arguments: named })
})

test('a sentence that nobody foresaw keeps its own words', () => {
  expect(reasonOf('Something else')).toEqual({ reason: 'other', arguments: { text: 'Something else' } })
})
