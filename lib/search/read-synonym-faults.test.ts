import { expect, test } from 'vitest'
import { anonymous, system } from '#lib/access/actor.ts'
import { createSynonym } from '#lib/authoring/create-synonym.ts'
import { deleteSynonym } from '#lib/authoring/delete-synonym.ts'
import { openTestIstok } from '../test-istok.ts'
import { readSynonymFaults } from './read-synonym-faults.ts'

test('faults follow every change of an entry, and only the house reads them', async () => {
  const istok = openTestIstok()
  expect((await readSynonymFaults(istok, system)).size).toBe(0)
  const first = await createSynonym(istok, system, { locale: 'ru', terms: ['дебетовка', 'пластик'] })
  expect((await readSynonymFaults(istok, system)).size).toBe(0)
  const wider = await createSynonym(istok, system, { locale: 'ru', terms: ['дебетовка', 'пластик', 'карточка'] })
  const faults = await readSynonymFaults(istok, system)
  expect(faults.get(first.id)).toMatchObject([{ kind: 'duplicate', other: wider.id }])
  expect(await readSynonymFaults(istok, system)).toBe(faults)
  await deleteSynonym(istok, system, { id: wider.id })
  expect((await readSynonymFaults(istok, system)).size).toBe(0)
  await expect(readSynonymFaults(istok, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
})
