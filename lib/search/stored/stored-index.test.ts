import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '#db/open.ts'
import { system } from '#lib/access/actor.ts'
import { setClock } from '#lib/clock.ts'
import { factNode, paragraph, putDraft, putFact, text } from '#lib/release/draft.fixture.ts'
import { openReleaseThread } from '#lib/release/make-release.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { recompileAll } from '#lib/release/recompile-all.ts'
import { rollBack } from '#lib/release/roll-back.ts'
import { runDue } from '#lib/release/run-due.ts'
import { verifyStore } from '#lib/release/verify-store.ts'
import type { Istok } from '../../istok.ts'
import { openLastingTestIstok, openTestIstok } from '../../test-istok.ts'
import { reindex } from '../reindex.ts'
import { storedFields } from './terms.ts'
import { audiences, tableOf } from './write-terms.ts'

const publish = (istok: Istok, change: { articles?: string[]; facts?: string[]; withdraw?: string[]; publishAt?: number | null }) =>
  publishRelease(istok, system, { note: '', articles: [], facts: [], snippets: [], withdraw: [], ...change })

/** Articles that have a key in a field of an audience's index. */
function having(database: Database, audience: 'public' | 'internal', field: 'title' | 'body', key: string): unknown[] {
  return database.reader.sqlite
    .prepare(
      `SELECT s.article_id FROM ${tableOf(audience, field)} f JOIN search_answer s ON s.id = f.rowid WHERE f.keys MATCH ? ORDER BY s.article_id`,
    )
    .pluck()
    .all(`"${key}"`)
}

/** Everything that is in the index, without the numbers of its rows. */
function dump({ reader }: Database): unknown {
  const rows = reader.sqlite.prepare('SELECT article_id, locale, audience, hash FROM search_answer ORDER BY 1, 2, 3').raw().all()
  const words = audiences.flatMap(audience =>
    storedFields.map(field =>
      reader.sqlite
        .prepare(`SELECT term, doc, cnt FROM ${tableOf(audience, field)}_words ORDER BY 1`)
        .raw()
        .all(),
    ),
  )
  return { rows, words }
}

test('what is published is in the index from the same commit on, what is withdrawn is not', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'card', title: 'Блокировка карты', blocks: [paragraph(text('Откройте приложение.'))] })
  expect(having(istok.database, 'public', 'title', 'карт')).toEqual([])
  await publish(istok, { articles: [id] })
  expect(having(istok.database, 'public', 'title', 'карт')).toEqual([id])
  await publish(istok, { withdraw: [id] })
  expect(having(istok.database, 'public', 'title', 'карт')).toEqual([])
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM search_answer').pluck().get()).toBe(0)
})

test('what only internal channels say stands only in the internal tables', async () => {
  const istok = openTestIstok()
  const secret = { type: 'only' as const, attrs: { audience: 'internal' as const }, content: [paragraph(text('Проверьте досье.'))] }
  const id = await putDraft(istok, { slug: 'card', title: 'Карта', blocks: [paragraph(text('Для всех.')), secret] })
  const hidden = await putDraft(istok, { slug: 'hidden', title: 'Регламент', audience: 'internal' })
  await publish(istok, { articles: [id, hidden] })
  expect(having(istok.database, 'internal', 'body', 'дос')).toEqual([id])
  expect(having(istok.database, 'public', 'body', 'дос')).toEqual([])
  expect(having(istok.database, 'internal', 'title', 'регламент')).toEqual([hidden])
  expect(having(istok.database, 'public', 'title', 'регламент')).toEqual([])
})

test('a value that begins at midnight and a scheduled release change the index when they come', async () => {
  const istok = openTestIstok()
  const soon = Date.now() + 60_000
  const values = [
    { value: '10', validFrom: null, validTo: null },
    { value: '20', validFrom: new Date(soon).toISOString(), validTo: null },
  ]
  await putFact(istok, 'fee', 'percent', null, ...values)
  const id = await putDraft(istok, { slug: 'fee', blocks: [paragraph(text('Комиссия '), factNode('fee'))] })
  await publish(istok, { articles: [id], facts: ['fee'] })
  const later = await putDraft(istok, { slug: 'later', title: 'Ипотечная ставка' })
  await publish(istok, { articles: [later], publishAt: soon })
  expect(having(istok.database, 'public', 'body', '20')).toEqual([])
  setClock(() => soon + 1)
  try {
    await runDue(istok)
  } finally {
    setClock()
  }
  expect(having(istok.database, 'public', 'body', '20')).toEqual([id])
  expect(having(istok.database, 'public', 'title', 'ставк')).toEqual([later])
  expect((await verifyStore(istok, system)).problems).toEqual([])
})

