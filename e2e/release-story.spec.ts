import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { channelKinds } from '#lib/compile/channels.ts'
import { ownServer } from './own-server.ts'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }

/** Everything that is pending is counted: no other story may leave drafts here. */
const own = ownServer(8)

test.use({ locale: 'ru-RU', baseURL: own.url })
test.describe.configure({ mode: 'serial', timeout: 600_000 })
test.beforeAll(({ playwright }) => playwright.request.newContext().then(request => own.start(request, { fresh: true })))
test.afterAll(() => own.kill())

interface Article {
  id: string
  slug: string
  translations: { locale: string; liveRevision: number | null }[]
}

/** A sentence that the release brings into 25 articles, and new values of 6 facts. Returns what was changed. */
async function changeDrafts(request: APIRequestContext, sentence: string): Promise<{ articles: Article[]; facts: string[] }> {
  const { items } = await (await request.get('/api/v1/articles?limit=200', { headers })).json()
  const articles = (items as Article[])
    .filter(({ translations }) => translations.some(one => one.locale === 'ru' && one.liveRevision))
    .slice(0, 25)
  for (const { id } of articles) {
    const path = `/api/v1/articles/${id}/translations/ru`
    const { title, shortAnswer, questions, document, version } = await (await request.get(path, { headers })).json()
    const content = [...document.content, { type: 'paragraph', content: [{ type: 'text', text: sentence }] }]
    const data = { title, shortAnswer, questions, document: { ...document, content } }
    const reply = await request.put(path, { headers: { ...headers, 'If-Match': `"${version}"` }, data })
    expect([reply.status(), reply.ok() ? '' : await reply.text()]).toEqual([200, ''])
  }
  const known = await (await request.get('/api/v1/facts?limit=200', { headers })).json()
  const facts: string[] = []
  for (const { key, type, unit, title, values, version } of known.items) {
    if (facts.length === 6 || !['percent', 'number', 'money'].includes(type) || values.length !== 1) continue
    const data = { key, type, unit, title, values: [{ ...values[0], value: String(Number(values[0].value) + 1) }] }
    const reply = await request.put(`/api/v1/facts/${key}`, { headers: { ...headers, 'If-Match': `"${version}"` }, data })
    if (reply.ok()) facts.push(key)
  }
  expect([articles.length, facts.length]).toEqual([25, 6])
  return { articles, facts }
}

