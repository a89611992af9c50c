import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }

test.use({ locale: 'ru-RU' })

const save = (place: Page | Locator) => place.getByRole('button', { name: /^Сохранить( черновик)?$/ }).click()
const side = (place: Page | Locator, name: 'Ваша версия' | 'Сохранённая версия') => place.getByRole('region', { name })
const keepMine = (place: Page | Locator) => place.getByRole('button', { name: 'Оставить мою' }).click()

/** What somebody else saves meanwhile. */
async function elsewhere(request: APIRequestContext, method: 'put' | 'patch', path: string, version: number, data: object): Promise<void> {
  const reply = await request[method](`/api/v1${path}`, { headers: { ...headers, 'If-Match': `"${version}"` }, data })
  expect(reply.ok(), await reply.text()).toBe(true)
}

test('two people at one fact: both states of what both changed, everything else of both, and what is typed while it is saved', async ({
  page,
  request,
}) => {
  const key = `together.fact-${Date.now()}`
  const fact = { key, type: 'money', unit: 'RUB', title: { ru: 'Плата', en: 'Charge' }, values: [{ value: '100' }] }
  const { version } = await (await request.post('/api/v1/facts', { headers, data: fact })).json()
  await signIn(page, 'admin', `/studio/facts/${key}`)
  await page.locator('input[name="value-0"]').fill('150')
  await page.locator('input[name="title-en"]').fill('My charge')
  await elsewhere(request, 'put', `/facts/${key}`, version, {
    ...{ ...fact, title: { ru: 'Чужая плата', en: 'Their charge' } },
    values: [{ value: '200' }],
  })
  await save(page)
  await expect(side(page, 'Ваша версия')).toContainText('150\u00a0₽')
  await expect(side(page, 'Сохранённая версия')).toContainText('200\u00a0₽')
  await expect(side(page, 'Ваша версия')).toContainText('My charge')
  await expect(side(page, 'Сохранённая версия')).toContainText('Their charge')
  await keepMine(page)
  const readFact = async () => (await request.get(`/api/v1/facts/${key}`, { headers })).json()
  await expect.poll(async () => (await readFact()).values[0].value).toBe('150')
  expect((await readFact()).title).toEqual({ ru: 'Чужая плата', en: 'My charge' })
  await expect(page.locator('input[name="title-ru"]')).toHaveValue('Чужая плата')

  // The answer is on its way while somebody goes on typing.
  let pass: () => void = () => undefined
  const held = new Promise<void>(resolve => {
    pass = resolve
  })
  await page.route(`**/api/v1/facts/${key}`, async route => {
    if (route.request().method() === 'PUT') await held
    await route.continue()
  })
  await page.locator('input[name="value-0"]').fill('160')
  await save(page)
  await page.locator('input[name="title-ru"]').fill('Плата, дописанная позже')
  pass()
  await expect.poll(async () => (await readFact()).values[0].value).toBe('160')
  await expect(page.getByText('Не сохранено')).toBeVisible()
  await expect(page.locator('input[name="title-ru"]')).toHaveValue('Плата, дописанная позже')
})

test('two people at one snippet: their texts are put together; where both changed one place both are shown, and undo reaches back', async ({
  page,
  request,
}) => {
  const name = `together-${Date.now()}`
  const data = { key: name, title: { ru: 'Контакты' }, documents: { ru: { markdown: 'Раз.\n\nДва.' }, en: { markdown: 'One.' } } }
  const made = await (await request.post('/api/v1/snippets', { headers, data })).json()
  await signIn(page, 'admin', `/studio/snippets/${name}`)
  const text = page.locator('.document-text')
  await text.locator('p').first().click()
  await page.keyboard.type('Моё. ')
  const others = { ru: { markdown: 'Раз.\n\nДва. Чужое.' }, en: { markdown: 'One. Theirs.' } }
  await elsewhere(request, 'put', `/snippets/${name}`, made.version, { ...data, title: { ru: 'Чужое имя' }, documents: others })
  await save(page)
  await expect(page.getByText('Сохранено вместе с тем')).toBeVisible()
  await expect(text).toContainText('Два. Чужое.')
  const stored = await (await request.get(`/api/v1/snippets/${name}`, { headers })).json()
  expect(stored.title).toEqual({ ru: 'Чужое имя' })
  expect(stored.documents.ru.markdown).toMatch(/Моё.*Два\. Чужое\./s)
  expect(stored.documents.en.markdown).toContain('Theirs')

  await text.locator('p').first().click()
  await page.keyboard.type('Снова. ')
  const again = { ...others, ru: { markdown: 'Совсем другое.\n\nДва. Чужое.' } }
  await elsewhere(request, 'put', `/snippets/${name}`, stored.version, { ...data, title: stored.title, documents: again })
  await save(page)
  await expect(side(page, 'Ваша версия')).toContainText('Снова.')
  await expect(side(page, 'Сохранённая версия')).toContainText('Совсем другое.')
  await page.getByRole('button', { name: 'Взять сохранённую' }).click()
  await expect(text).toContainText('Совсем другое.')
  await text.click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text).toContainText('Снова.')
})

