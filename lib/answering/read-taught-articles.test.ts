import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import type { Block } from '#lib/document/types.ts'
import { searchLogOf } from '#lib/learning/search-log.ts'
import { paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { now, setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { readTaughtArticles } from './read-taught-articles.ts'
import { recordAsk } from './record-ask.ts'

const hidden: Block = { type: 'only', attrs: { audience: 'internal' }, content: [paragraph(text('Служебное слово: кречет.'))] }

const taught = (istok: Istok, channel = 'website') => [...readTaughtArticles(istok.database.reader, { channel, locale: 'ru', at: now() })]

async function openBase() {
  const istok = openTestIstok()
  const input = {
    slug: 'fee',
    title: 'Комиссия',
    questions: ['сколько стоит перевод'],
    blocks: [paragraph(text('Перевод бесплатный.')), hidden],
  }
  const id = await putDraft(istok, input)
  const internal = await putDraft(istok, { slug: 'desk', title: 'Порядок', audience: 'internal' })
  await publishRelease(istok, system, { note: '', articles: [id, internal], facts: [], snippets: [], withdraw: [] })
  return { istok, id }
}

test('a public channel teaches its own words only: no internal article, no internal block', async () => {
  const { istok, id } = await openBase()
  const [article, ...others] = taught(istok)
  expect(others).toEqual([])
  expect(article).toMatchObject({ key: id, title: 'Комиссия', questions: ['сколько стоит перевод'], heard: [] })
  expect(article?.passages).toContain('Перевод бесплатный.')
  expect(JSON.stringify(article)).not.toContain('кречет')
  expect(JSON.stringify(taught(istok, 'operator'))).toContain('кречет')
})

test('answered questions of the last ninety days teach in their own channel, those of most conversations first', async () => {
  const { istok, id } = await openBase()
  const asked = (question: string, conversationId: string, more = {}) =>
    recordAsk(istok, {
      ...{
        channel: 'website',
        locale: 'ru',
        release: 1,
        question,
        conversationId,
        status: 'answered' as const,
        articleId: id,
        person: null,
        standsAlone: true,
        confidence: 0.7,
      },
      ...more,
    })
  await asked('цена перевода', 'one')
  await asked('почём перевод', 'one')
  await asked('почём перевод', 'two')
  await asked('борщ', 'two', { status: 'unanswered', articleId: null })
  await asked('внутренний вопрос', 'three', { channel: 'operator' })
  const heard = () => taught(istok)[0]?.heard
  expect(heard()).toEqual(['почём перевод', 'цена перевода'])
  const later = Date.now() + 91 * 24 * 3_600_000
  setClock(() => later)
  try {
    expect(heard()).toEqual([])
  } finally {
    setClock()
  }
})

test('a search teaches the answer that two people opened after it, not one, and not where they disagree', async () => {
  const { istok, id } = await openBase()
  const opened = (query: string, caller: string, articleId = id) =>
    searchLogOf(istok).note({ caller, channel: 'website', locale: 'ru', query, outcome: 'opened', articleId })
  opened('почём переслать', 'a')
  opened('почём переслать', 'b')
  opened('один человек', 'a')
  opened('спорный запрос', 'a')
  opened('спорный запрос', 'b')
  for (const caller of ['c', 'd']) opened('спорный запрос', caller, 'other')
  await searchLogOf(istok).flush(true)
  expect(taught(istok)[0]?.heard).toEqual(['почём переслать'])
})
