import { unzipSync, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { markdownOf, readTranslation } from '#lib/authoring/read-translation.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { failInterruptedImports } from './fail-interrupted-imports.ts'
import type { ImportFile } from './file-content.ts'
import { importArticles } from './import-articles.ts'
import { sortFiles } from './import-file.ts'
import { readImport } from './read-import.ts'
import { readZip } from './read-zip.ts'
import { runImport } from './run-import.ts'
import { sourceOfPath } from './source-of-path.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const filesOf = (contents: Record<string, string | Uint8Array>) => Object.entries(contents).map(([path, content]) => ({ path, content }))
const run = (istok: Istok, contents: Record<string, string | Uint8Array>, options = {}) =>
  runImport(istok, system, { files: filesOf(contents), ...options })
const slugs = async (istok: Istok) => (await listArticles(istok, system, { limit: 200 })).items.map(({ slug }) => slug).sort()
async function markdown(istok: Istok, slug: string, locale = 'ru') {
  const article = (await listArticles(istok, system, { q: slug })).items.find(item => item.slug === slug)
  return markdownOf(await readTranslation(istok, system, { articleId: article?.id ?? '', locale })).markdown
}

test('links between the files of an import become links between articles, whatever folder they are in', async () => {
  const istok = openTestIstok()
  const report = await run(istok, {
    'a/one.md': '# Один\n\nСм. [два](../b/two.md#part), [три](./three.md), [четыре](/d%20e/four.md?x=1), [пять](five), [папка](../b/).\n',
    'a/three.md': '---\nslug: own-slug\n---\n# Три\n\nТекст.\n',
    'a/Five.md': '# Пять\n\n[вне](../../outside.md) и [сайт](https://example.com/).\n',
    'b/two.md': '# Два\n\nНазад к [одному](../a/one.md).\n',
    'b/README.md': '# Папка\n\nТекст.\n',
    'd e/four.md': '# Четыре\n\nТекст.\n',
  })
  expect(report).toMatchObject({ created: 6, failed: 0 })
  const hrefs = [...(await markdown(istok, 'one')).matchAll(/\((article:[^)]+)\)/g)].map(([, href]) => href)
  expect(hrefs).toEqual(['article:two', 'article:own-slug', 'article:four', 'article:five', 'article:papka'])
  expect(await markdown(istok, 'two')).toContain('(article:one)')
  const warnings = report.warnings.filter(({ message }) => message.includes('link'))
  expect(warnings).toMatchObject([{ file: 'a/Five.md', line: 3, level: 'warning' }])
})

test('a link to a draft that comes in the same import is not called missing, whether what is live is published or not; one to nothing is', async () => {
  const files = {
    'articles/ru/one.md': '---\nslug: one\n---\n# Один\n\nСм. [черновик](article:two) и [никуда](article:none).\n',
    'drafts/ru/two.md': '---\nslug: two\n---\n# Два\n\nСм. [один](article:one).\n',
  }
  for (const options of [{ dryRun: true }, {}, { publish: true }]) {
    const { warnings, created } = await run(openTestIstok(), files, options)
    expect(created, JSON.stringify(options)).toBe(2)
    const of = (slug: string) => warnings.filter(({ message }) => message === `there is no article "${slug}"`).length
    expect([of('two'), of('none')], `${JSON.stringify(options)} ${JSON.stringify(warnings)}`).toEqual([0, 1])
  }
})

test('links to articles of an earlier import are found by their source', async () => {
  const istok = openTestIstok()
  await run(istok, { 'a/one.md': '---\nslug: first\n---\n# Один\n\nТекст.\n', 'x.md': '# Икс\n\nТекст.\n' })
  await run(istok, { 'a/two.md': '# Два\n\n[один](one.md)\n', 'y.md': '# Игрек\n\nТекст.\n' })
  expect(await markdown(istok, 'two')).toContain('(article:first)')
})

