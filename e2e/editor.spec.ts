import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { adminKey } from './settings.ts'
import { signIn } from './sign-in.ts'

const headers = { Authorization: `Bearer ${adminKey}` }

test.use({ locale: 'ru-RU' })

test('an article with steps, a table, an operator-only block and two facts is written with the keyboard alone', async ({
  page,
  request,
}) => {
  const created = await request.post('/api/v1/articles', { headers, data: { slug: `by-keyboard-${Date.now()}` } })
  const { id } = await created.json()
  const data = { title: 'Перевод по клавишам', markdown: 'Начало.' }
  await request.put(`/api/v1/articles/${id}/translations/ru`, { headers, data })

  await signIn(page, 'editor', `/studio/articles/${id}/edit?locale=ru`)
  const text = page.locator('.document-editor:not([data-inline]) .document-text').first()
  await text.focus()
  const { keyboard } = page
  const choose = async (typed: string, name: string) => {
    await keyboard.type(typed)
    await expect(page.getByRole('option', { name }).first()).toBeVisible()
    await keyboard.press('Enter')
  }
  await keyboard.press('Control+End')
  await keyboard.press('Enter')
  await keyboard.type('## Как перевести')
  await keyboard.press('Enter')
  await choose('/шаг', 'Шаги')
  await keyboard.type('Откройте приложение')
  await keyboard.press('Enter')
  await keyboard.type('Комиссия ')
  await choose('{transfer.fee', 'transfer.fee')
  await keyboard.type(', не больше ')
  await choose('{cash.fee-over', 'cash.fee-over')
  await keyboard.press('Control+Enter')
  await choose('/таблица', 'Таблица')
  for (const cell of ['Способ', 'Срок', 'Цена', 'Карта', 'сразу']) {
    await keyboard.type(cell)
    await keyboard.press('Tab')
  }
  await keyboard.press('Alt+Enter')
  await keyboard.type('Сравнение')
  await keyboard.press('Enter')
  await keyboard.press('Control+Enter')
  await choose('/оператор', 'Только операторам')
  await keyboard.type('Спросите кодовое слово.')
  await expect(text.locator('.fact-mark')).toHaveCount(2)

  await expect
    .poll(async () => (await (await request.get(`/api/v1/articles/${id}/translations/ru`, { headers })).json()).markdown, {
      timeout: 30_000,
    })
    .toContain('Спросите кодовое слово.')
  const { markdown } = await (await request.get(`/api/v1/articles/${id}/translations/ru`, { headers })).json()
  expect(markdown).toContain('## Как перевести')
  expect(markdown).toMatch(/:::steps\n1\. Откройте приложение\n2\. Комиссия :fact\[transfer\.fee\], не больше :fact\[cash\.fee-over\]\n:::/)
  expect(markdown).toMatch(/:::table\[Сравнение\]\n\| Способ \| Срок \| Цена \|\n\| --- \| --- \| --- \|\n\| Карта \| сразу \|/)
  expect(markdown).toMatch(/:::only\{audience=internal\}\nСпросите кодовое слово\.\n:::/)

  // Escape, then Tab: out of the text, wherever the cursor is; undo reaches back over the save.
  await keyboard.press('Escape')
  await keyboard.press('Tab')
  await expect(text).not.toBeFocused()
  await text.focus()
  for (let step = 0; step < 40; step++) await keyboard.press('Control+z')
  await expect(text).not.toContainText('Спросите кодовое слово.')
  await expect(text).toContainText('Начало.')
})

