import { expect, type Page, test } from '@playwright/test'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }

test.use({ locale: 'ru-RU' })

/** Presses Tab until the focus is where the test says; more than a page has are a trap. */
async function tabTo(page: Page, name: string | RegExp, role = 'button'): Promise<void> {
  const goal = page.getByRole(role as 'button', { name }).first()
  await goal.waitFor()
  for (let presses = 0; presses < 120; presses += 1) {
    if (await goal.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}

test('by keyboard alone a value to come is changed on the time line, its impact is seen, and the site says it on its day', async ({
  page,
  request,
}) => {
  const key = 'e2e.delivery'
  const soon = Date.now() + 3_600_000
  const made = await request.post('/api/v1/facts', {
    headers,
    data: {
      ...{ key, type: 'money', unit: 'RUB', title: { ru: 'Доставка карты', en: 'Card delivery' } },
      values: [{ value: '100' }, { value: '200', validFrom: new Date(soon).toISOString() }],
    },
  })
  expect(made.status()).toBe(201)
  const article = await (await request.post('/api/v1/articles', { headers, data: { slug: 'e2e-delivery' } })).json()
  const markdown = `Курьер привезёт карту за :fact[${key}].`
  await request.put(`/api/v1/articles/${article.id}/translations/ru`, {
    headers,
    data: { title: 'Доставка карты курьером', shortAnswer: 'Карту привезут.', markdown },
  })
  const release = await request.post('/api/v1/releases', { headers, data: { note: 'e2e', articles: [article.id], facts: [key] } })
  expect(release.status()).toBe(201)

  await signIn(page, 'editor', `/studio/facts/${key}`)
  await tabTo(page, /200\s₽.*будет/)
  await page.keyboard.press('Enter')
  const value = page.locator('input[name="value-1"]')
  await expect(value).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('250')
  const impact = page.getByRole('region', { name: 'Что изменится' })
  await expect(impact.getByText('Доставка карты курьером').first()).toBeVisible()
  await expect(impact).toContainText('250')
  await expect(impact).not.toContainText('Сразу после публикации')

  // What is said now is brought forward, too: the site shows it at once.
  await tabTo(page, /100\s₽.*сейчас/)
  await page.keyboard.press('Enter')
  await expect(page.locator('input[name="value-0"]')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('150')
  await expect(impact).toContainText('Сразу после публикации')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 статья')
  await tabTo(page, 'Опубликовать сейчас')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Опубликовано, релиз \d+/)).toBeVisible()

  await page.goto('/ru/articles/e2e-delivery')
  await expect(page.getByRole('main')).toContainText('150\u00a0₽')
  const later = await (await request.get(`/api/v1/facts/${key}`, { headers })).json()
  expect(later).toMatchObject({ status: 'published', values: [{ value: '150' }, { value: '250' }] })
})

test('by keyboard alone synonyms are added and found by at once, with the reason', async ({ page, request }) => {
  const { items } = await (await request.get('/api/v1/synonyms?limit=200', { headers })).json()
  for (const item of items) if (item.terms.includes('жужелица')) await request.delete(`/api/v1/synonyms/${item.id}`, { headers })
  await signIn(page, 'editor', '/studio/synonyms')
  const query = page.getByRole('searchbox', { name: 'Вопрос клиента' })
  await query.focus()
  await page.keyboard.type('жужелица')
  await expect(page.getByText('Ничего не нашлось. Добавьте синоним')).toBeVisible()
  await tabTo(page, 'Добавить синонимы')
  await page.keyboard.press('Enter')
  await expect(page.locator('textarea[name="terms"]')).toBeFocused()
  await page.keyboard.type('жужелица, комиссия')
  await tabTo(page, 'Сохранить')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Сохранено. Поиск уже знает.')).toBeVisible()
  await query.focus()
  await page.keyboard.press('Enter')
  const box = page.getByRole('region', { name: 'Проверка поиска' })
  await expect(box.locator('.way-synonym').first()).toHaveText('синоним')
  const found = await (await request.get(`/api/v1/channels/website/search?locale=ru&q=${encodeURIComponent('жужелица')}`)).json()
  expect(found.items.length).toBeGreaterThan(0)
  expect(found.items[0].matchedBy).toContain('synonym')
})