test('pictures come with the import and are named by their content', async () => {
  const istok = openTestIstok()
  const report = await run(istok, {
    'media/Кнопка.png': png,
    'articles/ru/one.md': '# Один\n\n![Кнопка](../../media/%D0%9A%D0%BD%D0%BE%D0%BF%D0%BA%D0%B0.png)\n',
    'articles/ru/two.md': '# Два\n\nТекст.\n\n![Нет](../../media/none.png)\n',
    'media/bad.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  })
  expect(report.others.media).toMatchObject({ created: 1, failed: 1 })
  expect(await markdown(istok, 'one')).toMatch(/!\[Кнопка\]\(media:[0-9a-f]{32}\)/)
  expect(report.warnings.map(({ file }) => file).sort()).toEqual(expect.arrayContaining(['articles/ru/two.md', 'media/bad.svg']))
})

test('the same files again change nothing; a changed file is an update; source ids outlive moves', async () => {
  const istok = openTestIstok()
  const files = { 'a.md': '---\nsourceId: crm-1\n---\n# А\n\nТекст.\n', 'b.md': '# Б\n\n[а](a.md)\n' }
  expect(await run(istok, files)).toMatchObject({ created: 2, updated: 0, skipped: 0 })
  expect(await run(istok, files)).toMatchObject({ created: 0, updated: 0, skipped: 2 })
  expect(await run(istok, { ...files, 'b.md': '# Б\n\nДругой [а](a.md)\n' })).toMatchObject({ updated: 1, skipped: 1 })
  expect(await run(istok, { 'moved/c.md': files['a.md'].replace('Текст', 'Новый') })).toMatchObject({ created: 0, updated: 1 })
  expect(await slugs(istok)).toEqual(['b', 'c'])
})

test('a slug that is taken gets a number, keeps it in later imports, and links follow', async () => {
  const istok = openTestIstok()
  await run(istok, { 'other/faq.md': '# Занято\n\nТекст.\n', 'z.md': '# Я\n\nТекст.\n' })
  const files = { 'x/faq.md': '# Икс\n\n[игрек](../y/faq.md)\n', 'y/faq.md': '# Игрек\n\nТекст.\n' }
  const report = await run(istok, files)
  expect(await slugs(istok)).toEqual(['faq', 'faq-2', 'faq-3', 'z'])
  expect(report.warnings.filter(({ message }) => message.includes('is taken'))).toHaveLength(2)
  expect(await markdown(istok, 'faq-2')).toContain('(article:faq-3)')
  expect(await run(istok, files)).toMatchObject({ created: 0, updated: 0, skipped: 2 })
})

test('translations are one article: by folder of the language, by source, by slug', async () => {
  const istok = openTestIstok()
  const report = await run(istok, {
    'articles/ru/one.md': '---\ncategory: cards\n---\n# Один\n\nТекст.\n',
    'articles/en/one.md': '# One\n\nText.\n',
    'ru/b.md': '---\nsourceId: s2\nslug: two\n---\n# Два\n\nТекст.\n',
    'en/c.md': '---\nsourceId: s2\nslug: two\n---\n# Two\n\nText.\n',
    'p/d.md': '---\nslug: three\nlocale: ru\n---\n# Три\n\nТекст.\n',
    'q/e.md': '---\nslug: three\nlocale: en\n---\n# Three\n\nText.\n',
    'articles/ru/sub/../one.md': '# Снова один\n\nТекст.\n',
  })
  expect(await slugs(istok)).toEqual(['one', 'three', 'two'])
  expect(report).toMatchObject({ created: 6, failed: 1 })
  expect(report.warnings).toContainEqual(
    expect.objectContaining({ level: 'error', message: expect.stringContaining('same article in the same language') }),
  )
})

test('a category that does not exist is made, tags in any alphabet become slugs', async () => {
  const istok = openTestIstok()
  const report = await run(istok, { 'a.md': '---\ncategory: Переводы и платежи\ntags: [Комиссии, sbp]\n---\n# А\n\nТекст.\n' })
  expect(report.warnings).toContainEqual(
    expect.objectContaining({ file: 'a.md', message: expect.stringContaining('did not exist and was made') }),
  )
  expect((await listCategories(istok, system)).items).toMatchObject([{ slug: 'perevody-i-platezhi', title: { ru: 'Переводы и платежи' } }])
  expect((await listArticles(istok, system)).items).toMatchObject([{ category: 'perevody-i-platezhi', tags: ['komissii', 'sbp'] }])
})

test('a bad file is reported with its line and left out, the others go on', async () => {
  const istok = openTestIstok()
  const report = await run(istok, {
    'good.md': '# Да\n\nТекст.\n',
    'yaml.md': '---\ntitle: "open\n---\n# Нет\n',
    'deep.md': `# Нет\n\n${'> '.repeat(200)}x\n`,
    'channel.md': '---\nchannels: [fax]\n---\n# Нет\n\nТекст.\n',
    'facts.yaml': '- key: fee\n  type: percent\n  title: {ru: Да}\n  values: [{value: 1.5}]\n- key: Bad Key\n  type: money\n',
    'categories.yaml': 'not: a list',
    'snippets/nolocale.md': 'Текст.',
    'snippets/nested.ru.md': '---\ntitle: Вложен\n---\n\n::snippet{key=other}\n',
    'notes.txt': 'x',
  })
  expect(report).toMatchObject({ created: 1, failed: 3, others: { facts: { created: 1, failed: 1 }, snippets: { created: 0, failed: 2 } } })
  const errors = report.warnings.filter(({ level }) => level === 'error').map(({ file }) => file)
  expect(errors.sort()).toEqual([
    'categories.yaml',
    'channel.md',
    'deep.md',
    'facts.yaml',
    'snippets/nested.ru.md',
    'snippets/nolocale.md',
    'yaml.md',
  ])
  expect(report.warnings).toContainEqual({
    ...{ file: 'notes.txt', level: 'warning', message: 'is not read' },
    ...{ reason: 'not-read' },
  })
  expect(await slugs(istok)).toEqual(['good'])
})

test('a dry run reports what the real one does and changes nothing', async () => {
  const istok = openTestIstok()
  const files = {
    'media/a.png': png,
    'facts.yaml': '- {key: fee, type: percent, title: {ru: Да}, values: [{value: "1"}]}',
    'snippets/s.ru.md': '---\ntitle: С\n---\n\nТекст.\n',
    'articles/ru/a.md': '---\ncategory: new\n---\n# А\n\n:fact[fee] [б](b.md) [нет](none.md)\n\n::snippet{key=s}\n',
    'articles/ru/b.md': '# Б\n\n::snippet{key=unknown}\n',
    'articles/ru/bad.md': '---\na: [\n---\n',
  }
  const dump = () =>
    ['article', 'translation', 'fact', 'snippet', 'media', 'category', 'audit', 'reference'].map(table =>
      istok.database.reader.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    )
  const before = dump()
  const dry = await run(istok, files, { dryRun: true })
  expect(dump()).toEqual(before)
  expect(await run(istok, files)).toEqual(dry)
  expect(dry).toMatchObject({ created: 2, failed: 1, others: { media: { created: 1 } } })
})

test('everything is released in one release; what a channel cannot say is reported and left out, and so is what links to it', async () => {
  const istok = openTestIstok()
  const report = await run(
    istok,
    {
      'facts.yaml': '- {key: fee, type: percent, title: {ru: Да}, values: [{value: "1.5"}]}',
      'ru/a.md': '# А\n\nКомиссия :fact[fee].\n',
      'ru/b.md': '# Б\n\nКомиссия :fact[nothing].\n',
      'ru/c.md': '# В\n\nСм. [б](b.md).\n',
      'ru/d.md': '# Г\n\nСм. [а](a.md).\n',
    },
    { publish: true },
  )
  expect(report).toMatchObject({ created: 4, release: 1, published: 2 })
  const left = report.warnings.filter(({ message }) => message.startsWith('not published')).map(({ file }) => file)
  expect([...new Set(left)].sort()).toEqual(['ru/b.md', 'ru/c.md'])
  expect(await readRendition(istok, { channel: 'website', locale: 'ru', slug: 'a', profile: null })).toMatchObject({ kind: 'found' })
  expect(await readRendition(istok, { channel: 'website', locale: 'ru', slug: 'b', profile: null })).toMatchObject({ kind: 'missing' })
})

test('an import never makes public what somebody made internal', async () => {
  const istok = openTestIstok()
  const files = { 'a.md': '# А\n\nТекст.\n' }
  await run(istok, files)
  const [article] = (await listArticles(istok, system)).items
  await updateArticle(istok, system, { id: article?.id ?? '', fields: { audience: 'internal', tags: ['mine'] } })
  const report = await run(istok, files)
  expect(report.warnings).toContainEqual(expect.objectContaining({ message: expect.stringContaining('stays internal') }))
  expect((await listArticles(istok, system)).items).toMatchObject([{ audience: 'internal', tags: ['mine'] }])
})

test('an import runs by itself and says how far it is', async () => {
  const istok = openTestIstok()
  const files = filesOf(
    Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`a${index}.md`, `# Статья ${index}\n\nТекст ${index}.\n`])),
  )
  const onProgress = vi.fn()
  const { id, finished } = await importArticles(istok, author, { files, onProgress })
  expect(await readImport(istok, author, { id })).toMatchObject({ id, status: 'running', dryRun: false, publish: false })
  await finished
  expect(await readImport(istok, author, { id })).toMatchObject({ status: 'done', created: 120, done: 120, finishedAt: expect.any(Number) })
  expect(onProgress.mock.calls.length).toBeGreaterThan(2)
  await expect(readImport(istok, author, { id: 'none' })).rejects.toMatchObject({ code: 'not_found' })
})

