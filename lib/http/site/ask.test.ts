import { expect, test } from 'vitest'
import { ask as askTable } from '#db/schema/learning.ts'
import { type DraftInput, paragraph, text } from '#lib/release/draft.fixture.ts'
import { openTestSite } from './site.fixture.ts'

const hidden: DraftInput = {
  ...{ slug: 'fraud', title: 'Регламент «Кречет»', audience: 'internal', questions: ['кречет', 'карту украли'] },
  blocks: [paragraph(text('Кречет.'))],
}

async function openAskingSite({ hides = true } = {}) {
  const site = openTestSite()
  const block = { slug: 'block-card', title: 'Как заблокировать карту', questions: ['потерял карту', 'карту украли', 'блокировка карты'] }
  const price = { slug: 'card-price', title: 'Сколько стоит карта', questions: ['цена карты', 'платная ли карта', 'стоимость карты'] }
  await site.publish([
    { ...block, blocks: [paragraph(text('Откройте приложение и нажмите <Заблокировать>.'))] },
    { ...price, blocks: [paragraph(text('Карта бесплатна.'))] },
    { slug: 'contacts', title: 'Как с нами связаться', tags: ['contacts'], shortAnswer: [text('Позвоните 8 800 555-35-35.')] },
    ...(hides ? [hidden] : []),
  ])
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    site.ask('/ru/ask', { method: 'POST', body: new URLSearchParams(fields), headers })
  const rows = () => site.istok.database.reader.orm.select().from(askTable)
  return { ...site, post, rows }
}

test('a question gets the approved answer without a script, and is recorded', async () => {
  const { post, rows, body } = await openAskingSite()
  expect(await body('/ru/ask?q=%D0%B3%D0%B4%D0%B5%3Cb%3E')).toContain('где&lt;b&gt;</textarea>')
  const reply = await post({ question: 'Карту украли!' })
  expect(reply.status).toBe(200)
  expect(Object.fromEntries(reply.headers)).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
  const page = await reply.text()
  expect(page).toContain('<h1><a href="/ru/articles/block-card">Как заблокировать карту</a></h1>')
  expect(page).toContain('нажмите &lt;Заблокировать&gt;.')
  expect(await rows()).toMatchObject([{ channel: 'website', status: 'answered', question: 'Карту украли!' }])
})

test('where there is no answer it says so, shows how to reach a person and keeps the conversation', async () => {
  const { post, rows } = await openAskingSite()
  const page = await (await post({ question: 'рецепт борща с фасолью' })).text()
  expect(page).toContain('Ответа на этот вопрос у нас пока нет')
  expect(page).toContain('<a href="/ru/articles/contacts">Как с нами связаться</a>')
  expect(page).toContain('8 800 555-35-35')
  const conversation = /name="conversation" value="([\w-]+)"/.exec(page)?.[1] ?? ''
  expect(await (await post({ question: 'сколько варить фасоль', conversation })).text()).toContain('С этим поможет человек')
  expect((await rows()).map(({ status, conversationId }) => [status, conversationId])).toEqual([
    ['unanswered', conversation],
    ['handoff', conversation],
  ])
})

test('nothing internal is said, whatever is asked', async () => {
  const { post } = await openAskingSite()
  for (const question of ['кречет', 'Регламент «Кречет»', '<script>alert(1)</script>', '\u0000', '😀', '"><img src=x onerror=1>']) {
    const reply = await post({ question })
    expect((await reply.text()).replaceAll(question, '')).not.toMatch(/fraud|Регламент «|Кречет\.|<script>alert|<img src=x/)
  }
})

test('with and without internal articles the same is said', async () => {
  const sites = [await openAskingSite(), await openAskingSite({ hides: false })]
  for (const question of ['кречет', 'карту украли', 'сколько стоит карта', 'рецепт борща']) {
    const [one, other] = await Promise.all(sites.map(async ({ post }) => (await post({ question })).text()))
    const plain = (page = '') => page.replace(/[0-9a-f-]{36}/g, 'id').replace(/datetime="[^"]*"/g, '')
    expect(plain(one)).toBe(plain(other))
  }
})

test('only forms of this site are taken, and only questions that can be read', async () => {
  const { post, ask, rows } = await openAskingSite()
  expect((await post({ question: 'карта' }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect((await post({ question: 'карта' }, { Origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ question: ' ' })).status).toBe(422)
  expect((await post({ question: 'я'.repeat(1001) })).status).toBe(422)
  expect((await post({ question: 'я'.repeat(9000) })).status).toBe(413)
  expect((await post({})).status).toBe(400)
  expect(
    (await ask('/ru/ask', { method: 'POST', body: '{"question":"карта"}', headers: { 'Content-Type': 'application/json' } })).status,
  ).toBe(400)
  expect((await ask('/xx/ask')).status).toBe(404)
  expect((await post({ question: 'цена карты', conversation: '../../x' })).status).toBe(200)
  expect(await rows()).toHaveLength(1)
})

test('a search that found nothing, and whom an answer did not help, are led to asking', async () => {
  const { body } = await openAskingSite()
  const lost = await body('/ru/search?q=%D0%B9%D1%86%D1%83%D0%BA%D0%B5%D0%BD%D0%B3%D1%88%D1%89%D0%B7%D1%85')
  expect(lost).toMatch(/<form class="ask" method="post" action="\/ru\/ask"[\s\S]*йцукенгшщзх<\/textarea>/)
  expect(await body('/ru/articles/card-price?feedback=no')).toContain('<a href="/ru/ask">')
})
