import { expect, test } from '@playwright/test'
import { demoPassword } from '#lib/access/demo-users.ts'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

test.use({ locale: 'ru-RU' })

const headers = { Authorization: `Bearer ${adminKey}` }
const email = 'vera.e2e@istok.demo'

test('an administrator gives a role in a category; its articles can be changed from then on, and no others', async ({
  page,
  browser,
  request,
}) => {
  const person = { email, name: 'Вера Кредитова', roles: ['viewer'], locale: 'ru', password: demoPassword }
  const user = (await (await request.post('/api/v1/users', { headers, data: person })).json()) as { id: string }
  const articles = (await (await request.get('/api/v1/articles?limit=100', { headers })).json()) as {
    items: { id: string; category: string }[]
  }
  const idIn = (category: string) => articles.items.find(article => article.category === category)?.id ?? ''
  const context = await browser.newContext({ locale: 'ru-RU' })
  const vera = await context.newPage()
  await vera.goto('/sign-in?from=%2Fstudio%2Farticles')
  await vera.locator('form[data-ready="true"]').waitFor()
  await vera.locator('input[name="email"]').fill(email)
  await vera.locator('input[name="password"]').fill(demoPassword)
  await vera.locator('button[type="submit"]').click()
  await vera.waitForURL(url => url.pathname === '/studio/articles')
  await expect(vera.getByRole('heading', { name: 'Статьи' })).toBeVisible()
  await expect(vera.getByRole('link', { name: 'Новая статья' })).toHaveCount(0)

  await signIn(page, 'admin', '/studio/settings/users')
  await page.getByRole('button', { name: 'Изменить: Вера Кредитова' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Добавить роль в категории' }).click()
  await dialog.getByLabel('Категория').selectOption('loans')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('автор: Кредиты')).toBeVisible()

  // The same session, with its next request.
  await vera.goto(`/studio/articles/${idIn('loans')}`)
  await expect(vera.getByRole('link', { name: 'Изменить', exact: true })).toBeVisible()
  await vera.goto(`/studio/articles/${idIn('cards')}`)
  await expect(vera.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(vera.getByRole('link', { name: 'Изменить', exact: true })).toHaveCount(0)
  await vera.goto('/studio/articles/new')
  await expect(vera.getByLabel('Категория').locator('option')).toHaveText(['Кредиты и ипотека'])
  await context.close()
  await request.patch(`/api/v1/users/${user.id}`, { headers, data: { disabled: true } })
})

test('a category’s history shows who changed what, and an earlier state comes back', async ({ page, request }) => {
  const made = await request.post('/api/v1/categories', { headers, data: { slug: 'e2e-history', title: { ru: 'Первое имя' } } })
  const { id } = (await made.json()) as { id: string }
  await request.patch(`/api/v1/categories/${id}`, { headers, data: { title: { ru: 'Второе имя' } } })
  await signIn(page, 'admin', '/studio/categories')
  await page.getByRole('link', { name: 'История: Второе имя' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Второе имя' })).toBeVisible()
  await expect(page.locator('.piece-removed').first()).toContainText('Первое')
  await page.getByRole('button', { name: /^Вернуть/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Первое имя' })).toBeVisible()
  await request.delete(`/api/v1/categories/${id}`, { headers })
})

test('a category is pushed about by keys: what that changes is said before it is there, and it goes there or stays', async ({
  page,
  request,
}) => {
  const make = async (slug: string, title: string) =>
    (await (await request.post('/api/v1/categories', { headers, data: { slug, title: { ru: title } } })).json()) as { id: string }
  const { items } = (await (await request.get('/api/v1/categories', { headers })).json()) as {
    items: { slug: string; parent: string | null }[]
  }
  const made = [await make('e2e-first', 'Первая'), await make('e2e-second', 'Вторая')]
  for (const { id } of made.toReversed()) {
    const place = { parent: null, after: items.findLast(({ parent }) => parent === null)?.slug ?? null }
    await request.put(`/api/v1/categories/${id}/place`, { headers, data: place })
  }
  const placeOf = async (slug: string) => {
    const all = (await (await request.get('/api/v1/categories', { headers })).json()) as { items: typeof items }
    return all.items.find(one => one.slug === slug)?.parent
  }
  await signIn(page, 'admin', '/studio/categories')
  const name = page.getByRole('button', { name: 'Вторая', exact: true })
  const preview = page.getByRole('region', { name: 'Место, на которое ещё не перемещено' })
  await name.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(preview).toContainText('окажется первой в «Первая»')
  await expect(preview).toContainText('Адреса остаются')
  await expect(name).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(preview).toHaveCount(0)
  expect(await placeOf('e2e-second')).toBeNull()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(preview).toContainText('Меняется только порядок')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(preview).toHaveCount(0)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(preview).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Перемещено: e2e-second')).toBeVisible()
  await expect(name).toBeFocused()
  expect(await placeOf('e2e-second')).toBe('e2e-first')
  for (const { id } of made.toReversed()) await request.delete(`/api/v1/categories/${id}`, { headers })
})

test('a view of the list is kept, renamed and removed', async ({ page }) => {
  await signIn(page, 'admin', '/studio/articles?category=loans&sort=title')
  await page.getByRole('button', { name: 'Сохранить вид' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Название вида').fill('Кредиты')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('button', { name: 'Переименовать «Кредиты»' }).click()
  await dialog.getByLabel('Название вида').fill('Кредиты по алфавиту')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('link', { name: 'Кредиты по алфавиту' })).toBeVisible()
  await page.getByRole('button', { name: 'Убрать вид «Кредиты по алфавиту»' }).click()
  await expect(page.getByRole('link', { name: 'Кредиты по алфавиту' })).toHaveCount(0)
})