test('an import that breaks says so', async () => {
  const istok = openTestIstok()
  istok.database.writer.sqlite.exec("CREATE TRIGGER broken BEFORE INSERT ON translation BEGIN SELECT RAISE(ABORT, 'broken'); END")
  const { id, finished } = await importArticles(istok, author, { files: filesOf({ 'a.md': '# А\n\nТекст.\n' }) })
  expect((await finished).problem).not.toBeNull()
  expect(await readImport(istok, author, { id })).toMatchObject({ status: 'failed' })
})

test('an import whose process ended is failed at the next start, a finished one stays', async () => {
  const istok = openTestIstok()
  const { id, finished } = await importArticles(istok, author, { files: filesOf({ 'a.md': '# А\n\nТекст.\n' }) })
  await finished
  await failInterruptedImports(istok)
  expect(await readImport(istok, author, { id })).toMatchObject({ status: 'done' })
  istok.database.writer.sqlite.exec("UPDATE import_job SET state = 'running', finished_at = NULL")
  await failInterruptedImports(istok)
  expect(await readImport(istok, author, { id })).toMatchObject({ status: 'failed', created: 1, problem: expect.stringContaining('ended') })
  expect(await readImport(istok, author, { id })).toMatchObject({ refusal: { reason: 'interrupted' } })
})

