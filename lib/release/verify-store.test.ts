import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { openIstok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { linkTo, paragraph, putDraft, text } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
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
