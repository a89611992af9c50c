import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { openFilledSite, openTestSite, type TestSite } from './site.fixture.ts'
import { writeSitemap } from './write-sitemap.ts'
import { element, xmlDocument } from './xml.ts'

const namespaces = { s: 'http://www.sitemaps.org/schemas/sitemap/0.9', x: 'http://www.w3.org/1999/xhtml' }

function read(xml: string, path: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    return document.find(path, namespaces).map(node => node.content)
  } finally {
    document.dispose()
  }
}

test('the sitemap names every page there is, with its date, and no other', async () => {
  const site = await openFilledSite()
  const xml = await site.body('/sitemap.xml')
  const places = read(xml, '//s:url/s:loc')
  expect(places.map(place => place.replace('https://help.example', ''))).toEqual([
    '/ru/',
    '/ru/categories/cards',
    '/ru/categories/transfers',
    '/ru/articles/card',
    '/ru/articles/fee',
    '/ru/articles/limits',
    '/ru/articles/loose',
    '/en/',
    '/en/categories/transfers',
    '/en/articles/fee',
    '/en/articles/limits',
  ])
  expect(read(xml, '//s:url[not(s:lastmod)]')).toEqual([])
  for (const place of places) expect((await site.ask(place.replace('https://help.example', ''))).status).toBe(200)
})

test('what is withdrawn leaves the sitemap with the same release', async () => {
  const site = openTestSite()
  const ids = await site.publish([{ slug: 'stays' }, { slug: 'goes' }])
  expect(await site.body('/sitemap.xml')).toContain('/ru/articles/goes')
  await site.publish([{ slug: 'third' }], [ids[1] ?? ''])
  expect(await site.body('/sitemap.xml')).not.toContain('/ru/articles/goes')
})

test('a sitemap that is too long is an index of several', async () => {
  const site = await openFilledSite()
  const index = (await writeSitemap(site.istok, null, 4)) ?? ''
  expect(read(index, '//s:sitemap/s:loc')).toEqual([1, 2, 3].map(part => `https://help.example/sitemaps/${part}.xml`))
  const third = (await writeSitemap(site.istok, 3, 4)) ?? ''
  expect(read(third, '//s:url/s:loc')).toHaveLength(3)
  expect(await writeSitemap(site.istok, 4, 4)).toBeNull()
  expect((await site.ask('/sitemaps/1.xml')).status).toBe(404)
})

async function languageLinks(site: TestSite, path: string): Promise<Map<string, string>> {
  const page = await site.body(path)
  return new Map(
    [...page.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="https:\/\/help\.example([^"]+)">/g)].map(
      ([, locale = '', to = '']) => [locale, to],
    ),
  )
}

test('language versions name themselves and one another, and only those that exist', async () => {
  const site = await openFilledSite()
  for (const path of ['/ru/', '/ru/categories/transfers', '/ru/articles/fee']) {
    const links = await languageLinks(site, path)
    expect([...links.keys()]).toEqual(['ru', 'en', 'x-default'])
    expect(links.get('ru')).toBe(path)
    expect(await languageLinks(site, links.get('en') ?? '')).toEqual(links)
  }
  expect([...(await languageLinks(site, '/ru/articles/card')).keys()]).toEqual(['ru', 'x-default'])
  expect(await site.body('/ru/articles/fee')).toContain('<link rel="canonical" href="https://help.example/ru/articles/fee">')
})

test('the feed is RSS 2.0 with the newest change first', async () => {
  const site = await openFilledSite()
  await site.publish([{ slug: 'newest', title: 'A < B & "C"' }])
  const response = await site.ask('/ru/feed.xml')
  expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
  const xml = await response.text()
  expect(read(xml, '/rss[@version="2.0"]/channel/title')).toEqual(['Исток Банк: обновления ответов'])
  expect(read(xml, '//item/title')[0]).toBe('A < B & "C"')
  expect(new Set(read(xml, '//item/guid[@isPermaLink="false"]')).size).toBe(read(xml, '//item').length)
  for (const date of read(xml, '//item/pubDate')) expect(date).toMatch(/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/)
})

test('any text makes well-formed XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary-ascii' }), (value, attribute) => {
      XmlDocument.fromString(xmlDocument(element('a', { b: attribute }, value))).dispose()
    }),
  )
})

/** The grammar of llmstxt.org: H1, quote, free text without headings, then H2 sections that are lists of links. */
const grammar =
  /^# [^\n]+\n\n> [^\n]+\n\n(?:(?!#)[^\n]+\n\n)*(?:## [^\n]+\n\n(?:- \[(?:\\.|[^\]\n])+\]\(https:\/\/\S+\)(?:: [^\n]+)?\n)+\n?)+$/

test('llms.txt keeps to its grammar and links to Markdown only', async () => {
  const site = await openFilledSite()
  for (const path of ['/llms.txt', '/ru/llms.txt', '/en/llms.txt']) {
    const text = await site.body(path)
    expect(text).toMatch(grammar)
    for (const [, link = ''] of text.matchAll(/\]\(https:\/\/help\.example(\S+)\)/g)) {
      const response = await site.ask(link)
      expect([link, response.status, response.headers.get('content-type')]).toEqual([link, 200, 'text/markdown; charset=utf-8'])
    }
  }
  expect(await site.body('/llms.txt')).toBe(await site.body('/ru/llms.txt'))
})

test('a Markdown twin says the same facts as its page', async () => {
  const site = await openFilledSite()
  expect(await site.body('/ru/articles/fee.md')).toContain('1,5\u00a0%')
  expect(await site.body('/ru/articles/fee')).toContain('1,5\u00a0%')
})

test('an answer that is not for agents has no twin and says so nowhere', async () => {
  const site = openTestSite()
  await site.publish([
    { slug: 'site-only', channels: ['website'] },
    { slug: 'agent-only', channels: ['agent'], title: 'ТОЛЬКО АГЕНТ' },
    { slug: 'both' },
  ])
  expect((await site.ask('/ru/articles/site-only.md')).status).toBe(404)
  expect(await site.body('/ru/articles/site-only')).not.toContain('text/markdown')
  expect((await site.ask('/ru/articles/agent-only.md')).status).toBe(404)
  const llms = await site.body('/ru/llms.txt')
  expect(llms).toContain('both.md')
  expect(llms).not.toMatch(/site-only|agent-only/)
})

test('robots.txt shows the sitemap', async () => {
  expect(await openTestSite().body('/robots.txt')).toContain('Sitemap: https://help.example/sitemap.xml')
})
