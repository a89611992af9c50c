import { expect, onTestFinished, test } from 'vitest'
import { hearing, wording } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import { anonymous, type Scope, system } from '#lib/access/actor.ts'
import { usualSettings } from '#lib/answering/answering-settings.ts'
import { askQuestion } from '#lib/answering/ask-question.ts'
import { saveAnsweringSettings } from '#lib/answering/save-answering-settings.ts'
import { readTranslation } from '#lib/authoring/read-translation.ts'
import { saveTranslation } from '#lib/authoring/save-translation.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { attachWording } from './attach-wording.ts'
import { forgetOld } from './forget-old.ts'
import { hear } from './hear.ts'
import { listWordings } from './list-wordings.ts'
import { noteOpening } from './note-opening.ts'
import { rejectWording, reopenWording } from './reject-wording.ts'
import { searchLogOf } from './search-log.ts'
import { askEach, openLearningBank, publish } from './test-learning.ts'

const editor = { ...system, kind: 'user' as const, id: 'user:1', scopes: new Set<Scope>(['read', 'read:internal', 'write']) }

/** As customers asked them on the website, without an answer having been sought. */
function heardOf(istok: Istok, texts: string[]): Promise<void> {
  return write(istok.database, async tx => {
    for (const text of texts)
      await hear(tx, { locale: 'ru', channel: 'website', text, source: 'ask', outcome: 'clarify', person: text, release: 1 })
  })
}

test('what customers really say is proposed once, with how often, where and by how many; what is a question already is not', async () => {
  const { istok, fee } = await openLearningBank()
  await askEach(istok, ['почём перевод', 'Почём перевод?', 'сколько стоит перевод'])
  await askEach(istok, ['почем перевод'], 'chatbot')
  const { items } = await listWordings(istok, editor)
  expect(items).toMatchObject([{ text: 'почём перевод', times: 3, people: 3, channels: { website: 2, chatbot: 1 } }])
  expect(items[0]?.likely[0]).toMatchObject({ articleId: fee, slug: 'transfer-fee', titles: { ru: 'Комиссия за перевод' } })
})

test('the most uncertain come first', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, ['комиссия за перевод сколько', 'карта перевод', 'рецепт борща со свёклой'])
  const { items } = await listWordings(istok, editor)
  const uncertainties = items.map(({ uncertainty }) => uncertainty)
  // In steps of a twentieth; within one what was asked more often or later comes first.
  for (const [at, uncertainty] of uncertainties.entries()) expect(uncertainty).toBeLessThan((uncertainties[at - 1] ?? 1) + 0.05)
  expect(items.at(-1)?.text).not.toBe('карта перевод')
})

test('while the articles are still being learned the list is there at once, and in its order when they are', async () => {
  const { istok } = await openLearningBank()
  const questions = ['a', 'b', 'c', 'd'].map(letter => `вопрос ${letter}`)
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, index) => putDraft(istok, { slug: `other-${index}`, title: `Иное ${index}`, questions })),
  )
  await publish(istok, ...ids)
  await heardOf(istok, ['карта перевод', 'почём перевод'])
  const [early] = await Promise.all([0, 1, 2].map(() => listWordings(istok, editor, { patience: 0 })))
  expect(early).toMatchObject({ isComplete: false, items: [{ likely: [] }, { likely: [] }] })
  const { items, isComplete } = await listWordings(istok, editor)
  expect(isComplete).toBe(true)
  expect(items.every(({ likely }) => likely.length > 0)).toBe(true)
  expect(await listWordings(istok, editor, { patience: 1000 })).toMatchObject({ isComplete: true, items })
})

test('one click makes a wording a question of the draft; after the release it is answered, and the list says so', async () => {
  const { istok, fee } = await openLearningBank()
  await askEach(istok, ['скинуть деньги брату почём'])
  const [item] = (await listWordings(istok, editor)).items
  const attached = await attachWording(istok, editor, { id: item!.id, articleId: fee })
  expect(attached).toMatchObject({ added: ['скинуть деньги брату почём'], release: null })
  expect((await readTranslation(istok, editor, { articleId: fee, locale: 'ru' })).questions).toContain('скинуть деньги брату почём')
  const effect = async () => (await listWordings(istok, editor, { state: 'attached' })).items[0]?.effect
  expect(await effect()).toMatchObject({ release: null })
  await expect(attachWording(istok, editor, { id: item!.id, articleId: fee, publish: true })).rejects.toMatchObject({ code: 'forbidden' })
  await publish(istok, fee)
  expect(await effect()).toMatchObject({ release: 2, status: 'answered', isRight: true })
  expect(await askQuestion(istok, anonymous, { channel: 'website', locale: 'ru', question: 'скинуть деньги брату почём' })).toMatchObject({
    ...{ status: 'answered', answer: { slug: 'transfer-fee' } },
  })
})

