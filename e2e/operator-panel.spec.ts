import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { demoUsers } from '#lib/access/demo-users.ts'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }

test.use({ locale: 'ru-RU', permissions: ['clipboard-read', 'clipboard-write'] })
test.describe.configure({ timeout: 300_000 })

/** Questions as operators type them, and the answer that is meant. */
const questions = [
  ['сколько стоит перевод', 'transfer-fee'],
  ['лимиты на переводы', 'transfer-limits'],
  ['как отменить перевод', 'transfer-cancel'],
  ['перевод не пришел', 'transfer-not-arrived'],
  ['заблокировать карту', 'card-block'],
  ['сменить пин код', 'card-pin'],
  ['кешбэк за покупки', 'cashback'],
  ['снять наличные', 'cash-withdrawal'],
  ['закрыть счет', 'close-account'],
  ['rfhne erhfkb', 'card-stolen'],
] as const

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function shortAnswer(request: APIRequestContext, slug: string): Promise<string> {
  const reply = await request.get(`/api/v1/channels/operator/answers/${slug}?locale=ru`, { headers })
  return (await reply.json()).content.copy.short
}

/** Says something else in the open article, and publishes it. */
async function publishAgain(request: APIRequestContext, slug: string, text: string): Promise<void> {
  const { items } = await (await request.get(`/api/v1/articles?q=${slug}`, { headers })).json()
  const { id } = items.find((item: { slug: string }) => item.slug === slug)
  const path = `/api/v1/articles/${id}/translations/ru`
  const { title, shortAnswer: short, questions: asked, markdown, version, variations } = await (await request.get(path, { headers })).json()
  const kept = Object.fromEntries(
    Object.entries(variations as Record<string, { document: unknown }>).map(([kind, { document }]) => [kind, { document }]),
  )
  const data = { title, shortAnswer: short, questions: asked, markdown: `${markdown}\n\n${text}`, variations: kept }
  expect((await request.put(path, { headers: { ...headers, 'If-Match': `"${version}"` }, data })).status()).toBe(200)
  expect((await request.post('/api/v1/releases', { headers, data: { note: 'e2e', articles: [id] } })).status()).toBe(201)
}

