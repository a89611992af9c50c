import { expect, test } from 'vitest'
import { scopesOf, system } from '#lib/access/actor.ts'
import { contentLimits } from '#lib/authoring/content.ts'
import { readTranslation } from '#lib/authoring/read-translation.ts'
import { saveTranslation } from '#lib/authoring/save-translation.ts'
import type { Istok } from '../istok.ts'
import { attachWording } from './attach-wording.ts'
import { listWordings } from './list-wordings.ts'
import { askEach, openLearningBank } from './test-learning.ts'

async function openWording() {
  const bank = await openLearningBank()
  await askEach(bank.istok, ['почём переслать деньги маме'])
  const [wording] = (await listWordings(bank.istok, system)).items
  return { ...bank, id: wording?.id ?? '' }
}

const questionsOf = async (istok: Istok, articleId: string) => (await readTranslation(istok, system, { articleId, locale: 'ru' })).questions

async function fill(istok: Istok, articleId: string, count: number): Promise<void> {
  const { title, shortAnswer, document, variations, version } = await readTranslation(istok, system, { articleId, locale: 'ru' })
  const questions = Array.from({ length: count }, (_, at) => `вопрос ${at}`)
  const content = { title, shortAnswer, questions, document, variations }
  await saveTranslation(istok, system, { articleId, locale: 'ru', expectedVersion: version, content })
}

test('a question of as many characters as there is room for is taken, one more is refused at its place and nothing changes', async () => {
  const { istok, id, fee } = await openWording()
  const attach = (length: number) => attachWording(istok, system, { id, articleId: fee, text: 'я'.repeat(length) })
  await expect(attach(contentLimits.question + 1)).rejects.toMatchObject({
    code: 'invalid',
    details: { errors: [{ pointer: '/text', reason: 'too-long', arguments: { maximum: contentLimits.question } }] },
  })
  expect(await questionsOf(istok, fee)).toHaveLength(4)
  expect((await listWordings(istok, system)).items).toMatchObject([{ id, state: 'open' }])
  expect((await attach(contentLimits.question)).added).toHaveLength(1)
})

test('an article that has all the questions it may have takes no other one, but its own again', async () => {
  const { istok, id, fee } = await openWording()
  await fill(istok, fee, contentLimits.questions)
  await expect(attachWording(istok, system, { id, articleId: fee })).rejects.toMatchObject({
    details: { errors: [{ pointer: '/articleId', reason: 'too-many', arguments: { maximum: contentLimits.questions } }] },
  })
  expect(await attachWording(istok, system, { id, articleId: fee, text: ' вопрос 7 ' })).toMatchObject({ added: [], release: null })
  expect(await questionsOf(istok, fee)).toHaveLength(contentLimits.questions)
})

test('words that say nothing, a wording or an article that nobody knows are refused', async () => {
  const { istok, id, fee } = await openWording()
  await expect(attachWording(istok, system, { id, articleId: fee, text: '  ' })).rejects.toMatchObject({
    details: { errors: [{ pointer: '/text', reason: 'empty' }] },
  })
  await expect(attachWording(istok, system, { id: 'none', articleId: fee })).rejects.toMatchObject({ code: 'not_found' })
  await expect(attachWording(istok, system, { id, articleId: 'none' })).rejects.toMatchObject({ code: 'not_found' })
})

test('who may write but not publish attaches to the draft and publishes nothing', async () => {
  const { istok, id, fee } = await openWording()
  const author = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
  await expect(attachWording(istok, author, { id, articleId: fee, publish: true })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await questionsOf(istok, fee)).toHaveLength(4)
  expect(await attachWording(istok, author, { id, articleId: fee })).toMatchObject({
    added: ['почём переслать деньги маме'],
    release: null,
  })
})

test('the same wording attached twice at once is one question', async () => {
  const { istok, id, fee } = await openWording()
  const both = await Promise.allSettled([1, 2].map(() => attachWording(istok, system, { id, articleId: fee })))
  expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
  expect((await questionsOf(istok, fee)).filter(text => text === 'почём переслать деньги маме')).toHaveLength(1)
})