test('what is pasted from Word comes as headings, lists and links, and nothing of its looks', async ({ page, request }) => {
  const created = await request.post('/api/v1/articles', { headers, data: { slug: `pasted-${Date.now()}` } })
  const { id } = await created.json()
  await request.put(`/api/v1/articles/${id}/translations/ru`, { headers, data: { title: 'Вставка', markdown: '' } })
  await signIn(page, 'editor', `/studio/articles/${id}/edit?locale=ru`)
  const text = page.locator('.document-editor:not([data-inline]) .document-text').first()
  await text.focus()
  await text.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, wordHtml)
  await expect(text.locator('h2')).toHaveText('Перевод')
  await expect(text.locator('ul > li')).toHaveText(['Телефон', 'Банк'])
  expect(await text.evaluate(element => /mso|style="(?!translate)|class="Mso|<o:p/i.test(element.innerHTML))).toBe(false)
})

test('the edit page loads no more than 450 KB of JavaScript for somebody who comes for the first time', async ({ page, request }) => {
  const created = await request.post('/api/v1/articles', { headers, data: { slug: `weighed-${Date.now()}` } })
  const { id } = await created.json()
  await request.put(`/api/v1/articles/${id}/translations/ru`, { headers, data: { title: 'Вес', markdown: 'Текст.' } })
  await signIn(page, 'editor', '/studio')
  await (await page.context().newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts: Promise<number>[] = []
  page.on('response', response => {
    if (response.request().resourceType() === 'script') scripts.push(response.body().then(body => gzipSync(body).length))
  })
  await page.goto(`/studio/articles/${id}/edit?locale=ru`, { waitUntil: 'networkidle' })
  await expect(page.locator('.document-text').first()).toBeVisible()
  const weight = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0)
  expect(scripts.length).toBeGreaterThan(5)
  expect(Math.round(weight / 1024)).toBeLessThanOrEqual(450)
})

test('a picture that is dropped asks for its description and is not published without one; its fault leads to the field', async ({
  page,
  request,
}) => {
  const created = await request.post('/api/v1/articles', { headers, data: { slug: `pictured-${Date.now()}` } })
  const { id } = await created.json()
  await request.put(`/api/v1/articles/${id}/translations/ru`, { headers, data: { title: 'Картинка', markdown: 'Первый.\n\nВторой.' } })
  await signIn(page, 'editor', `/studio/articles/${id}/edit?locale=ru`)
  const text = page.locator('.document-editor:not([data-inline]) .document-text').first()
  await text.locator('p').first().evaluate(dropPicture, picture)
  const alt = text.locator('.image-alt')
  await expect(alt).toBeFocused()
  await expect(text.locator('.image-missing')).toBeVisible()
  const read = async () => (await (await request.get(`/api/v1/articles/${id}/translations/ru`, { headers })).json()).markdown
  await expect.poll(read, { timeout: 30_000 }).toContain('media:')
  const publish = () => request.post('/api/v1/releases', { headers, data: { note: '', articles: [id] } })
  const refused = await publish()
  expect(refused.status()).toBe(422)
  expect((await refused.json()).losses[0]).toMatchObject({ reason: 'image-without-alt', path: '/content/1' })

  await text.locator('p').last().click()
  await page.locator('.live-panel').getByText('У изображения нет описания').first().click()
  await expect(alt).toBeFocused()
  await page.keyboard.type('Схема перевода')
  await expect(text.locator('.image-missing')).toBeHidden()
  await expect.poll(read, { timeout: 30_000 }).toContain('Схема перевода')
  expect((await publish()).status()).toBe(201)
})

