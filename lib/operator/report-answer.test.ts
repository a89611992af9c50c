import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { openPanel, operatorNamed, strangers } from './desk.fixture.ts'
import { countOpenReports, listReports } from './list-reports.ts'
import { longestNote, reportAnswer } from './report-answer.ts'
import { resolveReport } from './resolve-report.ts'

const anna = operatorNamed('Анна')
const author: Actor = { kind: 'user', id: 'user:author', name: 'Автор', scopes: scopesOf(['author']), channel: null }
const about = { slug: 'a', locale: 'ru', kind: 'wrong' as const, note: '' }
const tooLong = { code: 'invalid', details: { errors: [{ pointer: '/note', reason: 'too-long', arguments: { maximum: longestNote } }] } }
const audited = ({ istok }: ReturnType<typeof openPanel>, action: string) =>
  istok.database.reader.sqlite.prepare('SELECT count(*) FROM audit WHERE action = ?').pluck().get(action)

test('a note has a thousand characters and not one more, in a report and in its settlement', async () => {
  const { istok, publish } = openPanel()
  await publish({ slug: 'a' })
  await expect(reportAnswer(istok, anna, { ...about, note: 'я'.repeat(longestNote + 1) })).rejects.toMatchObject(tooLong)
  const { id } = await reportAnswer(istok, anna, { ...about, note: 'я'.repeat(longestNote) })
  await expect(resolveReport(istok, author, { id, note: 'я'.repeat(longestNote + 1) })).rejects.toMatchObject(tooLong)
  await resolveReport(istok, author, { id, note: 'я'.repeat(longestNote) })
  const { items } = await listReports(istok, author, { state: 'resolved' })
  expect(items.map(({ note, resolution }) => [note.length, resolution?.length])).toEqual([[longestNote, longestNote]])
})

test('a report is about what the panel says in that language now: drafts, withdrawn and other channels’ answers are not', async () => {
  const { istok, publish, withdraw } = openPanel()
  const [, gone = ''] = await publish({ slug: 'a' }, { slug: 'gone' }, { slug: 'site', channels: ['website'] })
  await withdraw(gone)
  for (const wrong of [{ slug: 'gone' }, { slug: 'site' }, { slug: 'none' }, { locale: 'en' }])
    await expect(reportAnswer(istok, anna, { ...about, ...wrong })).rejects.toMatchObject({ code: 'not_found' })
  expect([await countOpenReports(istok, system), (await listReports(istok, system)).items]).toEqual([0, []])
})

test('a report keeps the release that was read, and goes with the article to its new address and title', async () => {
  const { istok, publish } = openPanel()
  const [id = ''] = await publish({ slug: 'a', title: 'Старое' })
  await reportAnswer(istok, anna, { ...about, note: '  строка  ' })
  await publish({ id, slug: 'b', title: 'Новое' })
  expect((await listReports(istok, author)).items).toMatchObject([
    { articleId: id, slug: 'b', title: 'Новое', release: 1, note: 'строка', reporter: 'Анна', kind: 'wrong', resolvedAt: null },
  ])
})

test('the list says who reported by name, never by the id of the account', async () => {
  const { istok, publish } = openPanel()
  await publish({ slug: 'a' })
  await reportAnswer(istok, anna, about)
  expect(JSON.stringify(await listReports(istok, author))).not.toContain(anna.id)
})

test('pages go through all reports once, the latest first, also those of one instant', async () => {
  const { clock, istok, publish } = openPanel()
  await publish({ slug: 'a' })
  const made: string[] = []
  for (let index = 0; index < 7; index++) {
    if (index % 3 === 0) clock.at += 1000
    made.push((await reportAnswer(istok, anna, { ...about, note: String(index) })).id)
  }
  for (const limit of [1, 3, 7, 8]) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await listReports(istok, author, { limit, cursor })
      expect(page.items.length).toBeLessThanOrEqual(limit)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen.toSorted()).toEqual(made.toSorted())
  }
  const { items } = await listReports(istok, author)
  expect(items.map(({ reportedAt }) => reportedAt)).toEqual(items.map(({ reportedAt }) => reportedAt).sort((one, other) => other - one))
  await expect(listReports(istok, author, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
  expect((await listReports(istok, author, { owner: 'Никто' })).items).toEqual([])
})

test('a report is settled once, whoever is faster', async () => {
  const panel = openPanel()
  const { istok, publish } = panel
  await publish({ slug: 'a' })
  const { id } = await reportAnswer(istok, anna, about)
  const other = await reportAnswer(istok, anna, about)
  const settled = await Promise.allSettled(['один', 'два'].map(note => resolveReport(istok, author, { id, note })))
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(resolveReport(istok, author, { id, note: '' })).rejects.toMatchObject({
    ...{ code: 'conflict', details: { reason: 'report-settled' } },
  })
  await expect(resolveReport(istok, author, { id: 'none', note: '' })).rejects.toMatchObject({ code: 'not_found' })
  expect([await countOpenReports(istok, author), (await listReports(istok, author)).items.map(row => row.id)]).toEqual([1, [other.id]])
  expect((await listReports(istok, author, { state: 'resolved' })).items).toMatchObject([{ id, resolvedBy: 'Автор' }])
  expect([audited(panel, 'report.created'), audited(panel, 'report.resolved')]).toEqual([2, 1])
})

test('who works in the panel reports, who writes settles: in his categories, if only there', async () => {
  const { istok, publish } = openPanel()
  await publish({ slug: 'a', category: 'cards' }, { slug: 'b', category: 'loans' })
  for (const [actor, code] of strangers) await expect(reportAnswer(istok, actor, about)).rejects.toMatchObject({ code })
  const [one, two] = [await reportAnswer(istok, anna, about), await reportAnswer(istok, anna, { ...about, slug: 'b' })]
  for (const [actor, code] of [
    [anonymous, 'unauthenticated'],
    [anna, 'forbidden'],
  ] as const) {
    await expect(listReports(istok, actor)).rejects.toMatchObject({ code })
    await expect(countOpenReports(istok, actor)).rejects.toMatchObject({ code })
    await expect(resolveReport(istok, actor, { id: one.id, note: '' })).rejects.toMatchObject({ code })
  }
  const inCards = { ...anna, grants: new Map([['cards', scopesOf(['author'])]]) }
  await expect(resolveReport(istok, inCards, { id: two.id, note: '' })).rejects.toMatchObject({ code: 'forbidden' })
  await resolveReport(istok, inCards, { id: one.id, note: '' })
  expect((await listReports(istok, author)).items.map(({ id }) => id)).toEqual([two.id])
})
