import { expect, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { countArticles } from './list-articles.ts'
import { readContent } from './read-content.ts'
import { saveTranslation } from './save-translation.ts'
import { markUpToDate, readSideBySide } from './side-by-side.ts'
import { matchUnits, unitsOf } from './translation-match.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const text = (title: string, ...blocks: string[]) => readContent({ title, markdown: blocks.join('\n\n') }).content

async function openPair() {
  const istok = openTestIstok({ ISTOK_LOCALES: 'ru,en' })
  const { id: articleId } = await createArticle(istok, author, { slug: 'card' })
  const save = async (locale: string, expectedVersion: number | null, ...parts: [string, ...string[]]) =>
    (await saveTranslation(istok, author, { articleId, locale, expectedVersion, content: text(...parts) })).version
  await save('ru', null, 'Карта', 'Первый.', 'Второй.', 'Третий.')
  await save('en', null, 'Card', 'First.', 'Second.', 'Third.')
  const place = { articleId, locale: 'en' }
  const states = async () => (await readSideBySide(istok, author, place)).rows.slice(3).map(({ state }) => state)
  return { istok, place, save, states }
}

test('a translation that was just made agrees with its source; a changed block of the source makes that block outdated', async () => {
  const { istok, place, save, states } = await openPair()
  expect(await states()).toEqual(['current', 'current', 'current'])
  expect(await countArticles(istok, author, { attention: 'outdated' })).toBe(0)
  await save('ru', 1, 'Карта', 'Первый.', 'Второй изменён.', 'Третий.')
  expect(await states()).toEqual(['current', 'changed', 'current'])
  const { rows, outdated } = await readSideBySide(istok, author, place)
  expect(rows[4]).toMatchObject({ source: '/content/1', target: '/content/1', before: { type: 'paragraph' } })
  expect(outdated).toBe(1)
  expect(await countArticles(istok, author, { attention: 'outdated' })).toBe(1)
  await save('en', 1, 'Card', 'First.', 'Second, changed.', 'Third.')
  expect(await states()).toEqual(['current', 'changed', 'current'])
})

test('a new block is missing until it is translated, and everything agrees once somebody says so', async () => {
  const { istok, place, save, states } = await openPair()
  await save('ru', 1, 'Карта', 'Первый.', 'Новый.', 'Второй.', 'Третий.')
  expect(await states()).toEqual(['current', 'missing', 'current', 'current'])
  await save('en', 1, 'Card', 'First.', 'New.', 'Second.', 'Third.')
  expect(await states()).toEqual(['current', 'unmarked', 'current', 'current'])
  const { source } = await readSideBySide(istok, author, place)
  const mark = { ...place, source: 'ru', sourceHash: source.hash, expectedVersion: 2 }
  await expect(markUpToDate(istok, author, { ...mark, expectedVersion: 1 })).rejects.toMatchObject({ details: { status: 412 } })
  await expect(markUpToDate(istok, author, { ...mark, sourceHash: 'other' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(markUpToDate(istok, author, { ...mark, source: 'en' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(markUpToDate(istok, author, { ...mark, articleId: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(markUpToDate(istok, { ...author, scopes: scopesOf(['viewer']) }, mark)).rejects.toMatchObject({ code: 'forbidden' })
  await markUpToDate(istok, author, mark)
  expect(await states()).toEqual(['current', 'current', 'current', 'current'])
})

test('title and questions are followed, too; a block that only the translation has is extra', async () => {
  const { istok, place, save } = await openPair()
  await save('ru', 1, 'Карта банка', 'Первый.', 'Второй.')
  const { rows } = await readSideBySide(istok, author, place)
  expect(rows.map(({ state }) => state)).toEqual(['changed', 'current', 'current', 'current', 'current', 'extra'])
})

test('without anything remembered, blocks of one kind stand side by side', () => {
  const source = unitsOf(text('А', '## Заголовок', 'Абзац.', '- пункт'))
  const target = unitsOf(text('A', '## Heading', '- item'))
  expect(matchUnits(source, target, null).slice(3)).toMatchObject([
    { state: 'unmarked', target: '/content/0' },
    { state: 'missing' },
    { state: 'unmarked', target: '/content/1' },
  ])
})