test('two people at one category and at one synonym: both states, nothing of either is lost', async ({ page, request }) => {
  const stamp = Date.now()
  const category = await (
    await request.post('/api/v1/categories', { headers, data: { slug: `together-${stamp}`, title: { ru: `Вместе ${stamp}` } } })
  ).json()
  await signIn(page, 'admin', '/studio/categories')
  await page.getByRole('button', { name: `Вместе ${stamp}`, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[name="title-ru"]').fill('Моя')
  const described = { title: { ru: 'Чужая' }, description: { ru: 'Чужое описание' } }
  await elsewhere(request, 'patch', `/categories/${category.id}`, category.version, described)
  await save(dialog)
  await expect(side(dialog, 'Ваша версия')).toContainText('Моя')
  await expect(side(dialog, 'Сохранённая версия')).toContainText('Чужая')
  await keepMine(dialog)
  await expect(dialog).not.toBeVisible()
  const { items } = await (await request.get('/api/v1/categories', { headers })).json()
  const kept = items.find(({ id }: { id: string }) => id === category.id)
  expect(kept).toMatchObject({ title: { ru: 'Моя' }, description: { ru: 'Чужое описание' } })

  const word = `вместе${stamp}`
  const synonym = await (
    await request.post('/api/v1/synonyms', { headers, data: { locale: 'ru', terms: [word, 'плата'], direction: 'both' } })
  ).json()
  await page.goto(`/studio/synonyms?q=${encodeURIComponent(word)}`)
  await page
    .getByRole('button', { name: new RegExp(word) })
    .first()
    .click()
  await dialog.locator('textarea[name="terms"]').fill(`${word}\nмоё`)
  const changed = { locale: 'ru', terms: [word, 'чужое'], direction: 'one-way' }
  await elsewhere(request, 'patch', `/synonyms/${synonym.id}`, synonym.version, changed)
  await save(dialog)
  await expect(side(dialog, 'Ваша версия')).toContainText('моё')
  await expect(side(dialog, 'Сохранённая версия')).toContainText('чужое')
  await keepMine(dialog)
  await expect(dialog).not.toBeVisible()
  const synonyms = await (await request.get(`/api/v1/synonyms?limit=200&q=${encodeURIComponent(word)}`, { headers })).json()
  expect(synonyms.items.find(({ id }: { id: string }) => id === synonym.id)).toMatchObject({ terms: [word, 'моё'], direction: 'one-way' })
})

test('two people at one picture and at what is said about one article: both states, field by field', async ({ page, request }) => {
  const { items: pictures } = await (await request.get('/api/v1/media', { headers })).json()
  const [picture] = pictures
  await signIn(page, 'admin', `/studio/media/${picture.id}`)
  await page.locator('input[name="fileName"]').fill('moe.png')
  await elsewhere(request, 'patch', `/media/${picture.id}`, picture.version, { fileName: 'chuzhoe.png' })
  await page.getByRole('button', { name: 'Переименовать' }).click()
  await expect(side(page, 'Ваша версия')).toContainText('moe.png')
  await expect(side(page, 'Сохранённая версия')).toContainText('chuzhoe.png')
  await keepMine(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('moe.png')

  const { id } = await (await request.post('/api/v1/articles', { headers, data: { slug: `together-${Date.now()}` } })).json()
  const path = `/api/v1/articles/${id}`
  await request.put(`${path}/translations/ru`, { headers, data: { title: 'Вместе', markdown: 'Текст.' } })
  const { version } = await (await request.get(path, { headers })).json()
  await page.goto(`/studio/articles/${id}/edit?locale=ru`)
  await page.route(`**${path}`, route => (route.request().method() === 'PATCH' ? route.abort() : route.continue()))
  const fields = page.locator('fieldset.metadata')
  await fields.locator('select[name="owner"]').selectOption('editor@istok.demo')
  await fields.locator('input[name="reviewEveryDays"]').fill('45')
  const state = page.locator('.save-state')
  await expect(state).toHaveAttribute('data-state', 'kept')
  const theirs = { owner: 'approver@istok.demo', category: 'transfers', reviewEveryDays: 30 }
  await elsewhere(request, 'patch', `/articles/${id}`, version, theirs)
  await page.unroute(`**${path}`)
  const note = page.locator('.metadata-conflict')
  const owner = note.getByRole('region', { name: 'Ответственный' })
  await expect(owner).toContainText('Елена Редактор')
  await expect(owner).toContainText('Павел Согласующий')
  const interval = note.getByRole('region', { name: 'Пересматривать раз в столько дней' })
  await interval.getByText('Сохранённое: 30').click()
  await note.getByRole('button', { name: 'Оставить выбранное' }).click()
  await expect(state).toHaveAttribute('data-state', 'saved')
  const kept = { owner: 'editor@istok.demo', category: 'transfers', reviewEveryDays: 30 }
  await expect.poll(async () => (await request.get(path, { headers })).json()).toMatchObject(kept)
})

test('two people at one script and at the organisation: steps and settings of both, both states of what both changed', async ({
  page,
  request,
}) => {
  const { id } = await (await request.post('/api/v1/articles', { headers, data: { slug: `together-script-${Date.now()}` } })).json()
  const path = `/articles/${id}/translations/ru`
  const script = (question: string, end: string) =>
    `:::::script\n::::question[${question}]{id=start}\n::option[Да]{to=end}\n::option[Нет]{to=end}\n::::\n:::end[${end}]{id=end}\n:::\n:::::`
  const saved = await request.put(`/api/v1${path}`, { headers, data: { title: 'Вместе', markdown: script('Карта дома?', 'Готово') } })
  const { version } = await saved.json()
  await signIn(page, 'admin', `/studio/scripts/${id}/ru`)
  const card = page.locator('#card-start')
  await card.getByLabel('Заголовок').fill('Карта у вас?')
  await elsewhere(request, 'put', path, version, { title: 'Чужое имя', markdown: script('Карта дома?', 'Спасибо') })
  await save(page)
  await expect(page.getByText('Сохранено вместе с тем')).toBeVisible()
  const read = async () => (await request.get(`/api/v1${path}`, { headers })).json()
  const met = await read()
  expect(met).toMatchObject({ title: 'Чужое имя', markdown: expect.stringMatching(/Карта у вас\?.*Спасибо/s) })
  await card.getByLabel('Заголовок').fill('Моё')
  await elsewhere(request, 'put', path, met.version, { title: 'Чужое имя', markdown: script('Чужое', 'Спасибо') })
  await save(page)
  await expect(side(page, 'Ваша версия')).toContainText('Моё')
  await expect(side(page, 'Сохранённая версия')).toContainText('Чужое')
  await keepMine(page)
  await expect.poll(async () => (await read()).markdown).toContain('Моё')

  const { version: first, ...organisation } = await (await request.get('/api/v1/settings/organisation', { headers })).json()
  await page.goto('/studio/settings/organisation')
  await page.locator('input[name="name-ru"]').fill('Мой банк')
  const theirs = { ...organisation, name: { ru: 'Чужой банк', en: 'Their bank' }, accent: '#0b5394' }
  await elsewhere(request, 'put', '/settings/organisation', first, theirs)
  await save(page)
  await expect(side(page, 'Ваша версия')).toContainText('Мой банк')
  await expect(side(page, 'Сохранённая версия')).toContainText('Чужой банк')
  await expect(side(page, 'Сохранённая версия')).not.toContainText('Their bank')
  await keepMine(page)
  await expect(page.locator('input[name="name-en"]')).toHaveValue('Their bank')
  const { version: last, ...kept } = await (await request.get('/api/v1/settings/organisation', { headers })).json()
  expect(kept).toEqual({ ...theirs, name: { ru: 'Мой банк', en: 'Their bank' } })
  await elsewhere(request, 'put', '/settings/organisation', last, organisation)
})

test('what is typed into a fact and into a snippet is there again after the page was left without saving', async ({ page, request }) => {
  const key = `left.fact-${Date.now()}`
  const fact = { key, type: 'money', unit: 'RUB', title: { ru: 'Плата' }, values: [{ value: '100' }] }
  await request.post('/api/v1/facts', { headers, data: fact })
  await signIn(page, 'admin', `/studio/facts/${key}`)
  const left = page.locator('.left-note')
  await page.locator('input[name="value-0"]').fill('175')
  await page.getByRole('link', { name: 'Факты', exact: true }).first().click()
  await page.locator(`a[href$="/facts/${key}"]`).first().click()
  await left.getByRole('button', { name: 'Продолжить с ним' }).click()
  await expect(page.locator('input[name="value-0"]')).toHaveValue('175')
  await expect(left).toBeHidden()
  await save(page)
  await expect(page.getByText('Не сохранено')).toBeHidden()

  const name = `left-${Date.now()}`
  const data = { key: name, title: { ru: 'Контакты' }, documents: { ru: { markdown: 'Раз.' } } }
  await request.post('/api/v1/snippets', { headers, data })
  await page.goto(`/studio/snippets/${name}`)
  const text = page.locator('.document-text')
  await text.click()
  await page.keyboard.type('Недописано. ')
  await expect(page.getByText('Не сохранено')).toBeVisible()
  await expect.poll(() => countCopies(page, `snippet ${name}`)).toBe(1)
  await page.reload()
  await left.getByRole('button', { name: 'Продолжить с ним' }).click()
  await expect(text).toContainText('Недописано.')
  await save(page)
  await expect.poll(() => countCopies(page, `snippet ${name}`)).toBe(0)
  const stored = await (await request.get(`/api/v1/snippets/${name}`, { headers })).json()
  expect(stored.documents.ru.markdown).toContain('Недописано.')
})

/** In the browser's own store. */
function countCopies(page: Page, subject: string): Promise<number> {
  return page.evaluate(
    wanted =>
      new Promise<number>(resolve => {
        const opening = indexedDB.open('istok-drafts')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('copies').objectStore('copies').getAllKeys()
          reading.onsuccess = () => resolve(reading.result.filter(key => String(key).includes(wanted)).length)
        }
      }),
    subject,
  )
}
