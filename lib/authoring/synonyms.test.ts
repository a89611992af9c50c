import { expect, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { listHistory } from '#lib/access/list-history.ts'
import { openTestIstok } from '../test-istok.ts'
import { createSynonym } from './create-synonym.ts'
import { deleteSynonym } from './delete-synonym.ts'
import { listSynonyms } from './list-synonyms.ts'
import { updateSynonym } from './update-synonym.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }

test('an entry is changed under its id, and one that is made as it once was is another', async () => {
  const istok = openTestIstok()
  const made = await createSynonym(istok, author, { locale: 'ru', terms: ['Карта', 'пластик'] })
  const changed = await updateSynonym(istok, author, {
    id: made.id,
    expectedVersion: 1,
    fields: { terms: ['карта', 'пластик', ' карточка '], direction: 'one-way' },
  })
  expect(changed).toMatchObject({ id: made.id, terms: ['карта', 'пластик', 'карточка'], direction: 'one-way', version: 2 })
  const again = await createSynonym(istok, author, { locale: 'ru', terms: ['карта', 'пластик'] })
  expect(again.id).not.toBe(made.id)
  expect((await createSynonym(istok, author, { locale: 'ru', terms: ['карта', 'пластик'] })).id).toBe(again.id)
  await expect(updateSynonym(istok, author, { id: again.id, expectedVersion: 7, fields: {} })).rejects.toMatchObject({
    details: { status: 412 },
  })
  await expect(updateSynonym(istok, author, { id: again.id, fields: { terms: ['один'] } })).rejects.toMatchObject({ code: 'invalid' })
  const same = { terms: changed.terms, direction: changed.direction }
  await expect(updateSynonym(istok, author, { id: again.id, fields: same })).rejects.toMatchObject({ code: 'conflict' })
  const history = await listHistory(istok, author, { kind: 'synonym', id: made.id })
  expect(history.items.map(({ action }) => action)).toEqual(['synonym.updated', 'synonym.created'])
})

test('entries are found by a part of a term in any case, newest first, page by page', async () => {
  const istok = openTestIstok()
  for (let number = 0; number < 5; number += 1)
    await createSynonym(istok, author, { locale: 'ru', terms: [`ёлка ${number}`, `ель ${number}`] })
  await createSynonym(istok, author, { locale: 'en', terms: ['fir', 'tree'] })
  const first = await listSynonyms(istok, author, { q: 'ЕЛКА', limit: 3 })
  const second = await listSynonyms(istok, author, { q: 'ЕЛКА', limit: 3, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ terms }) => terms[0]).sort()).toEqual([0, 1, 2, 3, 4].map(n => `ёлка ${n}`))
  expect((await listSynonyms(istok, author, { locale: 'en' })).items).toHaveLength(1)
})

test('an entry is removed once', async () => {
  const istok = openTestIstok()
  const { id } = await createSynonym(istok, author, { locale: 'ru', terms: ['карта', 'пластик'] })
  await expect(deleteSynonym(istok, author, { id, expectedVersion: 2 })).rejects.toMatchObject({ details: { status: 412 } })
  await deleteSynonym(istok, author, { id, expectedVersion: 1 })
  await expect(deleteSynonym(istok, author, { id })).rejects.toMatchObject({ code: 'not_found' })
  expect((await listSynonyms(istok, author)).items).toEqual([])
})
