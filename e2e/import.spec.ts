import { expect, test } from '@playwright/test'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { signIn } from './sign-in.ts'

test.use({ locale: 'ru-RU' })

test('a Word document and a table are tried, imported as drafts and found in the studio', async ({ page }) => {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Копилка для сдачи', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('Сдача от покупок откладывается сама.'),
        ],
      },
    ],
  })
  const files = [
    { name: 'savings.docx', mimeType: 'application/octet-stream', buffer: await Packer.toBuffer(document) },
    { name: 'faq.csv', mimeType: 'text/csv', buffer: Buffer.from('Вопрос;Ответ\nКак закрыть копилку?;Нажмите «Закрыть».\nПусто;\n') },
  ]
  await signIn(page, 'editor', '/studio/imports')
  await page.getByRole('main').getByRole('link', { name: 'Новый импорт' }).click()
  await page.locator('input[type=file]').setInputFiles(files)
  await expect(page.getByText(/Документ Word · \d+ КБ/)).toBeVisible()

  await page.getByRole('button', { name: 'Проверить' }).press('Enter')
  await expect(page.getByText(/Проба: прочитаны 3 статьи/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('cell', { name: 'faq.csv, строка 3' })).toBeVisible()
  await page.getByRole('button', { name: 'Импортировать в черновики' }).press('Enter')
  await expect(page.getByRole('link', { name: 'Открыть статьи' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('definition').first()).toHaveText('2')

  await page.goto('/studio/articles?q=Копилка')
  await page.getByRole('link', { name: 'Копилка для сдачи' }).first().click()
  await expect(page.getByText('Сдача от покупок откладывается сама.').first()).toBeVisible()
  await page.goto('/studio/imports')
  await expect(page.getByRole('row').nth(1)).toContainText('в черновики')
})
