import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }

test.use({ locale: 'ru-RU' })

async function makeArticle(request: APIRequestContext, markdown: string): Promise<string> {
  const { id } = await (await request.post('/api/v1/articles', { headers, data: { slug: `windows-${Date.now()}` } })).json()
  const data = { title: 'Окна', shortAnswer: 'Коротко.', questions: ['как проверить окна'], markdown }
  await request.put(`/api/v1/articles/${id}/translations/ru`, { headers, data })
  return id
}

const saved = (page: Page) => expect(page.locator('.save-state')).toHaveAttribute('data-state', 'saved')
/** Text of the block in which the cursor stands. */
const atCursor = (page: Page) =>
  page.evaluate(() => (getSelection()?.anchorNode?.parentElement?.closest('td, th, p') as HTMLElement | null)?.innerText)

/** A voice of this machine, and what it was given to read; Chromium has none in tests. */
function giveVoice(): void {
  const said: string[] = []
  Reflect.set(window, 'said', said)
  speechSynthesis.getVoices = () => [{ lang: 'ru-RU', localService: true, name: 'Голос', default: true, voiceURI: 'голос' }]
  speechSynthesis.speak = utterance => void said.push(utterance.text)
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set: () => undefined })
}

test('a loss leads to its place, limits are meters, the script is read aloud, and an own wording is begun, compared and marked when its source changed', async ({
  page,
  request,
}) => {
  const row = '| раз | два | три | четыре | пять | шесть |'
  const id = await makeArticle(request, `Первый абзац.\n\n${row}\n|---|---|---|---|---|---|\n${row}\n\nПоследний абзац.`)
  await page.addInitScript(giveVoice)
  await signIn(page, 'admin', `/studio/articles/${id}/edit?locale=ru`)

  const chat = page.locator('.live-chatbot')
  await expect(chat.locator('.meter')).toHaveCount(2)
  await expect(chat.locator('.meter-bar').first()).toHaveClass(/meter-within/)
  await chat.locator('.live-losses summary').click()
  await chat.getByRole('button', { name: /Таблица показана/ }).click()
  await expect.poll(() => atCursor(page)).toBe('раз')

  const phone = page.locator('.live-ivr')
  await phone.getByRole('button', { name: 'Послушать' }).click()
  expect(await page.evaluate(() => Reflect.get(window, 'said'))).toEqual([expect.stringContaining('Коротко.')])
  await phone.getByRole('button', { name: 'Остановить' }).click()

  await phone.getByRole('button', { name: 'Сказать иначе' }).click()
  const own = page.locator('#own-ivr')
  await own.locator('.document-text').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Своими словами. ')
  await expect(phone.locator('.window')).toContainText('Своими словами.')
  await own.locator('.own-difference summary').click()
  await expect(own.locator('ins').first()).toContainText('Своими словами')
  await saved(page)

  await page.locator('.body-text .document-text > p').first().click()
  await page.keyboard.type('Новое. ')
  await expect(own).toContainText('Нужно посмотреть')
  await expect(phone).toContainText('Нужно посмотреть')
  await own.getByRole('button', { name: 'Подходит' }).click()
  await expect(own).not.toContainText('Нужно посмотреть')
})

test('what is said about an article beside its text is saved field by field', async ({ page, request }) => {
  const id = await makeArticle(request, 'Текст.')
  await signIn(page, 'admin', `/studio/articles/${id}/edit?locale=ru`)
  const fields = page.locator('fieldset.metadata')
  // What is chosen before the page has come to life is lost.
  await page.locator('.ProseMirror').first().waitFor()
  const saves = async (field: string, value: unknown) =>
    expect.poll(async () => (await (await request.get(`/api/v1/articles/${id}`, { headers })).json())[field]).toEqual(value)
  await fields.locator('select[name="owner"]').selectOption('editor@istok.demo')
  await saves('owner', 'editor@istok.demo')
  await fields.locator('select[name="category"]').selectOption('transfers')
  await saves('category', 'transfers')
  await fields.getByLabel('Метки').click()
  await page.keyboard.type('срочно')
  await page.keyboard.press('Enter')
  await saves('tags', ['srochno'])
  await fields.getByRole('checkbox', { name: 'Телефон' }).click()
  await saves('channels', ['agent', 'chatbot', 'operator', 'website'])
  await fields.locator('input[name="reviewEveryDays"]').fill('45')
  await saves('reviewEveryDays', 45)
  await saved(page)
})

test('a translation saves itself beside its source, and its parts are compared again by themselves', async ({ page, request }) => {
  const id = await makeArticle(request, 'Первый абзац.\n\nВторой абзац.')
  await signIn(page, 'admin', `/studio/articles/${id}/translate?locale=en`)
  await page.locator('input[name="title"]').fill('Windows')
  await saved(page)
  const first = page.locator('.source-row').filter({ hasText: 'Первый абзац.' })
  await expect(first).toContainText('Нет в переводе')
  await first.getByRole('button', { name: 'Добавить блок' }).click()
  await expect(first).toContainText('Не сверено')
  const text = page.locator('.body-text .document-text')
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' In English.')
  await saved(page)
  const draft = await (await request.get(`/api/v1/articles/${id}/translations/en`, { headers })).json()
  expect(draft).toMatchObject({ title: 'Windows', markdown: 'Первый абзац. In English.\n' })
  await page.getByRole('button', { name: 'Перевод актуален' }).click()
  await expect(first).not.toContainText('Не сверено')
  await expect(page.locator('.translate-bar')).toContainText('Сверено')
  await expect(text).toContainText('In English.')
})

test('questions of an article are tried where they stand; a tag that somebody else changed shows both states', async ({
  page,
  request,
}) => {
  const { items } = await (await request.get('/api/v1/articles?limit=200', { headers })).json()
  const { id } = items.find(({ slug }: { slug: string }) => slug === 'transfer-abroad')
  await signIn(page, 'editor', `/studio/articles/${id}?locale=ru`)
  const tries = page.locator('.try-box')
  await tries.locator('.try-question').first().click()
  await expect(tries).toContainText('Эта статья — на месте 1.')

  const slug = `e2e-tag-${Date.now()}`
  const made = await (await request.post('/api/v1/tags', { headers, data: { slug, title: { ru: 'Было' } } })).json()
  await page.goto(`/studio/tags?q=${slug}`)
  await page.getByRole('button', { name: 'Было', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[name^="title"]').first().fill('Моё имя')
  const change = { title: { ru: 'Чужое имя' } }
  await request.patch(`/api/v1/tags/${slug}`, { headers: { ...headers, 'If-Match': `"${made.version}"` }, data: change })
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog.getByRole('region', { name: 'Ваша версия' })).toContainText('Моё имя')
  await expect(dialog.getByRole('region', { name: 'Сохранённая версия' })).toContainText('Чужое имя')
  await dialog.getByRole('button', { name: 'Оставить мою' }).click()
  await expect(dialog).not.toBeVisible()
  await expect(page.getByRole('button', { name: 'Моё имя', exact: true })).toBeVisible()
})
