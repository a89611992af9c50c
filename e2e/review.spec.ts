import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }
test.use({ locale: 'ru-RU' })
test.describe.configure({ mode: 'serial' })

/** The bytes of everything public that there is: pages, lists, feeds, answers, search. */
async function publicBytes(request: APIRequestContext): Promise<Record<string, string>> {
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname)
  const others = ['/sitemap.xml', '/llms.txt', '/ru/feed.xml', '/en/feed.xml', '/api/v1/channels/website/changes?limit=200']
  const lists = ['ru', 'en'].flatMap(locale => [
    `/api/v1/channels/website/answers?locale=${locale}&limit=200`,
    `/api/v1/channels/website/categories?locale=${locale}`,
    `/api/v1/channels/website/search?locale=${locale}&q=card`,
  ])
  const bytes: Record<string, string> = {}
  for (const path of [...new Set([...pages, ...others, ...lists])]) bytes[path] = await (await request.get(path)).text()
  return bytes
}

async function articleOf(request: APIRequestContext, slug: string): Promise<string> {
  return (await (await request.get(`/api/v1/articles?q=${slug}`, { headers })).json()).items[0].id
}

/** Puts words at the beginning of the Russian draft, as an author who types them. */
async function write(request: APIRequestContext, id: string, words: string): Promise<void> {
  const path = `/api/v1/articles/${id}/translations/ru`
  const draft = await (await request.get(path, { headers })).json()
  const { title, shortAnswer, questions, variations } = draft
  const texts = Object.fromEntries(
    Object.entries(variations as Record<string, { markdown: string }>).map(([kind, one]) => [kind, { markdown: one.markdown }]),
  )
  const data = { title, shortAnswer, questions, variations: texts, markdown: `${words}\n\n${draft.markdown}` }
  const reply = await request.put(path, { headers: { ...headers, 'If-Match': `"${draft.version}"` }, data })
  expect(reply.status()).toBe(200)
}

async function setRule(request: APIRequestContext, approval: string): Promise<void> {
  expect((await request.put('/api/v1/settings/workflow', { headers, data: { approval } })).status()).toBe(200)
}

async function as(page: Page, user: 'editor' | 'approver', path: string): Promise<void> {
  await page.context().clearCookies()
  await signIn(page, user, path)
}

test.afterAll(async ({ request }) => setRule(request, 'off'))

