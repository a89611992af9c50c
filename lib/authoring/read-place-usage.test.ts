import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { createCategory } from './create-category.ts'
import { readArticle } from './read-article.ts'
import { readPlaceUsage } from './read-place-usage.ts'
import { updateArticle } from './update-article.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }

test('a category and a tag know their articles, drafted and live, and the answers in each channel', async () => {
  const istok = openTestIstok()
  await createCategory(istok, author, { slug: 'cards', title: { ru: 'Карты' } })
  const live = await putDraft(istok, { slug: 'live', tags: ['fees'] })
  const drafted = await putDraft(istok, { slug: 'drafted', tags: ['fees', 'cash'] })
  for (const id of [live, drafted]) {
    const { version } = await readArticle(istok, author, { id })
    await updateArticle(istok, author, { id, expectedVersion: version, fields: { category: 'cards' } })
  }
  await publishRelease(istok, system, { note: '', articles: [live], facts: [], snippets: [], withdraw: [] })

  for (const place of [{ kind: 'category', slug: 'cards' } as const, { kind: 'tag', slug: 'fees' } as const]) {
    const usage = await readPlaceUsage(istok, author, place)
    expect(usage.drafts.map(({ slug }) => slug)).toEqual(['drafted', 'live'])
    expect(usage.live.map(({ slug }) => slug)).toEqual(['live'])
    expect(usage.channels).toMatchObject({ website: 1, chatbot: 1, ivr: 1, operator: 1, agent: 1 })
  }
  expect(await readPlaceUsage(istok, author, { kind: 'tag', slug: 'cash' })).toMatchObject({ live: [], channels: {} })
  expect((await readPlaceUsage(istok, author, { kind: 'tag', slug: 'none' })).drafts).toEqual([])
  await expect(readPlaceUsage(istok, anonymous, { kind: 'tag', slug: 'fees' })).rejects.toMatchObject({ code: 'unauthenticated' })
})
