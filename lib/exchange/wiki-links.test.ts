import { expect, test } from 'vitest'
import { openTestIstok } from '../test-istok.ts'
import { importNow, markdownNow, png } from './import.fixture.ts'
import { readWikiLinks } from './wiki-links.ts'

const names = {
  article: (name: string) => (name === 'Лимиты' ? 'import_1' : null),
  picture: (name: string) => (name === 'pin.png' ? 'abc' : null),
}

test.each([
  ['см. [[Лимиты]]', 'см. [Лимиты](article:import_1)'],
  ['см. [[Лимиты#По дням|лимиты [дня]]]', 'см. [[Лимиты#По дням|лимиты [дня]]]'],
  ['см. [[Лимиты#По дням|лимиты дня]]!', 'см. [лимиты дня](article:import_1)!'],
  ['[[Нет такой|слова]] и [[папка/Нет]]', 'слова и Нет'],
  ['![[pin.png]] ![[pin.png|300]] ![[pin.png|Экран]]', '![pin.png](media:abc) ![](media:abc) ![Экран](media:abc)'],
  ['![[Лимиты]]', '[Лимиты](article:import_1)'],
  [
    '`[[Лимиты]]` и\n```sh\nif [[ -f x ]]; then\n```\n[[Лимиты]]',
    '`[[Лимиты]]` и\n```sh\nif [[ -f x ]]; then\n```\n[Лимиты](article:import_1)',
  ],
  ['\\[\\[Лимиты\\]\\] \\[[Лимиты]]', '\\[\\[Лимиты\\]\\] \\[[Лимиты]]'],
  ['[[]] [[ | ]] [[Лимиты', '[[]] [[ | ]] [[Лимиты'],
])('%j is read as %j', (text, read) => {
  expect(readWikiLinks(text, names)).toBe(read)
})

test('notes of a vault link to each other by name alone, and show pictures of any folder', async () => {
  const istok = openTestIstok()
  await importNow(istok, {
    'vault/Карты/Лимиты.md': '# Лимиты\n\nСм. [[пин|смену ПИН]].\n\n![[экран.png]]\n',
    'vault/Коды/ПИН.md': '# ПИН\n\nСм. [[Карты/Лимиты]].\n',
    'vault/files/Экран.png': png,
  })
  const text = await markdownNow(istok, 'limity')
  expect(text).toContain('См. [смену ПИН](article:pin).')
  expect(text).toMatch(/!\[экран\.png\]\(media:[0-9a-f]{32}\)/)
  expect(await markdownNow(istok, 'pin')).toContain('См. [Лимиты](article:limity).')
})
