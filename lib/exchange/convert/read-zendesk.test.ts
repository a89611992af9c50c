import { expect, test } from 'vitest'
import { convert, textsOf } from './convert.fixture.ts'

const article = { id: 1, title: 'А', body: '<p>Текст</p>', locale: 'ru', html_url: '' }
const read = (contents: Record<string, unknown>) =>
  convert('zendesk', Object.fromEntries(Object.entries(contents).map(([path, value]) => [path, JSON.stringify(value)])))
const drafts = ({ articles }: Awaited<ReturnType<typeof read>>) => articles.map(({ file, isDraft }) => [file.locale, isDraft])

test('a draft stays a draft when its translations do not say that they are', async () => {
  const translations = [
    { source_id: 1, locale: 'ru', title: 'А', body: '<p>Ещё не готово</p>' },
    { source_id: 1, locale: 'en-us', title: 'A', body: '<p>Not ready</p>' },
  ]
  expect(drafts(await read({ 'articles.json': { articles: [{ ...article, draft: true }] }, 'translations.json': translations }))).toEqual([
    ['ru', true],
    ['en', true],
  ])
})

test('a translation that says whether it is a draft is believed', async () => {
  const translations = [
    { locale: 'ru', title: 'А', body: 'х', draft: false },
    { locale: 'en-us', title: 'A', body: 'x', draft: true },
  ]
  expect(drafts(await read({ 'a.json': { articles: [{ ...article, translations }] } }))).toEqual([
    ['ru', false],
    ['en', true],
  ])
})

test('an article for some customers only is internal in every language', async () => {
  const translations = [{ locale: 'en-us', title: 'A', body: 'x' }]
  const { articles } = await read({ 'a.json': { articles: [{ ...article, user_segment_id: 77, translations }] } })
  expect(articles.map(({ file }) => file.audience)).toEqual(['internal', 'internal'])
})

test('a page of the API, a bare list and a single article are read alike, and an article that stands twice comes once', async () => {
  const { articles, warnings } = await read({
    'page.json': { count: 1, next_page: null, articles: [article] },
    'articles.json': [article, { ...article, id: '2', title: 'Б' }],
    'one.json': { article: { ...article, id: 3, title: '', name: 'В' } },
  })
  expect(articles.map(({ file }) => [file.title, file.sourceId])).toEqual([
    ['А', 'zendesk:1'],
    ['Б', 'zendesk:2'],
    ['В', 'zendesk:3'],
  ])
  expect(warnings).toEqual([])
})

test('links between articles lead on in whatever language and under whatever title they were written; a stranger keeps its address', async () => {
  const body =
    '<p><a href="https://help.example/hc/en-us/articles/2-Old-title#x">два</a> <a href="/hc/articles/1">сам</a> <a href="https://help.example/hc/ru/articles/99">чужой</a></p>'
  const converted = await read({
    'a.json': {
      articles: [
        { ...article, body },
        { ...article, id: 2, title: 'Б' },
      ],
    },
  })
  const [text = ''] = textsOf(converted)
  expect(text).toMatch(/\[два\]\(article:import_1\) \[сам\]\(article:import_0\) \[чужой\]\(https:\/\/help\.example/)
})

test.each([
  ['no JSON', '{"articles": [', 'json-invalid'],
  ['a word', '"articles"', 'no-articles'],
])('a file that is %s is told and the others are read', async (_, text, reason) => {
  const { articles, warnings } = await convert('zendesk', { 'bad.json': text, 'good.json': JSON.stringify([article]) })
  expect(articles).toHaveLength(1)
  expect(warnings).toMatchObject([{ file: 'bad.json', level: 'error', reason }])
})

test('what is malformed is told by its place; articles without title or with a page nested too deep are left out, the rest stays', async () => {
  const { articles, warnings } = await read({
    'a.json': {
      articles: [
        { ...article, id: null },
        { ...article, id: 2, title: ' ' },
        { ...article, id: 3, label_names: 'вход' },
        { ...article, translations: [7, { locale: 5 }, { locale: 'en', title: 'A', body: null }] },
      ],
      sections: [{ id: 1, name: 5 }],
    },
  })
  expect(articles.map(({ file }) => [file.locale, file.title])).toEqual([
    ['ru', 'А'],
    ['en', 'A'],
  ])
  expect(warnings.map(({ file, reason }) => [file, reason])).toEqual([
    ['a.json', 'entry-refused'],
    ['a.json', 'entry-refused'],
    ['a.json#1', 'translation-malformed'],
    ['a.json#1', 'translation-malformed'],
    ['a.json', 'entry-refused'],
    ['a.json#2', 'no-title'],
    ['a.json#1', 'no-text'],
  ])
})

test('sections and categories of one name are two categories, each below its own; a section names its parent before its category', async () => {
  const { lists, articles } = await read({
    'sections.json': [
      { id: 20, name: 'Карты', locale: 'ru', category_id: 10 },
      { id: 21, name: 'Карты', locale: 'ru', category_id: 11 },
      { id: 22, name: 'Выпуск', locale: 'ru', category_id: 10, parent_section_id: 20 },
      { id: 22, name: 'Issue', locale: 'en-us', category_id: 10, parent_section_id: 20 },
      { id: 23, name: ' ', locale: 'ru' },
    ],
    'categories.json': [
      { id: 10, name: 'Карты', locale: 'ru' },
      { id: 11, name: 'Я'.repeat(300), locale: 'ru' },
    ],
    'articles.json': [
      { ...article, section_id: 22 },
      { ...article, id: 2, section_id: 999 },
    ],
  })
  const entries = JSON.parse(String(lists[0]?.content)) as { slug: string; title: Record<string, string>; parent?: string }[]
  expect(entries.filter(({ title }) => title.ru?.startsWith('К') || title.ru?.startsWith('В'))).toMatchObject([
    { slug: 'karty' },
    { slug: 'karty-2', parent: 'karty' },
    { slug: 'karty-3', title: { ru: 'Карты' } },
    { slug: 'vypusk', parent: 'karty-2', title: { ru: 'Выпуск', en: 'Issue' } },
  ])
  expect(Math.max(...entries.map(({ title }) => title.ru?.length ?? 0))).toBe(200)
  for (const { slug } of entries) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(articles.map(({ file }) => file.category)).toEqual(['vypusk', null])
})

test('two sections of one long name get slugs that are slugs', async () => {
  const name = `${'a'.repeat(94)} ${'b'.repeat(5)}`
  const { lists } = await read({
    'sections.json': [
      { id: 1, name },
      { id: 2, name },
    ],
    'articles.json': [article],
  })
  for (const { slug } of JSON.parse(String(lists[0]?.content)) as { slug: string }[]) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
})
