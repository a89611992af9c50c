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
      timeout: 15_000,
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

const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><h1>Перевод<o:p></o:p></h1>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>Телефон<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>Банк<o:p></o:p></p><!--EndFragment--></body></html>`
