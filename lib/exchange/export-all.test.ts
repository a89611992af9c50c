import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { readFact } from '#lib/authoring/read-fact.ts'
import { renameMedia } from '#lib/authoring/rename-media.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { findOldAddress } from '#lib/delivery/find-old-address.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { type ExportManifest, exportAll } from './export-all.ts'
import { findArticle, importNow, png } from './import.fixture.ts'
import { readZip } from './read-zip.ts'
import { runImport } from './run-import.ts'

const manifestOf = (zip: Uint8Array): ExportManifest =>
  JSON.parse(new TextDecoder().decode(unzipSync(zip)['manifest.json'] ?? new Uint8Array()))
const idOf = async (istok: Istok, slug: string) => (await findArticle(istok, slug))?.id ?? ''
const release = async (istok: Istok, parts: { articles?: string[]; withdraw?: string[]; publishAt?: number }) =>
  publishRelease(istok, system, { note: '', articles: [], facts: [], snippets: [], withdraw: [], ...parts })
const say = (istok: Istok, slug: string, channel = 'website') => readRendition(istok, { channel, locale: 'ru', slug, profile: null })

const base = {
  'categories.yaml': '- { slug: cards, title: { ru: Карты } }\n- { slug: limits, title: { ru: Лимиты }, parent: cards }\n',
  'synonyms.yaml': '- { locale: ru, terms: [карта, пластик] }\n- { locale: ru, terms: [симка, сим-карта], direction: one-way }\n',
  'facts.yaml': `- key: card.price
  type: money
  unit: RUB
  title: { ru: Цена карты }
  values: [{ value: "990" }, { value: "1290", validFrom: "2027-01-01T00:00:00+03:00", validTo: "2028-01-01T00:00:00+03:00" }]
`,
  'snippets/contacts.ru.md': '---\ntitle: Контакты\n---\n\nПозвоните нам.\n',
  'articles/ru/price.md':
    '---\ncategory: cards\ntags: [fees]\nvariations:\n  ivr: "Карта стоит :fact[card.price]."\n---\n# Цена\n\nКарта стоит :fact[card.price].\n\n:::only{audience=internal}\nСпросите тариф.\n:::\n\n::snippet{key=contacts}\n\n![Карта](../../card.png)\n',
  'articles/en/price.md': '---\ncategory: cards\n---\n# Price\n\nThe card is ready.\n',
  'articles/ru/secret.md': '---\naudience: internal\n---\n# Для сотрудников\n\nТайна. См. [цену](price.md).\n',
  'articles/ru/gone.md': '# Снятая\n\nТекст.\n',
  'articles/ru/later.md': '# Будущая\n\nТекст.\n',
  'articles/ru/moved.md': '---\naliases: [/faq/moved.html]\n---\n# Переехавшая\n\nТекст.\n',
  'articles/ru/help.md':
    '# Помощь по шагам\n\n::::script\n:::question[Где карта?]{id=where}\n::option[Дома]{to=home}\n::option[Нет]{to=call}\n:::\n:::instruction[Ищите]{id=home to=call}\nПод диваном.\n:::\n:::answer[Цена]{id=call article=price to=end}\n:::\n:::end[Готово]{id=end}\n:::\n::::\n',
  'card.png': png,
}

/** A house in which everything is that an export may meet. */
async function liveHouse(): Promise<Istok> {
  const istok = openTestIstok({ ISTOK_PUBLIC_URL: 'https://bank.example' })
  const imported = await importNow(istok, base, { publish: true })
  expect(imported.warnings.filter(({ level }) => level === 'error')).toEqual([])
  expect(imported).toMatchObject({ failed: 0, created: 7, published: 6 })
  await release(istok, { withdraw: [await idOf(istok, 'gone')] })
  const moved = await idOf(istok, 'moved')
  await updateArticle(istok, system, { id: moved, fields: { slug: 'new-place' } })
  await release(istok, { articles: [moved] })
  const later = { 'articles/ru/later.md': '# Будущая\n\nНовый текст.\n' }
  await importNow(istok, later)
  await release(istok, { articles: [await idOf(istok, 'later')], publishAt: Date.now() + 86_400_000 })
  const drafts = {
    'facts.yaml': base['facts.yaml']
      .replace('"990"', '"890"')
      .concat('- { key: not.live, type: text, title: { ru: Новый }, values: [{ value: да }] }\n'),
    'snippets/contacts.ru.md': '---\ntitle: Контакты\n---\n\nНапишите нам.\n',
  }
  await importNow(istok, drafts)
  await renameMedia(istok, system, {
    id:
      Object.keys(unzipSync(await exportAll(istok, system)))
        .find(path => path.startsWith('media/'))
        ?.split('/')[1] ?? '',
    fileName: 'Карта, вид спереди.png',
    expectedVersion: 1,
  })
  return istok
}

test('what is withdrawn, moved, scheduled, internal, changed beside what is live, and pictures with their names come back in an empty house', async () => {
  const first = await liveHouse()
  const zip = await exportAll(first, system)
  const second = openTestIstok({ ISTOK_PUBLIC_URL: 'https://other.example' })
  const report = await runImport(second, system, { files: readZip(zip), publish: true })
  expect(report.warnings.filter(({ level }) => level === 'error')).toEqual([])
  const [original, copy] = [manifestOf(zip), manifestOf(await exportAll(second, system))]
  expect(copy.renditions).toEqual(original.renditions)
  expect(copy.files).toEqual(original.files)
  expect(Object.keys(original.files)).toContain('drafts/ru/gone.md')
  expect(Object.keys(original.files).filter(path => path.startsWith('media/'))).toEqual([
    expect.stringMatching(/^media\/[0-9a-f]{32}\/Карта, вид спереди\.png$/),
  ])
  for (const istok of [first, second]) {
    expect(await say(istok, 'moved')).toMatchObject({ kind: 'moved', slug: 'new-place' })
    expect(findOldAddress(istok, '/faq/moved.html')).toEqual({ locale: 'ru', slug: 'new-place' })
    expect((await say(istok, 'gone')).kind).not.toBe('found')
    expect((await say(istok, 'secret')).kind).toBe('missing')
    expect((await say(istok, 'secret', 'operator')).kind).toBe('found')
    const price = await say(istok, 'price')
    expect(price.kind === 'found' && price.reply.body.toString()).toMatch(/990.*Позвоните/s)
    expect((await findArticle(istok, 'later'))?.translations[0]).toMatchObject({ status: 'changed' })
    expect(await readFact(istok, system, { key: 'card.price' })).toMatchObject({
      status: 'changed',
      values: [{ value: '890' }, { value: '1290' }],
    })
    expect(await readFact(istok, system, { key: 'not.live' })).toMatchObject({ status: 'draft' })
  }
  const again = await runImport(second, system, { files: readZip(zip), publish: true })
  expect(again).toMatchObject({ created: 0, failed: 0, release: null })
  expect(manifestOf(await exportAll(second, system))).toEqual(original)
})
