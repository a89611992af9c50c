import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { findOldAddress } from '#lib/delivery/find-old-address.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { openTestIstok } from '../test-istok.ts'
import { findArticle, importNow, markdownNow } from './import.fixture.ts'

const page = (address: string, title: string, text: string) =>
  `<html lang="ru"><link rel="canonical" href="${address}"><main><h1>${title}</h1><p>${text}</p></main></html>`

test('links between pages of a saved site lead to the articles, also to those of an earlier import; others stay where they are', async () => {
  const istok = openTestIstok()
  const site = 'https://help.bank.example'
  await importNow(istok, { 'cards.html': page(`${site}/faq/cards`, 'Карты', 'Текст.') })
  await importNow(istok, {
    'limits.html': page(
      `${site}/faq/limits`,
      'Лимиты',
      `<a href="/faq/cards/#a">раз</a> <a href="${site}/faq/fees">два</a> <a href="fees">три</a>`,
    ),
    'fees.html': page(`${site}/faq/fees`, 'Цены', '<a href="/faq/gone">четыре</a> <a href="https://other.example/faq/limits">пять</a>'),
  })
  expect(await markdownNow(istok, 'limits')).toContain('[раз](article:cards) [два](article:fees) [три](article:fees)')
  expect(await markdownNow(istok, 'fees')).toContain(`[четыре](${site}/faq/gone) [пять](https://other.example/faq/limits)`)
})

test('pages that differ by their query only claim no address', async () => {
  const istok = openTestIstok()
  const wiki = 'https://wiki.bank.example/pages/viewpage.action'
  await importNow(
    istok,
    { 'a.html': page(`${wiki}?pageId=1`, 'А', 'Текст.'), 'b.html': page(`${wiki}?pageId=2`, 'Б', 'Текст.') },
    { publish: true },
  )
  expect(findOldAddress(istok, '/pages/viewpage.action')).toBeNull()
})

test('former slugs and addresses of front matter lead to the article; a slug that another article has stays with it', async () => {
  const istok = openTestIstok()
  const files = {
    'new.md': '---\naliases: [old, taken, /faq/old.html]\n---\n# Новая\n\nТекст.\n',
    'taken.md': '# Занятая\n\nТекст.\n',
  }
  expect(await importNow(istok, files, { publish: true })).toMatchObject({ created: 2, failed: 0, published: 2 })
  const read = (slug: string) => readRendition(istok, { channel: 'website', locale: 'ru', slug, profile: null })
  expect(await read('old')).toMatchObject({ kind: 'moved', slug: 'new' })
  expect(await read('taken')).toMatchObject({ kind: 'found' })
  expect(findOldAddress(istok, '/faq/old.html')).toEqual({ locale: 'ru', slug: 'new' })
  expect(await importNow(istok, files, { publish: true })).toMatchObject({ created: 0, updated: 0, skipped: 2, release: null })
  const article = await findArticle(istok, 'taken')
  await expect(updateArticle(istok, system, { id: article?.id ?? '', fields: { slug: 'old' } })).rejects.toMatchObject({ code: 'conflict' })
})
