import { expect, test } from 'vitest'
import { openTestIstok } from '../test-istok.ts'
import { importNow, markdownNow } from './import.fixture.ts'
import { sourceOfPath } from './source-of-path.ts'
import { targetOf } from './target-of.ts'

test('an article that is really called "import-0" is not taken for a place in the import', async () => {
  const istok = openTestIstok()
  await importNow(istok, { 'import-0.md': '# Импорт 0\n\nТекст.\n', 'import-1.md': '# Импорт 1\n\nТекст.\n' })
  await importNow(istok, {
    'a.md': '# А\n\n[ноль](article:import-0), [один](article:import-1), [рядом](b.md).\n',
    'b.md': '# Б\n\nТекст.\n',
  })
  const links = [...(await markdownNow(istok, 'a')).matchAll(/article:[a-z0-9_-]+/g)].map(([link]) => link)
  expect(links).toEqual(['article:import-0', 'article:import-1', 'article:b'])
})

test('a link to a file that is refused leads to the article as it was imported before; without one it is called missing', async () => {
  const istok = openTestIstok()
  const link = '# А\n\n[плохой](bad.md) и [хороший](good.md).\n'
  const files = { 'a.md': link, 'bad.md': '---\na: [\n---\n# Плохой\n', 'good.md': '# Хороший\n\nТекст.\n' }
  const report = await importNow(istok, files)
  expect(report).toMatchObject({ created: 2, failed: 1 })
  expect(await markdownNow(istok, 'a')).toContain('(article:good)')
  expect(report.warnings).toContainEqual(expect.objectContaining({ file: 'a.md', level: 'warning', reason: 'missing-article' }))
  await importNow(istok, { ...files, 'bad.md': '# Плохой\n\nТекст.\n' })
  const third = await importNow(istok, { ...files, 'a.md': link.replace('# А', '# Ещё А') })
  expect(third).toMatchObject({ updated: 1, failed: 1 })
  expect(await markdownNow(istok, 'a')).toContain('(article:bad)')
  expect(third.warnings.map(({ reason }) => reason)).not.toContain('missing-article')
})

test.each([
  ['a/one.md', 'two.md', 'a/two.md'],
  ['a/one.md', '../b/two.md#x?y', 'b/two.md'],
  ['a/one.md', '/two%20x.md?x=1#y', 'two x.md'],
  ['one.md', '../../../etc/passwd', 'etc/passwd'],
  ['one.md', '%2e%2e/%2e%2e/x.md', 'x.md'],
  ['a/one.md', './', 'a'],
  ['a/one.md', '%E0%A4%A', 'a/%E0%A4%A'],
  ['a/one.md', '\u0438\u0306.md', 'a/\u0439.md'],
])('in %s the address %s means %s', (from, address, target) => {
  expect(targetOf(from, address)).toBe(target.replace('\u0438\u0306', '\u0439'))
})

test.each([
  ['articles/ru/a.md', 'a.md'],
  ['ru/cards/a.md', 'cards/a.md'],
  ['cards/ru/a.md', 'cards/a.md'],
  ['pt-BR/a.md', 'a.md'],
  ['faq/a.md', 'faq/a.md'],
  ['a.md', 'a.md'],
  ['articles/articles/a.md', 'articles/a.md'],
  ['ru/ru/a.md', 'ru/a.md'],
])('the article of the file %s is known as %s', (path, source) => {
  expect(sourceOfPath(path)).toBe(source)
})