test('the controls of every block are reached with Tab from inside it, say what they are and give the keyboard back', async ({
  page,
  request,
}) => {
  const created = await request.post('/api/v1/articles', { headers, data: { slug: `controls-${Date.now()}` } })
  const { id } = await created.json()
  const callout = ':::callout{kind=info}\nВрезка.\n:::'
  const only = ':::only{channels="website"}\nТолько сайт.\n:::'
  const table = ':::table[Цены]\n| А | Б |\n| --- | --- |\n| один | два |\n:::'
  const markdown = ['Начало.', '::snippet{key=fraud-warning}', callout, only, table].join('\n\n')
  await request.put(`/api/v1/articles/${id}/translations/ru`, { headers, data: { title: 'Управление', markdown } })
  await signIn(page, 'editor', `/studio/articles/${id}/edit?locale=ru`)
  const text = page.locator('.document-editor:not([data-inline]) .document-text').first()
  const { keyboard } = page
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key)
  }
  const hasKeyboard = (name: string) => expect(text.getByLabel(name, { exact: true })).toBeFocused()
  await text.focus()
  await press('Control+Home', 'ArrowDown')
  await expect(text.locator('.ProseMirror-selectednode')).toHaveAttribute('data-snippet', 'fraud-warning')
  await expect(page.getByRole('status').filter({ hasText: /^Фрагмент: .+\. Tab — изменить\.$/ })).toHaveCount(1)
  await press('Tab')
  await expect(text.getByRole('link', { name: /^Изменить фрагмент «.+», в новой вкладке$/ })).toBeFocused()
  await press('Escape')
  await expect(text).toBeFocused()
  await press('Tab')
  await hasKeyboard('Вид врезки')
  await press('Escape', 'ArrowDown', 'Tab')
  await hasKeyboard('Кто увидит')
  await press('Tab', 'Tab')
  await expect(text.getByRole('button', { name: 'Чат-бот' })).toBeFocused()
  await press('Space', 'Escape', 'ArrowDown', 'Shift+Tab')
  await hasKeyboard('Подпись таблицы')
  await keyboard.type('!')
  await press('Enter')
  await expect(text).toBeFocused()
  await press('Alt+F10')
  await expect(page.getByRole('combobox', { name: 'Вид абзаца' }).first()).toBeFocused()
  const read = async () => (await (await request.get(`/api/v1/articles/${id}/translations/ru`, { headers })).json()).markdown
  await expect.poll(read, { timeout: 30_000 }).toMatch(/:::only\{channels="chatbot,website"\}[\s\S]*:::table\[.*!.*\]/)
})

test('replacing is one step of undo each time, however many places it changes', async ({ page, request }) => {
  const created = await request.post('/api/v1/articles', { headers, data: { slug: `replaced-${Date.now()}` } })
  const { id } = await created.json()
  const data = { title: 'Замена', markdown: 'Карта и карта.\n\n- **карта**' }
  await request.put(`/api/v1/articles/${id}/translations/ru`, { headers, data })
  await signIn(page, 'editor', `/studio/articles/${id}/edit?locale=ru`)
  const text = page.locator('.document-editor:not([data-inline]) .document-text').first()
  const replaced = async () => (await text.innerText()).match(/счёт/g)?.length ?? 0
  await text.focus()
  await page.keyboard.press('Control+f')
  const find = page.locator('.find-panel')
  await find.getByLabel('Найти', { exact: true }).fill('карта')
  await find.getByLabel('Заменить на').fill('счёт')
  await find.getByRole('button', { name: 'Заменить', exact: true }).click()
  await expect.poll(replaced).toBe(1)
  await find.getByRole('button', { name: 'Заменить все' }).click()
  await expect.poll(replaced).toBe(3)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(replaced).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(replaced).toBe(0)
})

/** Ten by ten pixels. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC'

/** In the page: what the browser sends when a file is dropped on the middle of an element. */
function dropPicture(element: HTMLElement | SVGElement, base64: string): void {
  const dataTransfer = new DataTransfer()
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
  dataTransfer.items.add(new File([bytes], 'picture.png', { type: 'image/png' }))
  const { left, top, height } = element.getBoundingClientRect()
  const place = { dataTransfer, bubbles: true, cancelable: true, clientX: left + 30, clientY: top + height / 2 }
  element.dispatchEvent(new DragEvent('dragover', place))
  element.dispatchEvent(new DragEvent('drop', place))
}

const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><h1>Перевод<o:p></o:p></h1>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>Телефон<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>Банк<o:p></o:p></p><!--EndFragment--></body></html>`
