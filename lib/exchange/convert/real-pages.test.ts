import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { convert, textsOf } from './convert.fixture.ts'

const folder = new URL('./fixtures/', import.meta.url)
const id = 'a'.repeat(32)
const pictures = [
  'attachments/98442/98448.png',
  'zendesk_files/limits.png',
  'wordpress_files/branch-1024x576.jpg',
  'word.files/image001.png',
]
const around = {
  pictures: new Map([...pictures, 'images/icons/emoticons/check.png', 'zendesk_files/user.png'].map(path => [path, id])),
  targets: new Map([['cards_98433.html', 'import_7']]),
}
const source = (name: string) => {
  const text = readFileSync(new URL(`${name}.html`, folder), 'utf8')
  return name === 'word-filtered' ? new Uint8Array(Array.from(text.replaceAll('₽', '&#8381;'), toCp1251)) : text
}

function toCp1251(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (letter === '·') return 0xb7
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
}

test.each([
  ['confluence', 'Перевыпуск карты', 'perevypusk-karty', 'ru', []],
  ['zendesk', 'Лимиты по карте', 'zendesk', 'ru', ['/hc/ru/articles/360001112222']],
  ['wordpress', 'How to close a deposit', 'wordpress', 'en', ['/2024/05/close-deposit']],
  ['word-filtered', 'Утеря карты', 'word-filtered', 'ru', []],
])('a page saved from %s is its article and nothing around it', async (name, title, slug, locale, addresses) => {
  const path = name === 'confluence' ? 'Перевыпуск-карты_98442.html' : `${name}.html`
  const converted = await convert('html', { [path]: source(name) }, around)
  expect(converted.articles).toMatchObject([{ addresses, file: { title, slug, locale } }])
  const [text = ''] = textsOf(converted)
  const beside = new URL(`${name}.md`, folder)
  if (process.env.GOLDEN === '1') writeFileSync(beside, `${text}\n`)
  expect(`${text}\n`).toBe(readFileSync(beside, 'utf8'))
})

test('the list of pages that Confluence writes beside them is no article; a player that is left out is told', async () => {
  const list =
    '<title>Служба поддержки (CS)</title><h1 id="title-heading" class="pagetitle">Space Details:</h1><h2 class="pageSectionTitle">Available Pages:</h2><ul><li><a href="a.html">А</a></li></ul>'
  const index = await convert('html', { 'CS/index.html': list })
  expect([index.articles, index.warnings.map(({ reason }) => reason)]).toEqual([[], ['contents-page']])
  const film = await convert('html', { 'a.html': '<p>Смотрите</p><iframe src="https://video.example/1"></iframe>' })
  expect(textsOf(film)).toEqual(['Смотрите'])
  expect(film.warnings).toMatchObject([{ reason: 'player-left-out', arguments: { value: 'https://video.example/1' } }])
})
