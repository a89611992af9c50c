import { expect, test } from 'vitest'
import { synonym } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import { type Actor, anonymous, type Scope, system } from '#lib/access/actor.ts'
import { readCurrentRendition } from '#lib/delivery/read-rendition.ts'
import type { Block } from '#lib/document/types.ts'
import { type DraftInput, paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { findRelated } from './find-related.ts'
import { searchOf } from './open-search.ts'
import { shownText } from './rendition-text.ts'
import { searchAnswers } from './search-answers.ts'
import { suggestQueries } from './suggest-queries.ts'

const bot: Actor = { kind: 'key', id: 'key:1', name: 'bot', scopes: new Set<Scope>(['read']), channel: 'chatbot' }

async function publish(istok: Istok, ...drafts: DraftInput[]): Promise<string[]> {
  const articles: string[] = []
  for (const draft of drafts) articles.push(await putDraft(istok, draft))
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  return articles
}

async function withdraw(istok: Istok, id: string): Promise<void> {
  await publishRelease(istok, system, { note: '', articles: [], facts: [], snippets: [], withdraw: [id] })
}

function readCurrentBody(istok: Istok, channel: string): string {
  const stored = readCurrentRendition(istok, { channel, locale: 'ru', slug: 'a', profile: null })
  return stored.kind === 'found' ? stored.reply.body.toString() : ''
}

const only = (words: string): Block => ({ type: 'only', attrs: { audience: 'internal' }, content: [paragraph(text(words))] })

const block: DraftInput = {
  ...{ slug: 'block-card', title: 'Как заблокировать карту', category: 'cards', tags: ['safety'] },
  blocks: [paragraph(text('Откройте приложение и нажмите «Заблокировать». Карта перестанет работать сразу.'))],
}
const fee: DraftInput = {
  ...{ slug: 'transfer-fee', title: 'Комиссия за перевод', category: 'transfers', tags: ['fees'] },
  blocks: [paragraph(text('Перевод по номеру телефона бесплатный.'))],
}

const search = (
  istok: Istok,
  q: string,
  more: { channel?: string; locale?: string; category?: string; tag?: string; limit?: number; actor?: Actor } = {},
) => {
  const { actor = system, channel = 'website', locale = 'ru', ...rest } = more
  return searchAnswers(istok, actor, { channel, locale, q, ...rest })
}

test('a question finds its answer, with the words it was found by and the text of the current release', async () => {
  const istok = openTestIstok()
  await publish(istok, block, fee)
  const reply = await search(istok, 'блокировка карты')
  expect(reply).toMatchObject({ query: 'блокировка карты', total: 1, degraded: false, release: 1 })
  const [item] = reply.items
  expect(item).toMatchObject({ slug: 'block-card', category: 'cards', confidence: 'strong' })
  expect(item?.titleRanges.map(([from, to]) => item.title.slice(from, to))).toEqual(['заблокировать', 'карту'])
  expect(item?.snippet.ranges.map(([from, to]) => item.snippet.text.slice(from, to))).toEqual(['Заблокировать', 'Карта'])
})

test('a wrong layout and a typo are repaired, and it is said', async () => {
  const istok = openTestIstok()
  await publish(istok, block, fee)
  const reply = await search(istok, 'rjvbccbz pf gthtdjd')
  expect(reply.items[0]?.slug).toBe('transfer-fee')
  expect(reply.corrected).toEqual({ query: 'комиссия за перевод', kind: 'layout', applied: true })
  expect(reply.items[0]?.matchedBy).toContain('layout')
  const typed = await searchAnswers(istok, system, { channel: 'website', locale: 'ru', q: 'камиссия', repair: false })
  expect(typed).toMatchObject({ items: [], total: 0 })
})

test('a release is found from its commit on; what it withdraws is not', async () => {
  const istok = openTestIstok()
  const [id] = await publish(istok, block)
  expect((await search(istok, 'карту')).items).toHaveLength(1)
  await publish(istok, { ...block, id, title: 'Как заморозить вклад', blocks: [paragraph(text('Вклад замораживает отделение.'))] })
  expect((await search(istok, 'карту')).items).toEqual([])
  expect((await search(istok, 'вклад')).items[0]?.title).toBe('Как заморозить вклад')
  await withdraw(istok, id!)
  expect(await search(istok, 'вклад')).toMatchObject({ items: [], total: 0, facets: { categories: {}, tags: {} } })
})

test('a question that comes again is answered from memory until anything changes', async () => {
  const istok = openTestIstok()
  const [id] = await publish(istok, block)
  const once = await search(istok, 'карта')
  const first = await search(istok, 'карта')
  expect(first).toEqual(once)
  expect(await search(istok, 'карта')).toBe(first)
  expect(await search(istok, 'карта', { limit: 1 })).not.toBe(first)
  await publish(istok, { ...block, id, title: 'Блокировка карты' })
  expect((await search(istok, 'карта')).items[0]?.title).toBe('Блокировка карты')
})

test('a stale index shows no stale text', async () => {
  const istok = openTestIstok()
  const [id] = await publish(istok, block)
  const index = await searchOf(istok).index('website', 'ru')
  const put = index.put.bind(index)
  index.put = () => {}
  index.remove = () => {}
  await publish(istok, { ...block, id, blocks: [paragraph(text('Позвоните в банк.'))] })
  expect(JSON.stringify(await search(istok, 'заблокировать'))).not.toContain('приложение')
  await withdraw(istok, id!)
  expect((await search(istok, 'заблокировать')).items).toEqual([])
  index.put = put
})

test('titles and pieces are the text of the release, letter for letter', async () => {
  const istok = openTestIstok()
  const said = 'Сче\u0308т «Ёлка» & <b>не тег</b> 😀 — 5\u00a0000 ₽. '
  await publish(istok, { slug: 'a', title: said.trim(), blocks: [paragraph(text(said.repeat(30))), paragraph(text(`Карта ${said}`))] })
  for (const channel of ['website', 'chatbot', 'agent', 'operator']) {
    const { title, content } = JSON.parse(readCurrentBody(istok, channel)) as { title: string; content: unknown }
    for (const q of ['карта', 'счёт', 'тег', '5000']) {
      const [item] = (await search(istok, q, { channel })).items
      expect(item?.title, q).toBe(title)
      const shown = shownText(channel, content, 'ru').replace(/\s/g, ' ')
      expect(shown, `${channel} ${q}`).toContain(item?.snippet.text.replace(/^…|…$/g, ''))
    }
  }
})

test('an index that followed the releases is the index that is made anew', async () => {
  const istok = openTestIstok()
  const [id] = await publish(istok, block, fee)
  const questions = ['карта', 'перевод', 'комиссия за перевод', 'заблокировать', 'номер']
  for (const q of questions) await search(istok, q)
  await publish(istok, { ...block, id, title: 'Перевыпуск карты' })
  const followed = await Promise.all(questions.map(q => search(istok, q)))
  searchOf(istok).rebuild()
  expect(await Promise.all(questions.map(q => search(istok, q)))).toEqual(followed)
})

test('category with its branch and tag narrow what is found; facets say what there is', async () => {
  const istok = openTestIstok()
  await publish(istok, block, fee, { slug: 'card-fee', title: 'Комиссия за карту', category: 'cards', tags: ['fees'] })
  const all = await search(istok, 'комиссия')
  expect(all.facets).toEqual({ categories: { transfers: 1, cards: 1 }, tags: { fees: 2 } })
  const cards = await search(istok, 'комиссия', { category: 'cards' })
  expect(cards.items.map(item => item.slug)).toEqual(['card-fee'])
  expect(cards.facets.categories).toEqual({ transfers: 1, cards: 1 })
  expect((await search(istok, 'комиссия', { tag: 'nothing' })).items).toEqual([])
  expect((await search(istok, 'комиссия', { category: "x' OR 1=1" })).items).toEqual([])
})

test('nothing of internal content can be seen from a public channel', async () => {
  const istok = openTestIstok()
  await publish(
    istok,
    { ...block, blocks: [paragraph(text('Откройте приложение.')), only('Канарейка служебная: регламент кенотрон.')] },
    {
      slug: 'secret',
      title: 'Внутренний регламент кенотрон',
      audience: 'internal',
      category: 'hidden',
      tags: ['hidden-tag'],
      blocks: [paragraph(text('Кенотрон для операторов.'))],
    },
  )
  await putDraft(istok, { slug: 'draft', title: 'Черновик кенотрон' })
  for (const q of ['кенотрон', 'кенотрно', 'rtyjnhjy', 'kenotron', 'регламент', 'кенотр', 'канарейка']) {
    for (const channel of ['website', 'chatbot', 'ivr', 'agent']) {
      const reply = await search(istok, q, { channel })
      expect(reply, `${channel} ${q}`).toMatchObject({ items: [], total: 0, facets: { categories: {}, tags: {} } })
      expect(JSON.stringify({ ...reply, query: '' }).toLowerCase()).not.toContain('кенотрон')
      const suggested = await suggestQueries(istok, system, { channel, locale: 'ru', q })
      expect(JSON.stringify(suggested.items).toLowerCase()).not.toMatch(/кенотрон|регламент|канарейка/)
    }
    expect((await searchOf(istok).index('website', 'ru')).vocabulary.words).not.toContain('кенотрон')
  }
  const operator = await search(istok, 'rtyjnhjy', { channel: 'operator' })
  expect(operator.items.map(item => item.slug).sort()).toEqual(['block-card', 'secret'])
  expect(operator.corrected?.query).toBe('кенотрон')
})

test('who may not read a channel may not search it', async () => {
  const istok = openTestIstok()
  await publish(istok, block)
  expect((await search(istok, 'карта', { actor: anonymous })).items).toHaveLength(1)
  expect((await search(istok, 'карта', { actor: bot, channel: 'chatbot' })).items).toHaveLength(1)
  await expect(search(istok, 'карта', { actor: anonymous, channel: 'operator' })).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(search(istok, 'карта', { actor: bot, channel: 'operator' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(suggestQueries(istok, bot, { channel: 'website', locale: 'ru', q: 'к' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(search(istok, 'карта', { channel: 'pigeon' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(search(istok, ' ')).rejects.toMatchObject({ code: 'invalid' })
})

test('where the language has nothing, another one answers and says which', async () => {
  const istok = openTestIstok()
  await publish(istok, block, {
    slug: 'limits',
    locale: 'en',
    title: 'Daily limits',
    blocks: [paragraph(text('Your limit is shown in the app.'))],
  })
  expect((await search(istok, 'daily limits')).items[0]).toMatchObject({ slug: 'limits', locale: 'en' })
  expect((await search(istok, 'карта', { locale: 'en' })).items[0]).toMatchObject({ slug: 'block-card', locale: 'ru' })
})

test("the base's synonyms count from the moment they are saved", async () => {
  const istok = openTestIstok()
  await publish(istok, block)
  expect((await search(istok, 'пластик')).items).toEqual([])
  await write(istok.database, async tx => {
    await tx.orm.insert(synonym).values({ id: 's', locale: 'ru', terms: ['карта', 'пластик'], direction: 'both', createdAt: 1 })
  })
  const [item] = (await search(istok, 'пластик')).items
  expect(item).toMatchObject({ slug: 'block-card', matchedBy: ['synonym'] })
})

test('suggestions complete the last word and name answers', async () => {
  const istok = openTestIstok()
  await publish(istok, block, fee)
  const { items } = await suggestQueries(istok, anonymous, { channel: 'website', locale: 'ru', q: 'как забл' })
  expect(items).toContainEqual({ text: 'как заблокировать', slug: null })
  expect(items).toContainEqual({ text: 'Как заблокировать карту', slug: 'block-card' })
  expect((await suggestQueries(istok, anonymous, { channel: 'website', locale: 'ru', q: ' ' })).items).toEqual([])
})

test('suggestions follow the layout that was meant, name each word in one form, and titles that say it first', async () => {
  const istok = openTestIstok()
  const often = 'Карту заблокируют. Заблокированную карту заблокировали; заблокировать её может и владелец. '
  await publish(istok, block, fee, { slug: 'pin', title: 'ПИН-код', blocks: [paragraph(text(often.repeat(8)))] })
  const suggest = async (q: string) => (await suggestQueries(istok, anonymous, { channel: 'website', locale: 'ru', q })).items
  for (const q of ['как забл', 'rfr pf,k', 'kak zabl']) {
    const items = await suggest(q)
    expect(
      items.filter(({ slug }) => slug === null).map(({ text }) => text),
      q,
    ).toEqual([expect.stringMatching(/^как заблок/)])
    expect(
      items.flatMap(({ slug }) => slug ?? []),
      q,
    ).toEqual(['block-card', 'pin'])
  }
  expect(await suggest('как заблокировать ')).toContainEqual({ text: 'Как заблокировать карту', slug: 'block-card' })
})

test('no word is proposed that says nothing, that only a tag has, or that stands over the parts of a compound', async () => {
  const istok = openTestIstok()
  await publish(istok, {
    slug: 'pin',
    title: 'Как сменить ПИН-код картой',
    tags: ['pin-codes'],
    blocks: [paragraph(text('Какой код, какая карта?'))],
  })
  const suggest = async (q: string) => (await suggestQueries(istok, anonymous, { channel: 'website', locale: 'ru', q })).items
  const words = async (q: string) => (await suggest(q)).flatMap(({ text, slug }) => (slug === null ? text : []))
  expect((await words('ка')).every(word => word.startsWith('карт'))).toBe(true)
  expect(await words('пи')).toEqual(['пин'])
  expect(await words('pi')).toEqual([])
})

test('related answers are of the same matter, without the answer itself', async () => {
  const istok = openTestIstok()
  await publish(istok, block, fee, { slug: 'unblock-card', title: 'Как разблокировать карту' })
  expect((await findRelated(istok, anonymous, { channel: 'website', locale: 'ru', slug: 'block-card' })).map(item => item.slug)).toEqual([
    'unblock-card',
  ])
})

test('strange questions are answered like others', async () => {
  const istok = openTestIstok()
  await publish(istok, block, fee)
  for (const q of ['"', 'title:x AND *', '😀', '\u202eкарта', 'к'.repeat(10_000), '(a+)+$', "' OR 1=1 --", '\ud800']) {
    await expect(search(istok, q)).resolves.toMatchObject({ engine: 'fts5' })
  }
})