test('an approver sees the difference, sends it back, gets it again and approves it; until it is published no public byte changes', async ({
  page,
  request,
}) => {
  await setRule(request, 'four-eyes')
  const id = await articleOf(request, 'card-pin')
  const before = await publicBytes(request)
  await write(request, id, 'Новый абзац о ПИН-коде.')

  await as(page, 'editor', `/studio/articles/${id}?locale=ru`)
  await page.getByRole('button', { name: 'На согласование' }).click()
  await page.getByRole('textbox', { name: 'Что посмотреть' }).fill('Посмотрите первый абзац')
  await page.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(page.getByText('Отправлено на согласование')).toBeVisible()
  expect((await request.post('/api/v1/releases', { headers, data: { articles: [id] } })).status()).toBe(422)

  await as(page, 'approver', '/studio/reviews')
  await page.getByRole('link', { name: /ПИН/ }).first().click()
  await expect(page.locator('ins', { hasText: 'Новый абзац о ПИН-коде.' }).first()).toBeVisible()
  await page.getByRole('tab', { name: /^Сайт/ }).click()
  await expect(page.getByRole('tabpanel').locator('ins', { hasText: 'Новый абзац' })).toBeVisible()
  await page.getByRole('tab', { name: /^Документ/ }).click()
  await page.getByRole('button', { name: /Замечание: Новый абзац/ }).click()
  await page.getByRole('textbox', { name: 'Замечание', exact: true }).fill('О каком коде речь?')
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  await expect(page.locator('.thread', { hasText: 'О каком коде речь?' })).toBeVisible()
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click()
  await page.getByRole('textbox', { name: 'Что изменить' }).fill('Уточните срок')
  await page.getByRole('button', { name: 'Вернуть с причиной' }).click()
  await expect(page.getByText('Уточните срок')).toBeVisible()

  await write(request, id, 'Срок — пять минут.')
  await as(page, 'editor', `/studio/articles/${id}/edit?locale=ru`)
  const notes = page.locator('.review-notes')
  await expect(notes).toContainText('Уточните срок')
  await page.locator('.body-text .document-text').waitFor()
  await notes.getByRole('button', { name: /^Новый абзац/ }).click()
  await expect(page.locator('.body-text .document-text')).toBeFocused()
  await notes.getByRole('button', { name: 'Ответить' }).click()
  await page.keyboard.type('О коде карты.')
  await page.keyboard.press('Control+Enter')
  await expect(notes.locator('.remark', { hasText: 'О коде карты.' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await notes.getByRole('button', { name: 'Решено' }).click()
  await expect(notes.locator('.thread')).toHaveCount(0)
  await page.getByRole('button', { name: 'На согласование' }).click()
  await page.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(page.getByText('Отправлено на согласование')).toBeVisible()
  await as(page, 'approver', '/studio/reviews')
  await page.getByRole('link', { name: /ПИН/ }).first().click()
  await page.getByRole('link', { name: 'С прошлой отправкой' }).click()
  await expect(page.locator('ins', { hasText: 'Срок — пять минут.' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Согласовать' }).click()
  await expect(page.locator('.article-meta').getByText('Согласовано', { exact: true })).toBeVisible()

  expect(await publicBytes(request)).toEqual(before)
  expect((await request.post('/api/v1/releases', { headers, data: { articles: [id] } })).status()).toBe(201)
  expect(await (await request.get('/ru/articles/card-pin')).text()).toContain('Срок — пять минут.')
})

test('the same by keyboard alone', async ({ page, request }) => {
  await setRule(request, 'required')
  const id = await articleOf(request, 'card-block')
  const before = await publicBytes(request)
  await write(request, id, 'Слова с клавиатуры.')
  await request.post(`/api/v1/articles/${id}/reviews`, { headers, data: { note: '' } })

  await as(page, 'approver', '/studio/articles')
  await page.keyboard.press('g')
  await page.keyboard.press('v')
  await page.waitForURL('**/studio/reviews')
  await expect(page.locator('[data-row]').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/studio/reviews/*')
  await expect(page.locator('ins', { hasText: 'Слова с клавиатуры.' }).first()).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByRole('textbox', { name: 'Что изменить' })).toBeFocused()
  await page.keyboard.type('Ещё короче')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.article-meta').getByText('Возвращено', { exact: true })).toBeVisible()

  await write(request, id, 'Короче.')
  await request.post(`/api/v1/articles/${id}/reviews`, { headers, data: { note: '' } })
  await page.goto('/studio/reviews')
  await expect(page.locator('[data-row]').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/studio/reviews/*')
  await expect(page.locator('ins', { hasText: 'Короче.' }).first()).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.locator('.article-meta').getByText('Согласовано', { exact: true })).toBeVisible()
  expect(await publicBytes(request)).toEqual(before)
})

test('from nothing to a review by keyboard alone: an article is begun, written, looked at in every channel and sent', async ({
  page,
  request,
}) => {
  await as(page, 'editor', '/studio/articles')
  const { keyboard } = page
  await expect(page.locator('[data-row]').first()).toBeVisible()
  await keyboard.press('n')
  await keyboard.press('a')
  await page.waitForURL('**/studio/articles/new')
  await expect(page.locator('input[name="title"]')).toBeFocused()
  await keyboard.type(`Статья с клавиатуры ${Date.now()}`)
  await expect(page.locator('input[name="slug"]')).toHaveValue(/^statya-s-klaviatury-\d{13}$/)
  await keyboard.press('Enter')
  await page.waitForURL('**/edit?locale=ru')
  const id = new URL(page.url()).pathname.split('/')[3] ?? 'none'
  const text = page.locator('.body-text .document-text')
  await tabTo(page, text)
  await keyboard.type('Для всех.')
  await keyboard.press('Enter')
  await keyboard.type('/оператор')
  await expect(page.getByRole('option', { name: 'Только операторам' })).toBeVisible()
  await keyboard.press('Enter')
  await keyboard.type('Кодовое слово.')
  for (const channel of ['website', 'chatbot', 'ivr', 'operator', 'agent'])
    await expect(page.locator(`.live-${channel} .window`)).toContainText('Для всех.')
  await expect(page.locator('.live-operator .window')).toContainText('Кодовое слово.')
  for (const channel of ['website', 'chatbot', 'ivr', 'agent'])
    await expect(page.locator(`.live-${channel} .window`)).not.toContainText('Кодовое слово.')
  await expect(page.locator('.save-state')).toHaveAttribute('data-state', 'saved')

  await keyboard.press('Escape')
  await tabTo(page, page.getByRole('button', { name: 'На согласование' }))
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await keyboard.type('Посмотрите, пожалуйста')
  await tabTo(page, dialog.getByRole('button', { name: 'Отправить' }))
  await keyboard.press('Enter')
  await expect(dialog).not.toBeVisible()
  await expect.poll(async () => (await request.get('/api/v1/reviews?limit=200', { headers })).text()).toContain(id)
})

/** Presses Tab until something has the keyboard. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor()
  for (let presses = 0; presses < 150; presses += 1) {
    if (await goal.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}
