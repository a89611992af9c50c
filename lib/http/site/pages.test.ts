import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { openFilledSite, openTestSite } from './site.fixture.ts'

const pages = [
  '/ru/',
  '/ru/articles',
  '/ru/categories/transfers',
  '/ru/articles/fee',
  '/ru/articles/fee?feedback=no',
  '/ru/articles/loose',
  '/ru/articles/nope',
  '/ru/articles/old',
  '/en/',
  '/en/categories/transfers',
  '/en/articles/fee',
  '/en/articles/card',
  '/nope',
]

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  /** Titles are the editors' words; tables scroll in a region that the compiler makes a div. */
  rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'prefer-native-element': ['error', { exclude: ['region'] }] },
})

test('every kind of page is valid HTML', async () => {
  const site = await openFilledSite()
  for (const path of pages) {
    const report = await validator.validateString(await site.body(path))
    const faults = report.results.flatMap(result =>
      result.messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
    )
    expect(faults).toEqual([])
  }
})

test('a site without any answer says so and is valid HTML', async () => {
  const site = openTestSite()
  const home = await site.body('/ru/')
  expect(home).toContain('Здесь пока нет ни одного ответа')
  expect((await validator.validateString(home)).valid).toBe(true)
})

test('the first page names the organisation, the topics with their counts, and what changed lately', async () => {
  const site = await openFilledSite()
  const home = await site.body('/ru/')
  expect(home).toContain('<p class="eyebrow">Исток Банк</p>')
  expect(home).toMatch(/<h3><a href="\/ru\/categories\/transfers">transfers<\/a><\/h3>\s*<p class="count">2 ответа<\/p>/)
  expect(home).toContain('<a href="/ru/articles/loose">Без категории</a>')
})

test('an article shows its short answer apart, its contents, its date, revision and release, and the way to it', async () => {
  const site = await openFilledSite()
  const page = await site.body('/ru/articles/fee')
  expect(page).toMatch(/<h1>Сколько стоит перевод<\/h1>/)
  expect(page).toMatch(
    /<div class="short"><p class="label">Коротко<\/p><p class="short-answer">За перевод берём <data[^>]*>1,5\u00a0%<\/data>/,
  )
  expect(page).toMatch(
    /Обновлено <time datetime="20\d\d-[^"]+\+03:00">\d+\u00a0\S+\u00a020\d\d\u00a0г\.<\/time><\/span><span>редакция 1<\/span><span>релиз 1<\/span>/,
  )
  expect(page).toContain('<a href="/ru/categories/transfers">transfers</a>')
  expect(page.match(/<details class="toc narrow">/g)).toHaveLength(1)
  expect(page).toContain('<link rel="alternate" type="text/markdown" href="https://help.example/ru/articles/fee.md">')
})

test('related answers are first those that the text links to', async () => {
  const site = openTestSite()
  const link = { type: 'text' as const, text: 'там', marks: [{ type: 'link' as const, attrs: { href: 'article:z-linked' } }] }
  await site.publish([
    { slug: 'z-linked', title: 'Z', category: 'other' },
    { slug: 'a-neighbour', title: 'A', category: 'one' },
    { slug: 'start', title: 'S', category: 'one', blocks: [{ type: 'paragraph', content: [link] }] },
  ])
  const [, related = ''] = (await site.body('/ru/articles/start')).split('<section class="related"')
  expect([...related.matchAll(/href="\/ru\/articles\/([\w-]+)"/g)].map(match => match[1])).toEqual(['z-linked', 'a-neighbour'])
})

test('lists are cut into pages that work by links alone', async () => {
  const site = openTestSite()
  await site.publish(Array.from({ length: 45 }, (_, index) => ({ slug: `a${String(index).padStart(2, '0')}`, category: 'many' })))
  const second = await site.body('/ru/categories/many?page=2')
  expect(second).toContain('Страница 2 из 3')
  expect(second).toContain('rel="prev" href="/ru/categories/many"')
  expect(second).toContain('rel="next" href="/ru/categories/many?page=3"')
  expect(second).toContain('href="/ru/articles/a20"')
  expect((await site.ask('/ru/categories/many?page=4')).status).toBe(404)
  const all = await site.body('/ru/articles?page=3')
  expect(all).toContain('<span>Страница 3</span>')
  expect(all).not.toContain('rel="next"')
  expect((await site.ask('/ru/articles?page=4')).status).toBe(404)
  expect((await validator.validateString(second)).valid).toBe(true)
})

test('nothing that is internal is in any byte of the site', async () => {
  const site = await openFilledSite()
  const more = [
    '/sitemap.xml',
    '/llms.txt',
    '/ru/llms.txt',
    '/ru/feed.xml',
    '/ru/index.html.md',
    '/ru/articles/fee.md',
    '/ru/articles/secret',
    '/ru/articles/secret.md',
    '/ru/categories/secrets',
    '/ru/categories/secrets.md',
  ]
  for (const path of [...pages, ...more]) expect((await site.body(path)).includes('КАНАРЕЙКА'), path).toBe(false)
  for (const path of more.slice(-4)) expect((await site.ask(path)).status).toBe(404)
})
