import { expect, test } from 'vitest'
import type { IstokError } from '../errors.ts'
import { type ContentInput, readContent, readDocuments } from './read-content.ts'
import { referencesOfDocuments } from './references.ts'

const faults = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid' })
    return (error as IstokError).details.errors?.map(({ pointer, reason }) => `${pointer} ${reason}`) ?? []
  }
  return []
}
const document = { type: 'doc', content: [] }

test('what is not given is empty', () => {
  expect(readContent({ title: 'Т' })).toEqual({
    content: { title: 'Т', shortAnswer: [], questions: [], document, variations: {} },
    warnings: [],
  })
})

test.each<[string, ContentInput, string[]]>([
  ['Markdown beside a document', { title: 'Т', markdown: '', document }, ['/markdown one-of-two']],
  ['the same in a wording', { title: 'Т', variations: { ivr: { markdown: 'а', document } } }, ['/variations/ivr/markdown one-of-two']],
])('%s is refused at its place', (_, input, expected) => expect(faults(() => readContent(input))).toEqual(expected))

test('every place that is wrong is named at once, each below its own part', () => {
  const wrong = { type: 'doc', content: [{ type: 'script' }] }
  const input: ContentInput = { title: 'Т', shortAnswer: [{ type: 'evil' }], document: wrong, variations: { ivr: { document: wrong } } }
  const places = faults(() => readContent(input)).map(fault => fault.split(' ')[0] ?? '')
  for (const part of ['/shortAnswer', '/document', '/variations/ivr/document'])
    expect(places.some(place => place.startsWith(part))).toBe(true)
  expect(places.every(place => /^\/(shortAnswer|document|variations\/ivr\/document)\//.test(place))).toBe(true)
})

test('a language and a channel that are no names are steps of a pointer all the same', () => {
  const [wrong, references] = [{ type: 'doc', content: [{ type: 'script' }] }, { markdown: ':fact[fee]' }]
  expect(faults(() => readDocuments({ 'a/b~c': { document: wrong } }))[0]).toMatch(/^\/documents\/a~1b~0c\/document\/content\/0/)
  expect(faults(() => readContent({ title: 'Т', variations: { 'x/y': { document: wrong } } }))[0]).toMatch(
    /^\/variations\/x~1y\/document\//,
  )
  expect(referencesOfDocuments(readDocuments({ '~': references }).documents)).toMatchObject([
    { key: 'fee', path: expect.stringMatching(/^\/documents\/~0\//) },
  ])
})

test('what Markdown cannot say is warned of with its line and part, and the rest is read', () => {
  const { content, warnings } = readContent({
    title: 'Т',
    markdown: 'Раз.\n\n:::unknown\nДва\n:::\n',
    variations: { ivr: { markdown: ':::unknown\nТри\n:::' } },
  })
  expect(content.document.content.length).toBeGreaterThan(0)
  expect(warnings.map(({ path }) => path)).toEqual(expect.arrayContaining(['/markdown', '/variations/ivr/markdown']))
  expect(warnings.find(({ path }) => path === '/markdown')?.line).toBe(3)
})

test('a snippet holds no snippet, in Markdown or as a document, and says in which language', () => {
  const nested = { type: 'doc', content: [{ type: 'snippet', attrs: { key: 's' } }] }
  expect(faults(() => readDocuments({ ru: { markdown: 'Текст.' }, en: { markdown: '::snippet{key=s}' } }))).toEqual([
    expect.stringMatching(/^\/documents\/en\/markdown/),
  ])
  expect(faults(() => readDocuments({ ru: { document: nested } }))).toEqual([expect.stringMatching(/^\/documents\/ru\/document/)])
  expect(faults(() => readContent({ title: 'Т', document: nested }))).toEqual([])
})
