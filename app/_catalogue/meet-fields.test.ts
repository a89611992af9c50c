import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { isSameFields, meetFields } from './meet-fields.ts'

const base = { slug: 'fees', title: { ru: 'Имя', en: 'Name' }, terms: ['а', 'б'], parent: null as string | null }

test('what only one of the two changed is kept of both', () => {
  const mine = { ...base, slug: 'prices', title: { ru: 'Моё', en: 'Name' } }
  const theirs = { ...base, parent: 'cards', title: { ru: 'Имя', en: 'Theirs' } }
  expect(meetFields(base, mine, theirs)).toEqual({
    merged: { slug: 'prices', title: { ru: 'Моё', en: 'Theirs' }, terms: ['а', 'б'], parent: 'cards' },
    clashes: [],
  })
})

test('what both changed is named, by language where it has languages, and is mine until somebody decides', () => {
  const mine = { ...base, title: { ru: 'Моё', en: 'Name' }, terms: ['а', 'в'] }
  const theirs = { ...base, title: { ru: 'Чужое', en: 'Name' }, terms: ['а', 'б', 'г'] }
  const { merged, clashes } = meetFields(base, mine, theirs)
  expect(merged).toMatchObject({ title: { ru: 'Моё' }, terms: ['а', 'в'] })
  expect(clashes).toEqual([
    { field: 'title', part: 'ru' },
    { field: 'terms', part: null },
  ])
})

test('a language that one of them took away or added is taken away or added', () => {
  const mine = { ...base, title: { ru: 'Имя' } as Record<string, string> }
  const theirs = { ...base, title: { ru: 'Имя', en: 'Name', kk: 'Аты' } as Record<string, string> }
  expect(meetFields<{ title: Record<string, string> }>(base, mine, theirs).merged.title).toEqual({ ru: 'Имя', kk: 'Аты' })
})

test('the same change on both sides is no clash', () => {
  const both = { ...base, slug: 'prices' }
  expect(meetFields(base, both, { ...both })).toEqual({ merged: both, clashes: [] })
})

test('documents are put together block by block; the same block is a clash', () => {
  const of = (markdown: string) => ({ documents: { ru: parseMarkdown(markdown).document } })
  const [from, mine, theirs] = [of('Раз.\n\nДва.'), of('Раз. Моё.\n\nДва.'), of('Раз.\n\nДва. Чужое.')]
  expect(meetFields(from, mine, theirs)).toEqual({ merged: of('Раз. Моё.\n\nДва. Чужое.'), clashes: [] })
  expect(meetFields(from, mine, of('Раз. Чужое.\n\nДва.')).clashes).toEqual([{ field: 'documents', part: 'ru' }])
})

test('the order of members says nothing', () => {
  expect(isSameFields({ title: { ru: 'а', en: 'b' } }, { title: { en: 'b', ru: 'а' } })).toBe(true)
  expect(isSameFields({ terms: ['а', 'б'] }, { terms: ['б', 'а'] })).toBe(false)
})
