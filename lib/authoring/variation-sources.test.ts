import { expect, test } from 'vitest'
import type { Document } from '#lib/document/types.ts'
import { nextSources, outdatedVariations, sourceHash } from './variation-sources.ts'

const says = (text: string): Document => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const written = (text: string, variations: Record<string, Document>) => ({ shortAnswer: [], document: says(text), variations })
type Draft = ReturnType<typeof written> & { variationSources: Record<string, string> }
const save = (after: ReturnType<typeof written>, before?: Draft): Draft => ({ ...after, variationSources: nextSources(after, before) })

test('a wording that was just written needs no look; when its source changes alone, it does', () => {
  const first = save(written('Раз.', { ivr: says('Вслух.') }))
  expect(outdatedVariations(first)).toEqual([])
  expect(outdatedVariations(save(written('Два.', { ivr: says('Вслух.') }), first))).toEqual(['ivr'])
  expect(outdatedVariations(save(written('Два.', { ivr: says('Вслух два.') }), first))).toEqual([])
})

test('a source that becomes what it was needs no look again', () => {
  const first = save(written('Раз.', { ivr: says('Вслух.') }))
  const second = save(written('Два.', { ivr: says('Вслух.') }), first)
  expect(outdatedVariations(save(written('Раз.', { ivr: says('Вслух.') }), second))).toEqual([])
})

test('each channel is followed for itself, one that is taken away is forgotten and one that comes again is new', () => {
  const first = save(written('Раз.', { ivr: says('Вслух.'), chatbot: says('Чат.') }))
  const second = save(written('Два.', { ivr: says('Вслух.'), chatbot: says('Чат два.') }), first)
  expect(outdatedVariations(second)).toEqual(['ivr'])
  const third = save(written('Два.', { chatbot: says('Чат два.') }), second)
  expect(Object.keys(third.variationSources)).toEqual(['chatbot'])
  expect(outdatedVariations(save(written('Два.', { ivr: says('Вслух.'), chatbot: says('Чат два.') }), third))).toEqual([])
})

test('a wording from before sources were kept counts as fitting', () => {
  expect(outdatedVariations({ ...written('Раз.', { ivr: says('Вслух.') }), variationSources: {} })).toEqual([])
})

test('the short answer belongs to the source, the wordings do not', () => {
  const one = written('Раз.', {})
  expect(sourceHash({ ...one, shortAnswer: [{ type: 'text', text: 'Да.' }] })).not.toBe(sourceHash(one))
  expect(sourceHash({ ...one, variations: { ivr: says('Вслух.') } })).toBe(sourceHash(one))
})
