import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { openTestIstok } from '../test-istok.ts'
import { folderCategories } from './folder-category.ts'
import { findArticle, importNow } from './import.fixture.ts'

test.each([
  [
    ['kb/Карты/a.md', 'kb/Переводы/b.md', 'kb/c.md'],
    ['Карты', 'Переводы', null],
  ],
  [['kb/a.md'], [null]],
  [
    ['a.md', 'b.md'],
    [null, null],
  ],
  [
    ['articles/ru/a.md', 'articles/en/a.md'],
    [null, null],
  ],
  [
    ['ru/01-cards/a.md', 'ru/02_loans_and_more/b.md', 'en/01-cards/a.md'],
    ['Cards', 'Loans and more', 'Cards'],
  ],
  [
    ['docs/a.md', 'docs/cards/limits/b.md', 'README.md'],
    [null, 'Limits', null],
  ],
])('the folders of %j are the categories %j', (paths, categories) => {
  expect(paths.map(folderCategories(paths))).toEqual(categories)
})

test('an article without a category gets that of its folder once; where somebody put it later it stays', async () => {
  const istok = openTestIstok()
  const files = { 'kb/Карты/a.md': '# А\n\nТекст.\n', 'kb/b.md': '---\ncategory: other\n---\n# Б\n\nТекст.\n' }
  const report = await importNow(istok, files)
  expect(report.warnings.filter(({ reason }) => reason === 'category-made').map(({ arguments: said }) => said)).toEqual([
    { value: 'Карты' },
    { value: 'other' },
  ])
  const made = await findArticle(istok, 'a')
  expect(made).toMatchObject({ category: 'karty' })
  await updateArticle(istok, system, { id: made?.id ?? '', fields: { category: 'other' } })
  expect(await importNow(istok, files)).toMatchObject({ updated: 0, skipped: 2 })
  expect(await findArticle(istok, 'a')).toMatchObject({ category: 'other' })
})