test('importing needs the right to write, publishing the right to publish, and something to import', async () => {
  const istok = openTestIstok()
  const files = filesOf({ 'a.md': '# А\n' })
  const viewer: Actor = { ...author, scopes: scopesOf(['viewer']) }
  await expect(importArticles(istok, viewer, { files })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(importArticles(istok, author, { files, publish: true })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(runImport(istok, author, { files, publish: true })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(importArticles(istok, author, { files: [] })).rejects.toMatchObject({ code: 'invalid' })
  await expect(importArticles(istok, author, { files: filesOf({ 'x.exe': 'MZ' }) })).rejects.toMatchObject({ code: 'invalid' })
})

test('a zip is unpacked in memory, one that lies or bursts is refused', () => {
  const zip = zipSync({ 'kb/articles/ru/a.md': Buffer.from('# А'), 'kb/': new Uint8Array() })
  expect(readZip(zip).map(({ path }) => path)).toEqual(['kb/articles/ru/a.md'])
  expect(() => readZip(Buffer.from('no zip'))).toThrow('not a zip')
  const bomb = zipSync({ 'a.md': new Uint8Array(1024) })
  const directory = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  Buffer.from(bomb.buffer).writeUInt32LE(0x7fffffff, directory + 24)
  expect(() => readZip(bomb)).toThrow('unpacks to at most')
  expect(Object.keys(unzipSync(zip))).toContain('kb/articles/ru/a.md')
})

test('paths only name: they lead nowhere, and a common folder says nothing when our layout is inside', () => {
  const paths = (...names: string[]) => {
    const sorted = sortFiles(names.map(path => ({ path, content: '' })))
    return Object.fromEntries(
      Object.entries<ImportFile[]>({ ...sorted }).flatMap(([kind, files]) =>
        files.length > 0 ? [[kind, files.map(({ path }) => path)]] : [],
      ),
    )
  }
  expect(paths('kb/facts.yaml', 'kb/articles/ru/a.md', '__MACOSX/x.md', '.git/a.md')).toEqual({
    facts: ['facts.yaml'],
    articles: ['articles/ru/a.md'],
  })
  expect(paths('faq/a.md', 'faq/b.md')).toEqual({ articles: ['faq/a.md', 'faq/b.md'] })
  expect(paths('../../etc/a.md', 'C:\\x\\..\\b.md')).toEqual({ articles: ['etc/a.md', 'C:/b.md'] })
  expect(['articles/ru/a.md', 'ru/a.md', 'a.md', 'drafts/en/a.md', 'faq/ru/x/a.md', 'img/a.md'].map(sourceOfPath)).toEqual([
    'a.md',
    'a.md',
    'a.md',
    'a.md',
    'faq/x/a.md',
    'img/a.md',
  ])
})
