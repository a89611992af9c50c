import { expect, test } from '@playwright/test'

const asked = 'rfr pf,kjrbhjdfnm rfhne'

test('a customer who types in the wrong layout with a typo finds the article by keyboard, with suggestions', async ({ page }) => {
  await page.goto('/ru/')
  const field = page.getByRole('combobox', { name: 'Поиск по ответам' })
  await field.pressSequentially('заблокировтаь ка', { delay: 20 })
  const options = page.getByRole('option')
  await expect(options.first()).toBeVisible()
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expect(page.locator('form.search [role=status]')).toHaveText(/Подсказок: \d/)
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(0)
  await field.fill(asked)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Поиск: «${asked}»`)
  await expect(page.getByText('как заблокировать карту', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: /Искать как набрано/ })).toBeVisible()
  await page.getByRole('link', { name: 'Как заблокировать карту' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Как заблокировать карту')
})

test('an option is chosen with the arrows and leads straight to its answer', async ({ page }) => {
  await page.goto('/ru/')
  const field = page.getByRole('combobox', { name: 'Поиск по ответам' })
  await field.pressSequentially('заблокировать карту', { delay: 10 })
  const option = page.getByRole('option', { name: 'Как заблокировать карту' })
  await expect(option).toBeVisible()
  while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/ru\/articles\/block-card|\/ru\/articles\/.+/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Как заблокировать карту')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the same customer finds the same article', async ({ page }) => {
    await page.goto('/ru/')
    await page.getByRole('searchbox', { name: 'Поиск по ответам' }).fill(asked)
    await page.getByRole('button', { name: 'Найти' }).click()
    await page.getByRole('link', { name: 'Как заблокировать карту' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Как заблокировать карту')
  })

  test('who finds nothing is shown a way on', async ({ page }) => {
    await page.goto('/ru/search?q=qqqqzzzz')
    await expect(page.getByText('Ответа на этот запрос не нашлось.')).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Категории' }).getByRole('link').first()).toBeVisible()
    await page.getByLabel('Ваш вопрос').fill('рецепт борща с фасолью')
    await page.getByRole('button', { name: 'Спросить', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ответа на этот вопрос у нас пока нет')
    await expect(page.getByRole('link', { name: 'Как с нами связаться' })).toBeVisible()
    await page.getByLabel('Ваш вопрос').fill('сколько стоит перевод')
    await page.getByRole('button', { name: 'Спросить', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сколько стоит перевод')
  })
})