test('publishing at once is refused where the draft has other changes, and changes nothing', async () => {
  const { istok, fee } = await openLearningBank()
  await askEach(istok, ['почём перевод'])
  const [item] = (await listWordings(istok, system)).items
  const draft = await readTranslation(istok, system, { articleId: fee, locale: 'ru' })
  await saveTranslation(istok, system, {
    articleId: fee,
    locale: 'ru',
    expectedVersion: draft.version,
    content: { ...draft, title: 'Иначе' },
  })
  await expect(attachWording(istok, system, { id: item!.id, articleId: fee, publish: true })).rejects.toMatchObject({ code: 'conflict' })
  expect((await readTranslation(istok, system, { articleId: fee, locale: 'ru' })).questions).not.toContain('почём перевод')
  expect((await listWordings(istok, system)).items).toHaveLength(1)
})

test('a rejected wording is proposed no more, until somebody takes that back', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, ['почём перевод'])
  const [item] = (await listWordings(istok, editor)).items
  await rejectWording(istok, editor, item!.id)
  await askEach(istok, ['почём перевод'])
  expect((await listWordings(istok, editor)).items).toEqual([])
  expect((await listWordings(istok, editor, { state: 'rejected' })).items).toMatchObject([{ times: 2 }])
  await reopenWording(istok, editor, item!.id)
  expect((await listWordings(istok, editor)).items).toHaveLength(1)
})

test('what holds personal data of one person is never proposed; of two it is attached in other words only', async () => {
  const { istok, card } = await openLearningBank()
  await askEach(istok, ['заморозьте мой старый пластик 4276 1600 1234 5670'])
  expect((await listWordings(istok, editor)).items).toEqual([])
  const [row] = await istok.database.reader.orm.select().from(wording)
  await expect(attachWording(istok, editor, { id: row!.id, articleId: card })).rejects.toMatchObject({ code: 'not_found' })
  await askEach(istok, ['заморозьте мой старый пластик 2200 0000 0000 0004'])
  const { items } = await listWordings(istok, editor)
  expect(items).toMatchObject([{ text: expect.stringMatching(/^заморозьте мой старый пластик \[\w+\]$/), people: 2 }])
  await expect(attachWording(istok, editor, { id: items[0]!.id, articleId: card })).rejects.toMatchObject({ code: 'invalid' })
  const attached = await attachWording(istok, editor, { id: items[0]!.id, articleId: card, text: 'заморозьте мой пластик' })
  expect(attached.added).toEqual(['заморозьте мой пластик'])
})

test('a search counts once when it is finished, not with each letter, and not who searched', async () => {
  const { istok } = await openLearningBank()
  const log = searchLogOf(istok)
  for (const query of ['п', 'пер', 'перевод по', 'перевод почём']) {
    log.note({ caller: 'address:10.1.2.3', channel: 'website', locale: 'ru', query, outcome: 'found' })
  }
  log.note({ caller: 'address:10.9.9.9', channel: 'website', locale: 'ru', query: 'Перевод почём', outcome: 'found' })
  await noteOpening(istok, anonymous, {
    caller: 'address:10.9.9.9',
    channel: 'website',
    locale: 'ru',
    query: 'Перевод почём',
    slug: 'transfer-fee',
  })
  await log.flush(true)
  expect((await listWordings(istok, editor)).items).toMatchObject([
    { text: expect.stringMatching(/^перевод почём$/i), people: 2, outcomes: { found: 2, opened: 1 } },
  ])
  const { orm } = istok.database.reader
  expect(JSON.stringify([await orm.select().from(wording), await orm.select().from(hearing)])).not.toContain('10.')
})

test('nobody notes the opening of what he may not read', async () => {
  const { istok } = await openLearningBank()
  const opening = (channel: string, slug: string) => noteOpening(istok, anonymous, { caller: 'a', channel, locale: 'ru', query: 'а', slug })
  await expect(opening('operator', 'secret')).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(opening('website', 'secret')).rejects.toMatchObject({ code: 'not_found' })
})

test('searches are not remembered where the organisation does not want it, and all is forgotten in its time', async () => {
  const { istok } = await openLearningBank()
  const { version: _, ...usual } = usualSettings
  await saveAnsweringSettings(istok, system, { ...usual, rememberSearches: false, keepDays: 10, expectedVersion: 0 })
  searchLogOf(istok).note({ caller: 'a', channel: 'website', locale: 'ru', query: 'ипотека', outcome: 'nothing' })
  await searchLogOf(istok).flush(true)
  await askEach(istok, ['рецепт борща'])
  const texts = async () => (await istok.database.reader.orm.select().from(wording)).map(({ text }) => text)
  expect(await texts()).toEqual(['рецепт борща'])
  await forgetOld(istok)
  expect(await texts()).toEqual(['рецепт борща'])
  setClock(() => Date.now() + 11 * 24 * 3_600_000)
  onTestFinished(() => setClock())
  expect(await forgetOld(istok)).toBe(1)
  expect(await texts()).toEqual([])
})

test('only people of the house see wordings, and only those who write decide', async () => {
  const { istok } = await openLearningBank()
  const reader = { ...editor, scopes: new Set<Scope>(['read']) }
  const viewer = { ...editor, scopes: new Set<Scope>(['read', 'read:internal']) }
  await expect(listWordings(istok, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listWordings(istok, reader)).rejects.toMatchObject({ code: 'forbidden' })
  await listWordings(istok, viewer)
  await expect(rejectWording(istok, viewer, 'x')).rejects.toMatchObject({ code: 'forbidden' })
})
