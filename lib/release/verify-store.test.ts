import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { openIstok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { linkTo, paragraph, putDraft, text } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import { rollBack } from './roll-back.ts'
import { verifyStore } from './verify-store.ts'

const release = { note: '', facts: [], snippets: [], withdraw: [] }

test('a store is sound under another public address than the one at which it was released', async () => {
  const istok = openTestIstok({ ISTOK_PUBLIC_URL: 'https://old.example' })
  const blocks = [paragraph(text('Смотрите '), linkTo('card', 'карту'), text(' на https://old.example/help'))]
  const article = await putDraft(istok, { slug: 'card', title: 'Карта', blocks })
  await publishRelease(istok, system, { ...release, articles: [article] })
  const moved = openIstok({ ...istok.env, publicUrl: 'https://new.example' })
  expect((await verifyStore(moved, system)).problems).toEqual([])
  moved.database.close()
})

test('a reply whose bytes have changed is found', async () => {
  const istok = openTestIstok()
  const article = await putDraft(istok, { slug: 'card', title: 'Карта', blocks: [paragraph(text('Цена 100 ₽.'))] })
  await publishRelease(istok, system, { ...release, articles: [article] })
  const { sqlite } = istok.database.writer
  for (const { name } of sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'rendition'").all() as {
    name: string
  }[])
    sqlite.exec(`DROP TRIGGER ${name}`)
  sqlite.exec("UPDATE rendition SET body = CAST(replace(CAST(body AS TEXT), '100', '900') AS BLOB) WHERE channel = 'website'")
  expect((await verifyStore(istok, system)).problems).toContainEqual(expect.stringMatching(/website\/ru\/card\) does not have its hash/))
})

test('what is kept of the live revision beside the draft follows publishing, rolling back and withdrawing', async () => {
  const istok = openTestIstok()
  const article = await putDraft(istok, { slug: 'card', title: 'Карта', blocks: [paragraph(text('Цена 100 ₽.'))] })
  const state = async () => {
    const [entry] = (await listArticles(istok, system)).items
    return [entry?.status, (await verifyStore(istok, system)).problems]
  }
  const first = await publishRelease(istok, system, { ...release, articles: [article] })
  expect(await state()).toEqual(['published', []])
  await updateArticle(istok, system, { id: article, expectedVersion: null, fields: { tags: ['new'] } })
  expect(await state()).toEqual(['changed', []])
  const second = await publishRelease(istok, system, { ...release, articles: [article] })
  expect(await state()).toEqual(['published', []])
  await rollBack(istok, system, { number: second?.number ?? 0, note: '' })
  expect(await state()).toEqual(['changed', []])
  await publishRelease(istok, system, { ...release, articles: [], withdraw: [article] })
  expect(await state()).toEqual(['withdrawn', []])
  expect(first?.number).toBe(1)
})

test('a hash or metadata that is not the live revision’s is found', async () => {
  const istok = openTestIstok()
  const article = await putDraft(istok, { slug: 'card', title: 'Карта', blocks: [paragraph(text('Цена 100 ₽.'))] })
  await publishRelease(istok, system, { ...release, articles: [article] })
  istok.database.writer.sqlite.exec("UPDATE translation SET live_hash = 'sha256-other'")
  expect((await verifyStore(istok, system)).problems).toEqual([expect.stringMatching(/another hash, time or other metadata/)])
})

test('a change that is missing in a feed is found', async () => {
  const istok = openTestIstok()
  const articles = [
    await putDraft(istok, { slug: 'card' }),
    await putDraft(istok, { slug: 'loan' }),
    await putDraft(istok, { slug: 'deposit' }),
  ]
  await publishRelease(istok, system, { ...release, articles })
  istok.database.writer.sqlite.exec("DELETE FROM feed WHERE channel = 'website' AND number = 2")
  expect((await verifyStore(istok, system)).problems).toContain('The feed of website has a gap after change 1')
})
