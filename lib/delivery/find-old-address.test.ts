import { expect, test } from 'vitest'
import { oldAddress } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { findOldAddress } from './find-old-address.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }

async function openMoved(addresses: { path: string; locale?: string }[], draft: Partial<Parameters<typeof putDraft>[1]> = {}) {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', ...draft })
  const rows = addresses.map(({ path, locale = 'ru' }) => ({ path, articleId: id, locale, createdAt: 1 }))
  await write(istok.database, tx => tx.orm.insert(oldAddress).values(rows))
  return { istok, id, publish: () => publishRelease(istok, system, { ...nothing, articles: [id] }) }
}

test('an old address leads to its article when it is live, wherever that has moved, and nowhere otherwise', async () => {
  const { istok, id, publish } = await openMoved([{ path: '/faq/карта.html' }])
  const find = (path = '/faq/карта.html') => findOldAddress(istok, path)
  expect(find()).toBeNull()
  await publish()
  expect(find()).toEqual({ locale: 'ru', slug: 'a' })
  await putDraft(istok, { id, slug: 'b' })
  expect(find()).toEqual({ locale: 'ru', slug: 'a' })
  await publish()
  expect(find()).toEqual({ locale: 'ru', slug: 'b' })
  await publishRelease(istok, system, { ...nothing, withdraw: [id] })
  expect(find()).toBeNull()
})

test('one page has many spellings: escaped, composed or not, with a last slash', async () => {
  const { istok, publish } = await openMoved([{ path: '/faq/йод' }])
  await publish()
  for (const path of ['/faq/йод', encodeURI('/faq/йод'), encodeURI('/faq/йод'.normalize('NFD')), '/faq/йод/', '/faq/йод///'])
    expect(findOldAddress(istok, path)?.slug, path).toBe('a')
  for (const path of ['', '/', '/faq', '/faq/йода', '/FAQ/йод', '/faq/%', '/%00', `/${'a'.repeat(600)}`, "/faq/' OR 1", '/faq/й%'])
    expect(findOldAddress(istok, path), path).toBeNull()
})

test('the page’s own language goes before, another one is better than none', async () => {
  const { istok, id, publish } = await openMoved([{ path: '/en/help', locale: 'en' }, { path: '/ru/help' }])
  await publish()
  expect(findOldAddress(istok, '/en/help')).toEqual({ locale: 'ru', slug: 'a' })
  await putDraft(istok, { id, slug: 'a', locale: 'en' })
  await publish()
  expect([findOldAddress(istok, '/en/help'), findOldAddress(istok, '/ru/help')]).toEqual([
    { locale: 'en', slug: 'a' },
    { locale: 'ru', slug: 'a' },
  ])
})

test('an article that is internal, or not for the website, is not found by its old address', async () => {
  for (const draft of [{ audience: 'internal' as const }, { channels: ['chatbot', 'ivr'] }]) {
    const { istok, publish } = await openMoved([{ path: '/old' }], draft)
    await publish()
    expect(findOldAddress(istok, '/old')).toBeNull()
  }
})
