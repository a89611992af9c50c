import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { listHistory } from '#lib/access/list-history.ts'
import { findTag } from '#lib/authoring/find-tag.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { listFacts } from '#lib/authoring/list-facts.ts'
import { listSynonyms } from '#lib/authoring/list-synonyms.ts'
import { openTestIstok } from '../test-istok.ts'
import { findArticle, importNow, refusals } from './import.fixture.ts'

test('a category comes after the one above it, whatever order they stand in; a ring is refused and its neighbours are taken', async () => {
  const istok = openTestIstok()
  const list = [
    '- {slug: leaf, title: {ru: Лист}, parent: branch}',
    '- {slug: branch, title: {ru: Ветвь}, parent: root}',
    '- {slug: root, title: {ru: Корень}}',
    '- {slug: one, title: {ru: Раз}, parent: two}',
    '- {slug: two, title: {ru: Два}, parent: one}',
    '- {slug: self, title: {ru: Сам}, parent: self}',
  ].join('\n')
  const report = await importNow(istok, { 'categories.yaml': list })
  const categories = Object.fromEntries((await listCategories(istok, system)).items.map(({ slug, parent }) => [slug, parent]))
  expect(categories).toEqual({ leaf: 'branch', branch: 'root', root: null })
  expect(report.others.categories).toMatchObject({ created: 3, failed: 3 })
  expect(refusals(report)).toEqual([1, 2, 3].map(() => ['categories.yaml', 'entry-refused']))
})

test('a category that is silent about a language, its description or its place keeps them', async () => {
  const istok = openTestIstok()
  await importNow(istok, {
    'categories.yaml': '- {slug: cards, title: {ru: Карты, en: Cards}, description: {ru: О картах}, position: 7}',
  })
  const report = await importNow(istok, { 'categories.yaml': '- {slug: cards, title: {en: Bank cards}}' })
  expect(report.others.categories).toMatchObject({ updated: 1 })
  expect((await listCategories(istok, system)).items).toMatchObject([
    { slug: 'cards', title: { ru: 'Карты', en: 'Bank cards' }, description: { ru: 'О картах' }, position: 7 },
  ])
})

test('a tag that is silent about its titles keeps them, and a changed one is in the log with who did it', async () => {
  const istok = openTestIstok()
  await importNow(istok, { 'tags.yaml': '- {slug: cards, title: {ru: Карты, en: Cards}}' })
  expect((await importNow(istok, { 'tags.yaml': '- slug: cards' })).others.tags).toMatchObject({ skipped: 1, updated: 0 })
  expect((await importNow(istok, { 'tags.yaml': '- {slug: cards, title: {ru: Карточки}}' })).others.tags).toMatchObject({ updated: 1 })
  expect(await findTag(istok, system, { slug: 'cards' })).toMatchObject({ title: { ru: 'Карточки', en: 'Cards' }, version: 2 })
  const { items } = await listHistory(istok, system, { kind: 'tag', id: 'cards' })
  expect(items.map(({ action, by }) => [action, by])).toEqual([
    ['tag.updated', 'Istok'],
    ['tag.created', 'Istok'],
  ])
})

test.each([
  ['a slug that is none', '- {slug: "Карты", title: {ru: Карты}}', 'list-entry', '/slug'],
  ['a title in no language', '- {slug: a, title: {"../x": Карты}}', 'entry-refused', '/title/..~1x'],
  ['a title of 101 characters', `- {slug: a, title: {ru: ${'я'.repeat(101)}}}`, 'entry-refused', '/title/ru'],
  ['a member that is not ours', '- {slug: a, colour: red}', 'list-entry', ''],
  ['a word in place of an entry', '- a', 'list-entry', ''],
])('a tag with %s is refused and the next one is taken', async (_, entry, reason, pointer) => {
  const istok = openTestIstok()
  const report = await importNow(istok, { 'tags.yaml': `${entry}\n- {slug: good, title: {ru: ${'я'.repeat(100)}}}` })
  expect(report.others.tags).toMatchObject({ created: 1, failed: 1 })
  expect(report.warnings).toMatchObject([{ level: 'error', reason, faults: [{ pointer }] }])
  expect(await findTag(istok, system, { slug: 'a' })).toBeNull()
})

test('a list that is none, is no YAML or bursts by aliases is told with its line, and nothing of it is taken', async () => {
  const istok = openTestIstok()
  const levels = Array.from({ length: 9 }, (_, level) => `- &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`)
  const report = await importNow(istok, {
    'facts.yaml': 'key: fee\ntype: percent\n',
    'tags.yaml': '- {slug: a\n- b: [',
    'synonyms.yaml': `- &a0 [x]\n${levels.join('\n')}`,
    'categories.yaml': '',
    'a.md': '# А\n\nТекст.\n',
  })
  expect(refusals(report)).toEqual([
    ['tags.yaml', 'yaml-invalid'],
    ['synonyms.yaml', 'yaml-invalid'],
    ['facts.yaml', 'not-a-list'],
  ])
  expect(report.warnings.find(({ file }) => file === 'tags.yaml')?.line).toBeGreaterThan(0)
  expect(await findArticle(istok, 'a')).toBeDefined()
})

test('the value of a fact may stand without quotes; a fact with an impossible value is refused, the others are kept', async () => {
  const istok = openTestIstok()
  const list = [
    '- {key: fee, type: percent, title: {ru: Комиссия}, values: [{value: 1.5}]}',
    '- {key: bad, type: percent, title: {ru: Плохая}, values: [{value: много}]}',
    '- {key: Not A Key, type: percent, title: {ru: Нет}, values: [{value: "1"}]}',
    '- {key: late, type: percent, title: {ru: Позже}, values: [{value: "2", validFrom: 2026-13-45}]}',
  ].join('\n')
  const report = await importNow(istok, { 'facts.yaml': list })
  expect(report.others.facts).toMatchObject({ created: 1, failed: 3 })
  expect((await listFacts(istok, system)).items).toMatchObject([{ key: 'fee', values: [{ value: '1.5' }] }])
  expect((await importNow(istok, { 'facts.yaml': list })).others.facts).toMatchObject({ created: 0, skipped: 1, failed: 3 })
})

test('synonyms come once, however often they are imported; a group of one word is refused', async () => {
  const istok = openTestIstok()
  const files = {
    'synonyms.yaml': '- {locale: ru, terms: [смс, сообщение]}\n- {locale: ru, terms: [один]}\n- {locale: "?", terms: [а, б]}',
  }
  expect((await importNow(istok, files)).others.synonyms).toMatchObject({ created: 1, failed: 2 })
  const again = await importNow(istok, files)
  expect(again.others.synonyms).toMatchObject({ created: 0, skipped: 1 })
  expect((await listSynonyms(istok, system)).items).toHaveLength(1)
})