/** Polls every channel until all have the release, and proves that no two were ever seen apart: what is read later is never older. */
async function watchSwitch(request: APIRequestContext, slug: string, before: number): Promise<number> {
  let newest = before
  for (const end = Date.now() + 120_000; Date.now() < end; ) {
    const seen: number[] = []
    for (const channel of channelKinds) {
      const reply = await request.get(`/api/v1/channels/${channel}/answers/${slug}?locale=ru`, { headers })
      seen.push((await reply.json()).release)
    }
    for (const release of seen) {
      expect(release).toBeGreaterThanOrEqual(newest)
      newest = release
    }
    if (newest > before && seen.every(release => release === newest)) return newest
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('The release did not come')
}

/** The organisation's clock in so many seconds, as the fields take it. */
function wallClock(seconds: number): { date: string; time: string } {
  const [date = '', time = ''] = new Date(Date.now() + seconds * 1000).toLocaleString('sv-SE', { timeZone: 'Europe/Moscow' }).split(' ')
  return { date, time }
}

const publish = (page: Page) => page.getByRole('button', { name: /^Опубликовать 25 статей и 6 фактов в \d\d:\d\d/ })

test('a release of 25 articles and 6 facts is composed for a moment to come, and every channel switches at it', async ({
  page,
  request,
}) => {
  const { articles, facts } = await changeDrafts(request, 'Это стало можно сделать и в приложении.')
  const slug = articles[0]?.slug ?? ''
  const before = (await (await request.get(`/api/v1/channels/website/answers/${slug}?locale=ru`, { headers })).json()).release
  await signIn(page, 'admin', '/studio')
  await page.goto('/studio/releases/new')
  await page.getByRole('checkbox', { name: 'Выбрать все (25)' }).check()
  await page.getByRole('tab', { name: /Факты/ }).click()
  await page.getByRole('checkbox', { name: 'Выбрать все (6)' }).check()
  await page.reload()
  await page.getByRole('button', { name: 'Опубликовать 25 статей и 6 фактов' }).waitFor()
  await page
    .getByRole('button', { name: /^До и после:/ })
    .first()
    .click()
  await expect(page.locator('ins').first()).toContainText('Это стало можно сделать')
  await page.getByLabel('Заметка для истории').fill('Осенние тарифы')
  await page.getByText('В назначенное время').click()
  const { date, time } = wallClock(25)
  await page.locator('input[name="date"]').fill(date)
  await page.locator('input[name="time"]').fill(time)
  await publish(page).click()
  await page.waitForURL('**/studio/releases/calendar')
  await expect(page.getByRole('listitem').filter({ hasText: 'Осенние тарифы' })).toContainText('25 статей и 6 фактов')

  const release = await watchSwitch(request, slug, before)
  const detail = await (await request.get(`/api/v1/releases/${release}`, { headers })).json()
  expect(detail.note).toBe('Осенние тарифы')
  for (const { slug: of } of articles)
    expect(detail.changes).toContainEqual(expect.objectContaining({ slug: of, locale: 'ru', op: 'upsert' }))
  for (const channel of channelKinds) {
    const reply = await (await request.get(`/api/v1/channels/${channel}/answers/${slug}?locale=ru`, { headers })).json()
    expect(reply.release).toBe(release)
  }
  const pending = await (await request.get('/api/v1/pending', { headers })).json()
  for (const fact of facts) expect(pending.facts.map((one: { key: string }) => one.key)).not.toContain(fact)
})

test('the same by keyboard alone', async ({ page, request }) => {
  const { articles } = await changeDrafts(request, 'Изменения вступят в силу сразу.')
  const slug = articles[0]?.slug ?? ''
  const before = (await (await request.get(`/api/v1/channels/website/answers/${slug}?locale=ru`, { headers })).json()).release
  await signIn(page, 'admin', '/studio')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+KeyK')
  await page.getByRole('dialog').locator('input').waitFor()
  await page.keyboard.type('новый релиз')
  await page.getByRole('button', { name: 'Новый релиз' }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.composer[data-ready="true"]').waitFor()
  await page.keyboard.press('Slash')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Alt+2')
  await page.getByRole('checkbox', { name: 'Выбрать все (6)' }).waitFor()
  await page.keyboard.press('Slash')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Опубликовать 25 статей и 6 фактов' }).waitFor()
  await tabTo(page, 'textarea[name="note"]')
  await page.keyboard.type('С клавиатуры')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.locator('input[name="date"]').waitFor()
  const { date, time } = wallClock(30)
  await tabTo(page, 'input[name="date"]')
  // The browser proposes today, except in the last hour of a day; its own language, not the page's, says in which order a date is typed.
  const [year, month, day] = date.split('-')
  if ((await page.locator('input[name="date"]').inputValue()) !== date) await page.keyboard.type(`${month}${day}${year}`)
  await tabTo(page, 'input[name="time"]')
  // The browser's own language has a clock of twelve hours: 21 would be taken for two o'clock and a minute.
  const [hour = 0, ...rest] = time.split(':')
  await page.keyboard.type(`${String(Number(hour) % 12 || 12).padStart(2, '0')}${rest.join('')}${Number(hour) < 12 ? 'AM' : 'PM'}`)
  await expect(publish(page)).toBeEnabled()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL('**/studio/releases/calendar')
  const release = await watchSwitch(request, slug, before)
  expect((await (await request.get(`/api/v1/releases/${release}`, { headers })).json()).note).toBe('С клавиатуры')
})

test('of more pending items than the page has, the server finds, shows more and names all', async ({ page, request }) => {
  const values = [{ value: '1', validFrom: null, validTo: null }]
  for (let index = 0; index < 450; index++) {
    const data = { key: `many-${index}`, type: 'number', unit: null, title: { ru: `Лимит номер ${index}` }, values }
    expect((await request.post('/api/v1/facts', { headers, data })).status()).toBe(201)
  }
  const { count } = await (await request.get('/api/v1/pending/facts?limit=1', { headers })).json()
  await signIn(page, 'admin', '/studio')
  await page.goto('/studio/releases/new?facts=many-7')
  await page.getByRole('tab', { name: /Факты/ }).click()
  const rows = page.locator('.pick-row')
  await expect(rows).toHaveCount(100)
  await expect(page.getByRole('checkbox', { name: 'Лимит номер 7', exact: false }).first()).toBeChecked()
  for (const shown of [200, 300, 400]) {
    await page.getByRole('button', { name: /^Показать ещё/ }).click()
    await expect(rows).toHaveCount(shown)
  }
  const search = page.locator('[data-kind="facts"] [data-shortcut="search"]')
  await search.fill('лимит номер 44')
  await page.getByRole('checkbox', { name: 'Выбрать все (14)' }).check()
  await expect(page.locator('.pick-all [role=status]')).toContainText('15')
  await search.fill('')
  // The server is asked for all of it: the box follows its answer.
  const all = page.getByRole('checkbox', { name: `Выбрать все (${count})` })
  await all.click()
  await expect(all).toBeChecked()
  await expect(page.locator('.pick-all [role=status]')).toContainText(String(count))
  await all.click()
  await expect(page.locator('.pick-all [role=status]')).toContainText('ничего не выбрано')
})

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 200; step++) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${selector}`)
}
