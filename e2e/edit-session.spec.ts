import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { ownServer } from './own-server.ts'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }
/** A server of this file's own, which may be stopped. */
const own = ownServer(7)

test.use({ locale: 'ru-RU' })
test.describe.configure({ timeout: 600_000 })

async function makeArticle(request: APIRequestContext, slug: string, root = ''): Promise<string> {
  const made = await request.post(`${root}/api/v1/articles`, { headers, data: { slug } })
  const { id } = await made.json()
  const data = { title: 'Проверка', markdown: 'Первый абзац.\n\nВторой абзац.', shortAnswer: 'Коротко.' }
  await request.put(`${root}/api/v1/articles/${id}/translations/ru`, { headers, data })
  return id
}

const draftOf = async (request: APIRequestContext, id: string, root = '') =>
  (await request.get(`${root}/api/v1/articles/${id}/translations/ru`, { headers })).json()
const editPath = (id: string) => `/studio/articles/${id}/edit?locale=ru`
const state = (page: Page) => page.locator('.save-state')
const text = (page: Page) => page.getByRole('textbox', { name: 'Текст', exact: true })

async function type(page: Page, words: string): Promise<void> {
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

test('what one types is in every window at once and saved by itself; another editor is seen, and both texts are put together', async ({
  browser,
  request,
  baseURL,
}) => {
  const id = await makeArticle(request, `edit-together-${Date.now()}`)
  const [anna, boris] = await Promise.all(['admin', 'editor'].map(async () => (await browser.newContext({ locale: 'ru-RU' })).newPage()))
  if (!anna || !boris) return
  await signIn(anna, 'admin', editPath(id))
  await type(anna, ' Слово Анны.')
  for (const channel of ['website', 'chatbot', 'operator', 'agent'])
    await expect(anna.locator(`.live-${channel} .window`)).toContainText('Слово Анны.')
  await expect(state(anna)).toHaveAttribute('data-state', 'saved')
  expect((await draftOf(request, id)).markdown).toContain('Слово Анны.')

  await signIn(boris, 'editor', editPath(id))
  await expect(boris.getByRole('list', { name: 'Кто ещё здесь' })).toContainText('Антон Администратор')
  await boris.locator('input[name="title"]').fill('Заголовок Бориса')
  await expect(state(boris)).toHaveAttribute('data-state', 'saved')
  await type(anna, ' И ещё.')
  await expect(state(anna)).toHaveAttribute('data-state', 'saved')
  await expect(anna.locator('input[name="title"]')).toHaveValue('Заголовок Бориса')
  expect(await draftOf(request, id)).toMatchObject({ title: 'Заголовок Бориса', markdown: expect.stringContaining('И ещё.') })
  await anna.keyboard.press('Control+z')
  await expect(text(anna)).not.toContainText('И ещё.')
  await boris.close()
  expect(baseURL).toBeTruthy()
})

test('what cannot be saved is neither published nor sent to review: the dialog stays, says why and keeps the note, and goes on afterwards', async ({
  page,
  request,
}) => {
  const id = await makeArticle(request, `edit-unsaved-${Date.now()}`)
  await signIn(page, 'admin', editPath(id))
  await expect(text(page)).toContainText('Второй абзац.')
  await page.route('**/translations/ru', route => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await type(page, ' Несохранённое.')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'На согласование' }).click()
  await dialog.getByRole('textbox').fill('Взгляните на последний абзац')
  await dialog.getByRole('button', { name: 'Отправить' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Ничего не отправлено: черновик не удалось сохранить. Сервер не отвечает.')
  await expect(dialog.getByRole('textbox')).toHaveValue('Взгляните на последний абзац')
  await dialog.getByText('Отмена', { exact: true }).click()
  await page.getByRole('button', { name: 'Опубликовать', exact: true }).click()
  await dialog.getByRole('textbox').fill('Заметка')
  await dialog.getByRole('button', { name: 'Опубликовать сейчас' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Ничего не опубликовано')
  await expect(dialog.getByRole('textbox')).toHaveValue('Заметка')
  await page.unroute('**/translations/ru')
  await dialog.getByRole('button', { name: 'Опубликовать сейчас' }).click()
  await expect(dialog).toBeHidden()
  const { markdown, status } = await draftOf(request, id)
  expect({ markdown, status }).toEqual({ markdown: expect.stringContaining('Несохранённое.'), status: 'published' })
})

test('both change the same three places: both texts are shown at each, and nothing is lost unless somebody decides so', async ({
  page,
  request,
}) => {
  const id = await makeArticle(request, `edit-conflict-${Date.now()}`)
  await signIn(page, 'admin', editPath(id))
  await expect(text(page)).toContainText('Второй абзац.')
  const { version } = await draftOf(request, id)
  await page.route('**/translations/ru', route => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await type(page, ' Моё.')
  await page.locator('input[name="title"]').fill('Мой заголовок')
  await page.getByRole('textbox', { name: 'Короткий ответ' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Моими словами.')
  await expect(state(page)).toHaveAttribute('data-state', 'kept')
  const data = { title: 'Чужой заголовок', shortAnswer: 'Коротко. Чужими словами.', markdown: 'Первый абзац.\n\nВторой абзац. Чужое.' }
  await request.put(`/api/v1/articles/${id}/translations/ru`, { headers: { ...headers, 'If-Match': `"${version}"` }, data })
  await page.unroute('**/translations/ru')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Моё.')
  await expect(dialog).toContainText('Чужое.')
  await expect(dialog.locator('.conflict-row')).toHaveCount(3)
  await dialog.getByRole('region', { name: 'Заголовок' }).getByText('Ваше', { exact: true }).last().click()
  await dialog.getByRole('region', { name: 'Короткий ответ' }).getByText('Сохранённое', { exact: true }).last().click()
  await dialog.getByRole('button', { name: 'Оставить выбранное' }).click()
  await expect(state(page)).toHaveAttribute('data-state', 'saved')
  const { title, shortAnswer, markdown } = await draftOf(request, id)
  expect({ title, shortAnswer }).toEqual({ title: 'Мой заголовок', shortAnswer: 'Коротко. Чужими словами.' })
  expect(markdown).toContain('Моё.')
  expect(markdown).toContain('Чужое.')
})

test.describe('a server that stops', () => {
  test.afterAll(() => own.kill())

  test('the indicator says that the text is kept here; after the restart it is saved by itself, and a closed page gets it back', async ({
    browser,
    request,
  }) => {
    await own.start(request, { fresh: true })
    const id = await makeArticle(request, 'edit-stopped', own.url)
    const context = await browser.newContext({ baseURL: own.url, locale: 'ru-RU' })
    const page = await context.newPage()
    await signIn(page, 'admin', editPath(id))
    await type(page, ' До остановки.')
    await expect(state(page)).toHaveAttribute('data-state', 'saved')
    await own.kill()
    await type(page, ' Пока сервер стоит.')
    await expect(state(page)).toHaveAttribute('data-state', 'kept')
    await expect(state(page)).toContainText('Нет связи')
    await own.start(request)
    await expect(state(page)).toHaveAttribute('data-state', 'saved', { timeout: 60_000 })
    expect((await draftOf(request, id, own.url)).markdown).toContain('До остановки. Пока сервер стоит.')

    await own.kill()
    await type(page, ' Перед закрытием.')
    await expect(state(page)).toHaveAttribute('data-state', 'kept')
    await page.close()
    await own.start(request)
    const again = await context.newPage()
    await again.goto(editPath(id))
    await expect(again.getByRole('dialog')).toContainText('Перед закрытием.')
    await again.getByRole('button', { name: 'Продолжить с ними' }).click()
    await expect(state(again)).toHaveAttribute('data-state', 'saved')
    expect((await draftOf(request, id, own.url)).markdown).toContain('Перед закрытием.')
    await context.close()
    await own.kill()
  })
})
