import { expect, type Page, test } from '@playwright/test'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }

test.use({ locale: 'ru-RU' })
test.describe.configure({ timeout: 120_000 })

/** Goes on with Tab until the field or button of this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? labelOf(document.activeElement))
  await page.evaluate(() => {
    Object.assign(window, {
      labelOf: (at: HTMLInputElement | null) => at?.labels?.[0]?.textContent ?? at?.textContent?.slice(0, 80) ?? '',
    })
  })
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    if (name.test(await focused())) return
  }
  throw new Error(`nothing here is called ${name}`)
}
declare function labelOf(element: Element | null): string

test('a script is written by keyboard alone, loses nothing in saving, and a bot walks it by its buttons', async ({ page, request }) => {
  const { id } = await (await request.post('/api/v1/articles', { headers, data: { slug: 'script-by-keyboard' } })).json()
  const path = `/api/v1/articles/${id}/translations/ru`
  expect((await request.put(path, { headers, data: { title: 'Карта не работает', markdown: '' } })).status()).toBe(201)
  await signIn(page, 'editor', `/studio/scripts/${id}/ru`)
  await expect(page.getByText('4 ошибки', { exact: true })).toBeVisible()
  await tabTo(page, /^1\. Начало/)
  await page.keyboard.type('Что с картой?')
  await tabTo(page, /^Пояснение/)
  await page.keyboard.type('```')
  await tabTo(page, /^Вариант 1: Слова/)
  await page.keyboard.type('Потерялась')
  await tabTo(page, /новый шаг: Вариант 1/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Вариант 2: Слова/)
  await page.keyboard.type('Другое')
  await tabTo(page, /^Вид шага: 2/)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, /^2\. Заголовок/)
  await page.keyboard.type('Заблокируйте карту')
  await tabTo(page, /^Статья: 2/)
  await page.keyboard.type('заблокировать карту')
  await expect(page.getByRole('option', { name: /card-block/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, /^3\. Заголовок/)
  await page.keyboard.type('Вопрос решён')
  await expect(page.getByText('Ошибок нет', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Сохранено', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Вариант 2: Слова на кнопке')).toHaveValue('Другое')
  expect((await request.post('/api/v1/releases', { headers, data: { note: 'e2e', articles: [id] } })).status()).toBe(201)
  const bot = `/api/v1/channels/chatbot/answers/${id}?locale=ru&profile=telegram.html`
  const { content } = await (await request.get(bot, { headers })).json()
  const [first, second] = content.messages.at(-1).body.reply_markup.inline_keyboard.flat()
  expect([first.text, second.text]).toEqual(['Потерялась', 'Другое'])
  const [kind, article, step] = first.callback_data.split(':')
  expect([kind, article]).toEqual(['s', id])
  expect(content.steps[step].messages[0].body.text).toContain('Заблокируйте карту')
  const withdrawn = { note: 'e2e', withdraw: [id] }
  expect((await request.post('/api/v1/releases', { headers, data: withdrawn })).status()).toBe(201)
  expect((await request.get(bot, { headers })).status()).toBe(410)
})
