import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { openPanel, operatorNamed, strangers } from './desk.fixture.ts'
import { markShift } from './mark-shift.ts'
import { listSettledReports, readAnswerReports } from './own-reports.ts'
import { readNews } from './read-news.ts'
import { reportAnswer } from './report-answer.ts'
import { resolveReport } from './resolve-report.ts'

const [anna, boris] = [operatorNamed('Анна'), operatorNamed('Борис')]
const day = 24 * 60 * 60_000

/** A panel with one answer, which Anna found outdated and Boris wrong. */
async function openReported() {
  const panel = openPanel()
  const { istok, publish, clock } = panel
  const [articleId = ''] = await publish({ slug: 'a', title: 'Тариф' })
  await markShift(istok, anna, { seq: 1 })
  clock.at += 1000
  const mine = await reportAnswer(istok, anna, { slug: 'a', locale: 'ru', kind: 'outdated', note: '' })
  const other = await reportAnswer(istok, boris, { slug: 'a', locale: 'ru', kind: 'wrong', note: '' })
  clock.at += 1000
  const of = (actor = anna) => readAnswerReports(istok, actor, { articleId, locale: 'ru', at: clock.at })
  const settled = async (actor = anna) => (await readNews(istok, actor, { locale: 'ru' })).settled
  const settle = (id: string, note = 'Исправили') => resolveReport(istok, system, { id, note })
  return { ...panel, articleId, mine, other, of, settled, settle }
}

test('an answer says what is open against it, whoever reported it, and of the settled ones only one’s own', async () => {
  const { of, mine, other, settle } = await openReported()
  expect(await of()).toMatchObject({ open: { outdated: 1, wrong: 1 }, own: [{ id: mine.id, kind: 'outdated', resolvedAt: null }] })
  await settle(mine.id)
  await settle(other.id)
  expect(await of()).toMatchObject({ open: { outdated: 0, wrong: 0 }, own: [{ id: mine.id, resolution: 'Исправили' }] })
  expect((await of(boris)).own.map(({ id }) => id)).toEqual([other.id])
  expect(JSON.stringify(await of())).not.toContain('Борис')
})

test('whoever reported hears once that it was settled, by whom and how: with the news of the next shift', async () => {
  const { istok, clock, mine, other, settle, settled } = await openReported()
  expect(await settled()).toEqual([])
  await settle(other.id)
  await settle(mine.id)
  expect(await settled()).toMatchObject([
    { id: mine.id, slug: 'a', locale: 'ru', title: 'Тариф', kind: 'outdated', resolution: 'Исправили', resolvedAt: clock.at },
  ])
  clock.at += 1000
  await markShift(istok, anna, { seq: 1 })
  expect(await settled()).toEqual([])
})

test('the title is that of the answer which was reported, never that of a draft; a withdrawn answer has no address', async () => {
  const { articleId, mine, settle, settled, publish, withdraw } = await openReported()
  await settle(mine.id, '')
  await publish({ id: articleId, slug: 'b', title: 'Новый тариф' })
  expect(await settled()).toMatchObject([{ slug: 'b', title: 'Тариф', resolution: '' }])
  await withdraw(articleId)
  expect(await settled()).toMatchObject([{ slug: null, title: 'Тариф' }])
})

test('a report stays with its language, and one’s own is forgotten after thirty days once it is settled', async () => {
  const { istok, articleId, clock, mine, settle, of } = await openReported()
  expect(await readAnswerReports(istok, anna, { articleId, locale: 'en', at: clock.at })).toEqual({
    ...{ open: { outdated: 0, wrong: 0 }, own: [] },
  })
  clock.at += 31 * day
  expect((await of()).open).toEqual({ outdated: 1, wrong: 1 })
  await settle(mine.id)
  expect(await of()).toEqual({ open: { outdated: 0, wrong: 1 }, own: [] })
})

test('reports are read by those who work in the panel', async () => {
  const { istok, articleId, clock } = await openReported()
  for (const [actor, code] of strangers) {
    await expect(listSettledReports(istok, actor, { since: 0 })).rejects.toMatchObject({ code })
    await expect(readAnswerReports(istok, actor, { articleId, locale: 'ru', at: clock.at })).rejects.toMatchObject({ code })
  }
})
