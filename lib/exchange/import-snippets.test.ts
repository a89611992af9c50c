import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { listSnippets } from '#lib/authoring/list-snippets.ts'
import { readSnippet } from '#lib/authoring/read-snippet.ts'
import { openTestIstok } from '../test-istok.ts'
import { importNow, refusals } from './import.fixture.ts'

test('languages of one snippet come together, those that the import is silent about stay, and again changes nothing', async () => {
  const istok = openTestIstok()
  await importNow(istok, { 'snippets/warning.ru.md': '---\ntitle: Осторожно\n---\n\nНе сообщайте код.\n' })
  const files = { 'snippets/warning.en.md': '---\ntitle: Careful\n---\n\nTell nobody the code.\n' }
  expect((await importNow(istok, files)).others.snippets).toMatchObject({ created: 0, updated: 1 })
  expect(await readSnippet(istok, system, { key: 'warning' })).toMatchObject({ title: { ru: 'Осторожно', en: 'Careful' } })
  expect(Object.keys((await readSnippet(istok, system, { key: 'warning' })).documents).sort()).toEqual(['en', 'ru'])
  expect((await importNow(istok, files)).others.snippets).toMatchObject({ updated: 0, skipped: 1 })
})

test('a snippet that says no title is called by its key, and keeps the title that it has', async () => {
  const istok = openTestIstok()
  await importNow(istok, { 'snippets/hours.ru.md': 'С 9 до 18.\n' })
  expect(await readSnippet(istok, system, { key: 'hours' })).toMatchObject({ title: { ru: 'hours' } })
  await importNow(istok, { 'snippets/hours.ru.md': '---\ntitle: Часы\n---\n\nС 9 до 18.\n' })
  await importNow(istok, { 'snippets/hours.ru.md': 'С 10 до 18.\n' })
  expect(await readSnippet(istok, system, { key: 'hours' })).toMatchObject({ title: { ru: 'Часы' } })
})

test('files that name no key or no language, hold no front matter that can be read, or a key that is none are told; the others are taken', async () => {
  const istok = openTestIstok()
  const report = await importNow(istok, {
    'snippets/plain.md': 'Текст.\n',
    'snippets/deep/key.ru.md': 'Текст.\n',
    'snippets/bad.ru.md': '---\na: [\n---\nТекст.\n',
    'snippets/Не ключ.ru.md': 'Текст.\n',
    'snippets/good.ru.md': 'Текст.\n',
  })
  expect(
    refusals(report)
      .map(([file]) => file)
      .sort(),
  ).toEqual(['snippets/bad.ru.md', 'snippets/deep/key.ru.md', 'snippets/plain.md', 'snippets/Не ключ.ru.md'])
  expect(report.others.snippets).toMatchObject({ created: 1, failed: 4 })
  expect((await listSnippets(istok, system)).items.map(({ key }) => key)).toEqual(['good'])
})

test('a snippet in a language that is none is refused whole: its other language is not half of it', async () => {
  const istok = openTestIstok()
  const report = await importNow(istok, { 'snippets/a.ru.md': 'Текст.\n', 'snippets/a.q.md': 'Text.\n' })
  expect(
    refusals(report)
      .map(([file]) => file)
      .sort(),
  ).toEqual(['snippets/a.q.md', 'snippets/a.ru.md'])
  expect((await listSnippets(istok, system)).items).toEqual([])
})