test('an operator finds and copies ten answers by keyboard alone', async ({ page, request }) => {
  await signIn(page, 'operator', '/operator/ru')
  for (const [question, slug] of questions) {
    await page.keyboard.press('/')
    const answered = page.waitForResponse(reply => new URL(reply.url()).searchParams.get('q') === question)
    await page.keyboard.type(question)
    await answered
    const placeOf = () =>
      page
        .locator('.answer-item')
        .evaluateAll((rows, href) => rows.findIndex(row => row.getAttribute('href') === href), `/operator/ru/${slug}`)
    await expect.poll(async () => [0, 1, 2].includes(await placeOf()), { message: question }).toBe(true)
    const place = await placeOf()
    for (let step = 0; step < place; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/operator/ru/${slug}`)
    await expect(page.locator('.desk-article h2').first()).toBeFocused()
    await page.keyboard.press('c')
    await expect(page.getByText('Скопировано: Короткий ответ')).toBeVisible()
    expect(await clipboard(page)).toBe(await shortAnswer(request, slug))
  }
})

test('categories are a tree for the keyboard: chosen with arrows and Enter, and left again', async ({ page }) => {
  await signIn(page, 'operator', '/operator/ru')
  const all = await page.getByRole('option').count()
  await page.keyboard.press('d')
  await expect(page.getByRole('treeitem', { name: /Все категории/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tree')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Карты/ })).toBeFocused()
  await expect.poll(() => page.getByRole('option').count()).toBeLessThan(all)
  await page.keyboard.press('d')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Карты/ })).toBeFocused()
})

test('every key of an open answer means one thing', async ({ page }) => {
  await signIn(page, 'operator', '/operator/ru/transfer-fee')
  await expect(page.locator('.desk-article h2').first()).toBeFocused()
  await page.keyboard.press('Shift+Slash')
  await expect(page.getByRole('dialog').locator('dd').first()).toBeVisible()
  const keys = await page
    .getByRole('dialog')
    .locator('dd')
    .evaluateAll(all => all.map(one => one.textContent ?? ''))
  expect(keys.length).toBeGreaterThan(15)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('/')
  await page.keyboard.type('кешбэк')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/operator/ru/cashback')
  await expect(page.locator('.desk-article h2').first()).toBeFocused()
  await page.keyboard.press('l')
  await expect(page.getByRole('combobox').first()).toHaveValue('')
  await expect(page.getByRole('option')).toHaveText([/Кешбэк/, /Сколько стоит перевод/])
})

test('two keys report an answer, and the report is a task in the studio until it is settled', async ({ page }) => {
  await signIn(page, 'operator', '/operator/ru/cashback')
  await expect(page.locator('.desk-article h2').first()).toBeFocused()
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('o')
  await expect(page.getByText('Сообщение отправлено')).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, 'editor', '/studio/tasks')
  const task = page.getByRole('listitem').filter({ hasText: 'Устарело' })
  await expect(task).toHaveCount(1)
  await task.getByRole('textbox').fill('Проверено')
  await task.getByRole('button', { name: 'Решено' }).click()
  await expect(task).toHaveCount(0)
})

test('a banner says within five seconds that the open answer changed, and how; without a network the answer stays', async ({
  page,
  request,
  context,
}) => {
  await signIn(page, 'operator', '/operator/ru/close-account')
  await expect(page.locator('.desk-article h2').first()).toBeFocused()
  await publishAgain(request, 'close-account', 'Совершенно новая строка.')
  const banner = page.getByRole('alert').filter({ hasText: 'Ответ изменился' })
  await expect(banner).toBeVisible({ timeout: 5000 })
  await expect(banner.locator('ins')).toContainText('Совершенно новая строка')
  await banner.getByRole('button', { name: 'Показать новое' }).click()
  await expect(page.locator('.desk-article .prose')).toContainText('Совершенно новая строка')
  await expect(banner).toHaveCount(0)
  await context.setOffline(true)
  await expect(page.getByText('Нет связи.')).toBeVisible()
  await expect(page.locator('.desk-article .prose')).toContainText('Совершенно новая строка')
  await page.locator('.answer-item').nth(1).click()
  await expect(page.locator('.desk-article .prose')).toContainText('Совершенно новая строка')
  await page.getByRole('link', { name: 'Пробелы' }).click()
  await expect(page.getByText('Нет связи.')).toHaveCount(2)
  await expect(page.locator('.desk-article .prose')).toContainText('Совершенно новая строка')
  await context.setOffline(false)
  await expect(page.locator('.desk-banner', { hasText: 'Нет связи.' })).toHaveCount(0)
})

test('an address of the panel asks its question and says who calls, also after signing in; the number is in no request', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', one => asked.push(`${one.url()} ${one.postData() ?? ''} ${one.headers().referer ?? ''}`))
  await page.goto(`/operator?q=${encodeURIComponent('rfhne erhfkb')}#phone=%2B79161234567`)
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.locator('form[data-ready=true]')).toBeVisible()
  await page.getByRole('button', { name: /operator@/ }).click()
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.waitForURL('**/operator/ru?q=**')
  await expect(page.getByText('Звонок: +79161234567')).toBeVisible({ timeout: 30_000 })
  await expect(page).toHaveURL(/\/operator\/ru\?q=[^#]+$/)
  const field = page.getByRole('combobox', { name: 'Найти ответ' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('rfhne erhfkb')
  await expect(page.locator('.answer-item').first()).toContainText('карт')
  await page.evaluate(() => location.assign('#phone=%2B74950000000&topic=%D0%BA%D1%8D%D1%88%D0%B1%D1%8D%D0%BA'))
  await expect(page.getByText('Звонок: +74950000000')).toBeVisible()
  await expect(field).toHaveValue('кэшбэк')
  await page.getByRole('button', { name: 'Убрать номер' }).click()
  await expect(page.getByText('Звонок:')).toHaveCount(0)
  expect(asked.filter(one => /9161234567|4950000000/.test(one))).toEqual([])
})

test('a script is walked by keyboard, back and anew, and its transcript is copied', async ({ page }) => {
  await signIn(page, 'operator', '/operator/ru/script-transfer-failed')
  const step = page.locator('.walk h3')
  await expect(step).toHaveText('Что случилось с переводом?')
  await page.keyboard.press('1')
  await expect(step).toHaveText('Что пишет приложение?')
  await page.keyboard.press('b')
  await expect(step).toHaveText('Что случилось с переводом?')
  for (const key of ['1', '2', '1', '1']) await page.keyboard.press(key)
  await expect(step).toHaveText('Вопрос решён')
  await page.keyboard.press('y')
  await expect(page.getByText('Скопировано: ход разговора')).toBeVisible()
  expect(await clipboard(page)).toContain(
    '2. Что пишет приложение? → Неверные реквизиты\n3. Проверьте реквизиты\n4. Это помогло? → Да\n5. Вопрос решён',
  )
  await page.keyboard.press('z')
  await expect(step).toHaveText('Что случилось с переводом?')
})

test('in a page of another origin, without third-party cookies, the frame opens with a one-time token and inserts the approved words', async ({
  browser,
  request,
  baseURL,
}) => {
  const host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end('<!doctype html><meta charset="utf-8"><title>CRM</title><iframe name="istok" width="700" height="800"></iframe>')
  })
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  const embedding = await (await request.post('/api/v1/embeddings', { headers, data: { name: 'CRM', origins: [origin] } })).json()
  const email = demoUsers.find(user => user.kind === 'operator')?.email
  const issue = async () =>
    (await (await request.post(`/api/v1/embeddings/${embedding.id}/tokens`, { headers, data: { email } })).json()).token as string
  const context = await browser.newContext({ locale: 'ru-RU' })
  const page = await context.newPage()
  const framed = await request.get(`/operator/embed/${embedding.id}`)
  expect(framed.headers()['content-security-policy']).toContain(`frame-ancestors ${origin}`)
  expect(framed.headers()['x-frame-options']).toBeUndefined()
  const asked: string[] = []
  page.on('request', one => asked.push(`${one.url()} ${one.headers().referer ?? ''}`))
  await page.goto(origin)
  const token = await issue()
  await page.evaluate(
    ([address]) => {
      Object.assign(window, { said: [] })
      addEventListener('message', event => (window as unknown as { said: unknown[] }).said.push({ origin: event.origin, data: event.data }))
      const frame = document.querySelector('iframe')
      if (frame) frame.src = address ?? ''
    },
    [`${baseURL}/operator/embed/${embedding.id}?q=${encodeURIComponent('сколько стоит перевод')}#token=${token}&phone=%2B79161234567`],
  )
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('+79161234567')).toBeVisible()
  await frame
    .getByRole('option', { name: /Сколько стоит перевод/ })
    .first()
    .click()
  await frame.getByRole('button', { name: 'Вставить: Короткий ответ' }).click()
  await expect(frame.getByText('Вставлено')).toBeVisible()
  const call = { type: 'istok:caller', phone: '+7 495 000-00-00', topic: 'кешбэк' }
  await page.evaluate(([message, to]) => document.querySelector('iframe')?.contentWindow?.postMessage(message, String(to)), [
    call,
    new URL(baseURL ?? '').origin,
  ] as const)
  await expect(frame.getByText('+7 495 000-00-00')).toBeVisible()
  const field = frame.getByRole('combobox')
  await expect(field).toHaveValue('кешбэк')
  await field.fill('rfhne erhfkb')
  await expect(frame.locator('.desk-corrected')).toContainText('карту украли')
  await expect(field).toHaveValue('rfhne erhfkb')
  await frame.getByRole('option').first().click()
  await expect(frame.locator('.frame-answer .prose')).not.toBeEmpty()
  await publishAgain(request, 'card-stolen', 'Строка для рамки.')
  await expect(frame.getByRole('alert').locator('ins')).toContainText('Строка для рамки')
  await frame.getByRole('button', { name: 'Показать новое' }).click()
  await expect(frame.locator('.frame-answer .prose')).toContainText('Строка для рамки')
  await request.delete(`/api/v1/embeddings/${embedding.id}`, { headers })
  await expect(frame.getByText('Сеанс закончился')).toBeVisible()
  await expect(frame.locator('.frame-answer .prose')).toContainText('Строка для рамки')
  const said = await page.evaluate(() => (window as unknown as { said: { origin: string; data: { type: string; text?: string } }[] }).said)
  const inserted = said.find(({ data }) => data.type === 'istok:insert')
  expect(inserted?.origin).toBe(new URL(baseURL ?? '').origin)
  expect(inserted?.data.text).toBe(await shortAnswer(request, 'transfer-fee'))
  expect(asked.some(one => one.includes('9161234567') || one.includes(token))).toBe(false)
  expect(await context.cookies()).toEqual([])
  expect((await request.post(`/api/v1/embeddings/${embedding.id}/sessions`, { data: { token } })).status()).toBe(401)

  const refused = await request.get('/operator/ru/transfer-fee', { maxRedirects: 0 })
  expect(refused.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  expect((await request.get(`/operator/embed/${embedding.id}`)).headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  await context.close()
  await new Promise(resolve => host.close(resolve))
})
