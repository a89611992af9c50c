import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { contentLimits } from '#lib/authoring/content.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { readTranslation } from '#lib/authoring/read-translation.ts'
import { attachGap, proposeTitle, writeGapArticle } from './answer-gap.ts'
import { dismissGap, reopenGap } from './dismiss-gap.ts'
import { listGaps } from './list-gaps.ts'
import { readGap } from './read-gap.ts'
import { askEach, openLearningBank } from './test-learning.ts'

const parking = ['где у отделения парковка', 'парковка возле отделения']

async function openGap() {
  const bank = await openLearningBank()
  await askEach(bank.istok, parking)
  const [gap] = (await listGaps(bank.istok, system)).items
  const slugs = async () => (await listArticles(bank.istok, system, { limit: 200 })).items.map(({ slug }) => slug)
  return { ...bank, gap: gap!, slugs }
}

test.each([
  ['где парковка?', 'Где парковка'],
  ['где парковка ?!..', 'Где парковка'],
  ['ёлка', 'Ёлка'],
  ['', ''],
  ['?', ''],
])('the title of %j is proposed as %j', (text, title) => {
  expect(proposeTitle(text)).toBe(title)
})

test('a title that is too long leaves nothing behind: no article, and the gap is still open', async () => {
  const { istok, gap, slugs } = await openGap()
  const before = await slugs()
  await expect(writeGapArticle(istok, system, { id: gap.id, title: 'я'.repeat(contentLimits.title + 1) })).rejects.toMatchObject({
    code: 'invalid',
    details: { errors: [{ pointer: '/title' }] },
  })
  expect(await slugs()).toEqual(before)
  expect(await writeGapArticle(istok, system, { id: gap.id, title: 'я'.repeat(contentLimits.title) })).toMatchObject({ status: 'draft' })
})

test('a slug that is taken leaves nothing behind; a proposed one gets a number', async () => {
  const { istok, gap, slugs } = await openGap()
  const before = await slugs()
  await expect(writeGapArticle(istok, system, { id: gap.id, slug: 'block-card' })).rejects.toMatchObject({ code: 'conflict' })
  expect(await slugs()).toEqual(before)
  expect(await writeGapArticle(istok, system, { id: gap.id, title: 'Block card' })).toMatchObject({ slug: 'block-card-2' })
})

test('of two who write an article for one gap at once one gets it, the other is told, and there is one article', async () => {
  const { istok, gap, slugs } = await openGap()
  const before = await slugs()
  const two = ['parking-one', 'parking-two'].map(slug => writeGapArticle(istok, system, { id: gap.id, slug }))
  const results = await Promise.allSettled(two)
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  expect((await slugs()).length).toBe(before.length + 1)
})

test('an empty title, or no wording of the gap, is refused at its place and changes nothing', async () => {
  const { istok, gap, fee } = await openGap()
  await expect(writeGapArticle(istok, system, { id: gap.id, title: ' ' })).rejects.toMatchObject({
    details: { errors: [{ pointer: '/title', reason: 'empty' }] },
  })
  await expect(attachGap(istok, system, { id: gap.id, articleId: fee, wordings: ['none'] })).rejects.toMatchObject({
    details: { errors: [{ pointer: '/wordings', reason: 'too-few', arguments: { minimum: 1 } }] },
  })
  await expect(attachGap(istok, system, { id: gap.id, articleId: 'none' })).rejects.toMatchObject({ code: 'not_found' })
  expect((await readTranslation(istok, system, { articleId: fee, locale: 'ru' })).questions).toHaveLength(4)
  expect(await readGap(istok, system, gap.id)).toMatchObject({ state: 'open', articleId: null, times: 2 })
})

test('a gap that nobody knows is not found, one that was dismissed is not answered until it is put back', async () => {
  const { istok, gap, fee } = await openGap()
  for (const work of [writeGapArticle(istok, system, { id: 'none' }), dismissGap(istok, system, 'none'), reopenGap(istok, system, 'none')])
    await expect(work).rejects.toMatchObject({ code: 'not_found' })
  await dismissGap(istok, system, gap.id)
  const refusal = { code: 'conflict', details: { reason: 'gap-not-open' } }
  await expect(writeGapArticle(istok, system, { id: gap.id })).rejects.toMatchObject(refusal)
  await expect(attachGap(istok, system, { id: gap.id, articleId: fee })).rejects.toMatchObject(refusal)
  await reopenGap(istok, system, gap.id)
  await attachGap(istok, system, { id: gap.id, articleId: fee, publish: true })
  expect((await listGaps(istok, system)).items).toEqual([])
  await expect(dismissGap(istok, system, gap.id)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'gap-closed' } })
})
