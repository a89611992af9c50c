import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFrontMatter, writeFrontMatter } from './front-matter.ts'
import { MarkdownError } from './markdown-error.ts'

const read = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nтекст`)
function refusalOf(yaml: string): MarkdownError {
  try {
    read(yaml)
  } catch (error) {
    if (error instanceof MarkdownError) return error
    throw error
  }
  throw new Error('was read')
}

test.each([
  'audience: [internal]',
  'audience:\n  - internal',
  'audience:\n  - name: internal',
  'audience: {group: staff}',
  'audience: INTERNAL ',
  'audience: "для сотрудников"',
  'Audience: internal',
  'AUDIENCE: Operators only',
])('an article whose front matter says "%s" is not for everybody', yaml => {
  expect(read(yaml).data.audience).toBe('internal')
})

test.each(['audience: public', 'audience: Public', 'title: Внутренний перевод', 'Audience: everybody'])(
  '%s makes nothing internal',
  yaml => {
    expect(read(yaml).data.audience ?? 'public').toBe('public')
  },
)

test.each([
  ['a longer title than there is room for', `title: ${'я'.repeat(301)}`, 'title'],
  ['a slug that is none', 'slug: Карта', 'slug'],
  ['a term of no days', 'reviewEveryDays: 0', 'reviewEveryDays'],
  ['a term that is no number', 'reviewEveryDays: month', 'reviewEveryDays'],
  ['too many questions', `questions: [${Array(501).fill('а').join(',')}]`, 'questions'],
])('%s is kept as metadata and told at its place; the rest is read', (_, yaml, key) => {
  const { data, metadata, warnings } = read(`${yaml}\nowner: Анна`)
  expect(data).toEqual({ owner: 'Анна' })
  expect(Object.keys(metadata)).toEqual([`original.${key}`])
  expect(warnings).toMatchObject([{ line: 1, kind: 'front-matter', reason: 'front-matter-kept', faults: [{ pointer: `/${key}` }] }])
})

test('values at the edge of their room are taken', () => {
  const yaml = `title: ${'я'.repeat(300)}\nreviewEveryDays: 3650\nslug: ${'a'.repeat(100)}\nquestions: [${Array(500).fill('а').join(',')}]`
  expect(read(yaml).warnings).toEqual([])
})

test('what is no front matter stays text: a rule, an open fence, a fence that is not at the beginning', () => {
  for (const text of ['---\n', '---\ntitle: a\n', 'a\n---\ntitle: b\n---\n', ' ---\ntitle: a\n---\n', '----\na: b\n----\n'])
    expect(readFrontMatter(text)).toEqual({ data: {}, metadata: {}, body: text, bodyLine: 1, warnings: [] })
})

test('fences may end in dots, stand behind a byte order mark and before Windows line ends, and be empty', () => {
  expect(readFrontMatter('\uFEFF---\r\ntitle: А\r\n...\r\nтекст')).toMatchObject({ data: { title: 'А' }, body: 'текст', bodyLine: 4 })
  expect(readFrontMatter('---\n---\nтекст')).toMatchObject({ data: {}, body: 'текст', bodyLine: 3 })
})

test('front matter of 100,000 characters is read, one more is too much', () => {
  const filler = (length: number) => `# ${'x'.repeat(length - 2)}`
  expect(read(filler(100_000)).data).toEqual({})
  expect(refusalOf(filler(100_001))).toMatchObject({ code: 'too_large', finding: { reason: 'front-matter-long' } })
})

test('a fault in the YAML names its line in the file', () => {
  expect(refusalOf('title: a\nowner: b\nslug: "c\n')).toMatchObject({ code: 'invalid', line: expect.any(Number) })
  expect(refusalOf('title: a\ntitle: b')).toMatchObject({ code: 'invalid', line: 3 })
})

test('keys that every object has are data like others', () => {
  const { metadata, data } = read('toString: a\nhasOwnProperty: b\nvalueOf: {x: 1}')
  expect(metadata).toEqual({ toString: 'a', hasOwnProperty: 'b', valueOf: { x: 1 } })
  expect(Object.hasOwn(data, 'toString')).toBe(false)
})

test('metadata of other systems comes back as it was', () => {
  const key = fc.constantFrom('ms.topic', 'date', 'weird key', 'Ключ', '1', 'null', '#x', 'a:b')
  const value = fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean(), fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }))
  fc.assert(
    fc.property(fc.dictionary(key, value, { noNullPrototype: true }), metadata => {
      expect(readFrontMatter(`${writeFrontMatter({ title: 'a' }, metadata)}x`)).toMatchObject({ data: { title: 'a' }, metadata, body: 'x' })
    }),
    { numRuns: 100 },
  )
})
