import { expect, test } from 'vitest'
import { openTestIstok } from '../test-istok.ts'
import { organisationName, readOrganisation } from './read-organisation.ts'

function openNamed(setting?: unknown) {
  const istok = openTestIstok()
  if (setting !== undefined)
    istok.database.writer.sqlite.prepare("INSERT INTO setting (key, value) VALUES ('organisation', ?)").run(JSON.stringify(setting))
  return readOrganisation(istok)
}

test('who has no name yet is a knowledge base, in either language, not the bank of the demo', () => {
  for (const setting of [undefined, {}, { name: {} }, { name: null }, { name: 'Банк' }, { name: { ru: '' } }, { name: { ru: 7 } }]) {
    const organisation = openNamed(setting)
    expect([organisationName(organisation, 'ru'), organisationName(organisation, 'en')]).toEqual(['База знаний', 'Knowledge base'])
    expect([organisation.logo, organisation.accent]).toEqual([null, null])
  }
})

test('a name comes in the language, else in the first that has one', () => {
  const organisation = openNamed({ name: { en: 'Daisy', ru: 'Ромашка', de: '' } })
  expect(['ru', 'en', 'de', 'fr'].map(locale => organisationName(organisation, locale))).toEqual(['Ромашка', 'Daisy', 'Daisy', 'Daisy'])
  expect(organisationName({ name: {} }, 'ru')).toBe('')
})