test('a large release, made in a thread, is in the index, too', { timeout: 60_000 }, async () => {
  const istok = openTestIstok()
  const stop = openReleaseThread(istok)
  const articles: string[] = []
  for (let number = 0; number < 45; number++) articles.push(await putDraft(istok, { slug: `many-${number}`, title: `Вклад ${number}` }))
  await publish(istok, { articles })
  await stop()
  expect(having(istok.database, 'public', 'title', 'вклад')).toHaveLength(45)
})

test('verify finds rows that are missing, left over or altered, and reindex repairs them', async () => {
  const istok = openTestIstok()
  const articles = [await putDraft(istok, { slug: 'a', title: 'Вклад' }), await putDraft(istok, { slug: 'b', title: 'Карта' })]
  await publish(istok, { articles })
  const { sqlite } = istok.database.writer
  sqlite.exec("DELETE FROM search_answer WHERE article_id = (SELECT id FROM article WHERE slug = 'a')")
  sqlite.exec("INSERT INTO search_answer (article_id, locale, audience, hash) VALUES ('gone', 'ru', 'public', 'x')")
  sqlite.exec("INSERT INTO search_public_body (rowid, keys) VALUES (9999, 'чужое')")
  const { problems } = await verifyStore(istok, system)
  expect(problems).toEqual([
    expect.stringContaining(`does not have what ${articles[0]} (ru, public) says`),
    expect.stringContaining('still has gone (ru, public)'),
    expect.stringContaining('search_public_body has 1 keys'),
  ])
  expect(await reindex(istok, system)).toEqual({ translations: 2 })
  expect((await verifyStore(istok, system)).problems).toEqual([])
})

test('after any history the index is the one that would be made anew', { timeout: 120_000 }, async () => {
  const word = fc.constantFrom('карта', 'вклад', 'перевод', 'счёт ERR-12', 'лимит', '')
  const step = fc.record({
    kind: fc.constantFrom('publish', 'publish', 'publish', 'withdraw', 'fact', 'rollback', 'recompile'),
    slug: fc.constantFrom('a', 'b', 'c'),
    title: word,
    body: word,
    secret: word,
    audience: fc.constantFrom('public' as const, 'public' as const, 'internal' as const),
    channels: fc.constantFrom<string[] | null>(null, ['website'], ['chatbot', 'operator']),
    locale: fc.constantFrom('ru', 'en'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async steps => {
      const { istok, remove } = openLastingTestIstok()
      try {
        await putFact(istok, 'fee', 'percent', null, '1')
        let releases = 0
        for (const [number, { kind, slug, title, body, secret, ...rest }] of steps.entries()) {
          const only = { type: 'only' as const, attrs: { audience: 'internal' as const }, content: [paragraph(text(`Скрыто ${secret}`))] }
          const blocks = [paragraph(text(`Текст ${body} `), factNode('fee')), only]
          const draft = { id: slug, slug, title: `Статья ${title}`, blocks, ...rest }
          const made = async () => {
            if (kind === 'publish') return publish(istok, { articles: [await putDraft(istok, draft)], facts: ['fee'] })
            if (kind === 'withdraw') return publish(istok, { withdraw: [slug] })
            if (kind === 'recompile') return recompileAll(istok, system, '')
            if (kind === 'rollback') return rollBack(istok, system, { number: Math.max(1, releases), note: '' })
            await putFact(istok, 'fee', 'percent', null, String(number + 2))
            return publish(istok, { facts: ['fee'] })
          }
          const release = await made().catch(() => null)
          if (release && 'number' in release) releases = release.number ?? releases
        }
        expect((await verifyStore(istok, system)).problems).toEqual([])
        const before = dump(istok.database)
        await reindex(istok, system)
        expect(dump(istok.database)).toEqual(before)
      } finally {
        remove()
      }
    }),
    { numRuns: Number(process.env.ISTOK_HISTORIES ?? 6) },
  )
})
