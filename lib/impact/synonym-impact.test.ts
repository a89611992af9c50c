import { expect, test } from 'vitest'
import { anonymous, system } from '#lib/access/actor.ts'
import { createSynonym } from '#lib/authoring/create-synonym.ts'
import { askEach, openLearningBank } from '#lib/learning/test-learning.ts'
import { searchAnswers } from '#lib/search/search-answers.ts'
import type { Istok } from '../istok.ts'
import { readSynonymImpact } from './read-synonym-impact.ts'

const firstOf = async (istok: Istok, q: string) =>
  (await searchAnswers(istok, system, { channel: 'website', locale: 'ru', q })).items[0]?.slug ?? null
const entry = { locale: 'ru', terms: ['взнос', 'комиссия'], direction: 'both' as const }

test('real questions that would find something else are named with what they find now and then, and search then finds it', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, ['взнос', 'взнос', 'потерял карту', 'взнос наличными'])
  const impact = await readSynonymImpact(istok, system, { id: null, entry })
  expect(impact).toMatchObject({ asked: 3, otherwise: 2 })
  expect(
    impact.items.map(({ kind, text, times, before, after }) => [kind, text, times, before?.slug ?? null, after?.slug ?? null]),
  ).toEqual([
    ['asked', 'взнос', 2, await firstOf(istok, 'взнос'), 'transfer-fee'],
    ['asked', 'взнос наличными', 1, await firstOf(istok, 'взнос наличными'), 'transfer-fee'],
  ])
  const { id } = await createSynonym(istok, system, entry)
  expect(await firstOf(istok, 'взнос')).toBe('transfer-fee')
  const without = await readSynonymImpact(istok, system, { id, entry: null })
  expect(without.items.map(({ text, after }) => [text, after?.slug ?? null])).toEqual(
    impact.items.map(({ text, before }) => [text, before?.slug ?? null]),
  )
  expect((await readSynonymImpact(istok, system, { id, entry })).read).toBe(0)
})

test('a phrasing that would find another article than its own is told from one that would find its own', async () => {
  const { istok, card } = await openLearningBank()
  const impact = await readSynonymImpact(istok, system, {
    id: null,
    entry: { locale: 'ru', terms: ['карту', 'перевод'], direction: 'both' },
  })
  expect(impact.read).toBeGreaterThan(0)
  for (const { own, before, after } of impact.items) {
    expect(before?.articleId).not.toBe(after?.articleId)
    if (before?.articleId === card) expect(own).toBe('before')
  }
})

test('questions from which something personal was masked count only when a second person asked them; what is rejected by the form is refused', async () => {
  const { istok } = await openLearningBank()
  await askEach(istok, ['взнос по телефону +7 912 345-67-89'])
  expect((await readSynonymImpact(istok, system, { id: null, entry })).asked).toBe(0)
  await expect(readSynonymImpact(istok, system, { id: null, entry: { ...entry, terms: ['взнос'] } })).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(readSynonymImpact(istok, anonymous, { id: null, entry })).rejects.toMatchObject({ code: 'unauthenticated' })
})
