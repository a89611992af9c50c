import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { hearing, wording } from '#db/schema/learning.ts'
import { searchLogOf } from '#lib/learning/search-log.ts'
import { paragraph, text } from '#lib/release/draft.fixture.ts'
import { findAsset } from './assets.ts'
import { openTestSite } from './site.fixture.ts'

async function openSearchSite() {
  const site = openTestSite()
  await site.publish([
    {
      slug: 'block-card',
      title: 'Как заблокировать карту',
      category: 'cards',
      blocks: [paragraph(text('Откройте приложение и нажмите <Заблокировать>.'))],
    },
    { slug: 'card-price', title: 'Сколько стоит карта', category: 'cards', blocks: [paragraph(text('Карта бесплатна.'))] },
    { slug: 'limit', title: 'Лимит перевода с карты', category: 'transfers', blocks: [paragraph(text('В день — 100 000.'))] },
    { slug: 'only-en', locale: 'en', title: 'Virtual token', blocks: [paragraph(text('A token.'))] },
    {
      slug: 'fraud',
      title: 'Секретный регламент «Кречет»',
      audience: 'internal',
      questions: ['кречет'],
      blocks: [paragraph(text('Кречет.'))],
    },
  ])
  const page = async (q: string, more = '') => site.body(`/ru/search?q=${encodeURIComponent(q)}${more}`)
  return { ...site, page }
}

test('a question in the wrong layout with a typo finds its answer without a script, and what was typed stays one click away', async () => {
  const { page } = await openSearchSite()
  const found = await page('pf,kjrbhjdfnm rfhne')
  expect(found).toContain(
    '<a href="/ru/articles/block-card" data-slug="block-card" data-locale="ru">Как <mark>заблокировать</mark> <mark>карту</mark></a>',
  )
  expect(found).toContain('<strong>заблокировать карту</strong>')
  expect(found).toMatch(/href="\/ru\/search\?q=pf%2Ckjrbhjdfnm\+rfhne&amp;repair=false"/)
  expect(await page('заблокировтаь карту')).toContain('/ru/articles/block-card')
})

test('texts are escaped, whatever is searched for', async () => {
  const { page } = await openSearchSite()
  expect(await page('нажмите заблокировать')).toContain('&lt;')
  for (const q of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\u0000', '😀', 'a'.repeat(5000)]) {
    const reply = await page(q)
    expect(reply).not.toMatch(/<script>|<img|onerror=alert\(1\)>/)
    expect(reply).toContain('</html>')
  }
})

test('results are narrowed to a topic', async () => {
  const { page } = await openSearchSite()
  const all = await page('карта')
  expect(all).toMatch(/category=cards"[^>]*>cards <span class="count">2<\/span>/)
  const cards = await page('карта', '&category=cards')
  expect(cards).toContain('/ru/articles/card-price')
  expect(cards).not.toContain('/ru/articles/limit')
  expect(cards).toMatch(/category=cards" aria-current="true"/)
})

test('where there is nothing it says so and shows ways on; an empty search shows the field and the topics', async () => {
  const { page, body } = await openSearchSite()
  const none = await page('йцукенгшщзх')
  expect(none).toContain('Ответа на этот запрос не нашлось')
  expect(none).toContain('/ru/categories/cards')
  expect(await body('/ru/search')).toContain('/ru/categories/cards')
})

test('an answer in another language is offered where the own one has none', async () => {
  const { page } = await openSearchSite()
  expect(await page('virtual token')).toMatch(/<li lang="en"><h2><a href="\/en\/articles\/only-en"/)
})

test('no search engine lists results, nobody keeps them, and they search on in the other language', async () => {
  const { ask } = await openSearchSite()
  const reply = await ask('/ru/search?q=%D0%BA%D0%B0%D1%80%D1%82%D0%B0')
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'x-robots-tag': 'noindex',
    'cache-control': 'no-store',
    'content-language': 'ru',
  })
  const page = await reply.text()
  expect(page).toContain('<meta name="robots" content="noindex">')
  expect(page).toContain('href="/en/search?q=%D0%BA%D0%B0%D1%80%D1%82%D0%B0"')
  expect((await ask('/xx/search?q=a')).status).toBe(404)
})

test('the public finds nothing internal, in no list, no count, no suggestion', async () => {
  const { page, body } = await openSearchSite()
  for (const q of ['кречет', 'секретный регламент', 'rhtxtn', 'регламен', 'Секретный регламент «Кречет»'])
    expect((await page(q)).replaceAll(q, '')).not.toMatch(/fraud|Секретный регламент|Кречет\./)
  expect(await body(`/ru/suggestions?q=${encodeURIComponent('креч')}`)).toBe('["креч",[]]')
})

test('browsers learn how to search here and what to suggest', async () => {
  const { ask, body } = await openSearchSite()
  expect(await body('/ru/')).toContain('<link rel="search" type="application/opensearchdescription+xml" href="/ru/opensearch.xml"')
  const description = await ask('/ru/opensearch.xml')
  expect(description.headers.get('content-type')).toContain('application/opensearchdescription+xml')
  expect(await description.text()).toContain('template="https://help.example/ru/search?q={searchTerms}"')
  expect(JSON.parse(await body(`/ru/suggestions?q=${encodeURIComponent('забл')}`))).toEqual([
    'забл',
    expect.arrayContaining(['заблокировать']),
  ])
})

test('a search is remembered with its outcome', async () => {
  const { page, istok } = await openSearchSite()
  await page('карта')
  await page('йцукенгшщзх')
  await searchLogOf(istok).flush(true)
  const rows = await istok.database.reader.orm.select().from(hearing)
  expect(rows.map(({ outcome, channel }) => `${channel} ${outcome}`).sort()).toEqual(['website found', 'website nothing'])
  expect((await istok.database.reader.orm.select().from(wording)).map(({ text }) => text).sort()).toEqual(['йцукенгшщзх', 'карта'])
})

test('the scripts of a page stay under ten kilobytes', () => {
  expect(gzipSync(findAsset('site.js')!.body).length).toBeLessThan(10 * 1024)
})
