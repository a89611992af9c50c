import { expect, test } from 'vitest'
import { translation } from '#db/schema/content.ts'
import { type Actor, anonymous, scopes, system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { formatInstant } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { type OrganisationSettings, organisationNow } from './organisation-settings.ts'
import { readOrganisationSettings } from './read-organisation-settings.ts'
import { saveOrganisation } from './save-organisation.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
type Input = OrganisationSettings & { expectedVersion: number }
const fields: OrganisationSettings = { name: { ru: 'Банк' }, logo: null, accent: null, timeZone: 'Europe/Moscow', locales: ['ru', 'en'] }
const first: Input = { ...fields, expectedVersion: 0 }

/** Places and reasons of a refusal. */
const faultsOf = (saving: Promise<unknown>) =>
  saving.then(
    () => [],
    (error: { details: { errors: { pointer: string; reason: string }[] } }) =>
      error.details.errors.map(({ pointer, reason }) => `${pointer} ${reason}`),
  )
const changes = (istok: ReturnType<typeof openTestIstok>) =>
  istok.database.reader.sqlite.prepare("SELECT details FROM audit WHERE action = 'setting.changed' ORDER BY id").pluck().all() as string[]

test('before the first change the environment holds, with version 0; every change counts one', async () => {
  const istok = openTestIstok({ ISTOK_TIME_ZONE: 'Asia/Omsk', ISTOK_LOCALES: 'ru,en' })
  const before = await readOrganisationSettings(istok, system)
  expect(before).toMatchObject({ name: {}, logo: null, accent: null, version: 0, locales: istok.env.locales, timeZone: istok.env.timeZone })
  expect(await saveOrganisation(istok, system, first)).toEqual({ ...fields, version: 1 })
  expect(await saveOrganisation(istok, system, { ...fields, accent: '#AABBCC', expectedVersion: 1 })).toMatchObject({
    version: 2,
    accent: '#aabbcc',
  })
  expect(organisationNow(istok)).toEqual({ ...fields, accent: '#aabbcc', version: 2 })
})

test('saving what holds already changes nothing, whatever margins and forms it is written in', async () => {
  const istok = openTestIstok()
  const name = { ru: 'Йод' }
  await saveOrganisation(istok, system, { ...first, name, accent: '#aabbcc' })
  const again = { ...fields, name: { ru: `  ${'Йод'.normalize('NFD')} ` }, accent: '#AABBCC', expectedVersion: 1 }
  expect(await saveOrganisation(istok, system, again)).toMatchObject({ name, version: 1 })
  expect(changes(istok)).toHaveLength(1)
})

test('of two who save at once one is told which version there is, and his words are not in the base', async () => {
  const istok = openTestIstok()
  const saved = await Promise.allSettled(['Один', 'Два'].map(ru => saveOrganisation(istok, system, { ...first, name: { ru } })))
  expect(saved.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(saved[1]).toMatchObject({
    reason: { code: 'conflict', details: { reason: 'changed-meanwhile', status: 412, extra: { version: 1 } } },
  })
  expect(organisationNow(istok).name).toEqual({ ru: 'Один' })
  await expect(saveOrganisation(istok, system, { ...first, expectedVersion: 2 })).rejects.toMatchObject({ code: 'conflict' })
})

test.each<[Partial<Input>, string[]]>([
  [{ locales: [] }, ['/locales between']],
  [{ locales: Array.from({ length: 21 }, (_, index) => `a${String.fromCharCode(97 + index)}`) }, ['/locales between']],
  [
    { locales: ['ru', 'RU', 'r', 'rus', 'ru', ''] },
    ['/locales/1', '/locales/2', '/locales/3', '/locales/5'].map(at => `${at} not-a-language`).toSpliced(3, 0, '/locales/4 twice'),
  ],
  [{ name: { ru: '' } }, ['/name/ru length']],
  [{ name: { ru: ' \t' } }, ['/name/ru length']],
  [{ name: { ru: 'я'.repeat(81) } }, ['/name/ru length']],
  [{ name: { ru: 'Банк\nЗаголовок' } }, ['/name/ru one-line']],
  [{ name: { ru: 'Банк\u0000' } }, ['/name/ru one-line']],
  [{ name: { russian: 'Банк' } }, ['/name not-a-language']],
  [{ accent: '#abc' }, ['/accent colour']],
  [{ accent: '#aabbccdd' }, ['/accent colour']],
  [{ accent: '#aabbc}' }, ['/accent colour']],
  [{ accent: '' }, ['/accent colour']],
  [{ timeZone: '' }, ['/timeZone time-zone']],
  [{ timeZone: '+03:00' }, ['/timeZone time-zone']],
  [{ timeZone: 'Europe/Moskva' }, ['/timeZone time-zone']],
  [{ name: { ru: '' }, accent: 'red', timeZone: 'x' }, ['/name/ru length', '/accent colour', '/timeZone time-zone']],
])('%j is refused with every place, and nothing is stored', async (wrong, faults) => {
  const istok = openTestIstok()
  expect(await faultsOf(saveOrganisation(istok, system, { ...first, ...wrong }))).toEqual(faults)
  expect([organisationNow(istok).version, changes(istok)]).toEqual([0, []])
})

test('the limits themselves are within: 20 languages, a name of 80 characters, zones with a region or without', async () => {
  const istok = openTestIstok()
  const locales = ['ru', ...Array.from({ length: 19 }, (_, index) => `a${String.fromCharCode(97 + index)}`)]
  let version = 0
  const accepted: Partial<Input>[] = [
    { locales },
    { name: { ru: 'я'.repeat(80), en: 'x' } },
    { timeZone: 'UTC' },
    { timeZone: 'America/Argentina/Ushuaia' },
    { timeZone: 'Etc/GMT+3' },
    { name: {} },
  ]
  for (const change of accepted)
    version = (await saveOrganisation(istok, system, { ...fields, ...change, expectedVersion: version })).version
  expect(version).toBe(6)
})

test('only administrators read and save', async () => {
  const istok = openTestIstok()
  const others: Actor = { ...system, kind: 'key', scopes: new Set(scopes.filter(scope => scope !== 'admin')) }
  for (const [actor, code] of [
    [anonymous, 'unauthenticated'],
    [others, 'forbidden'],
  ] as const) {
    await expect(readOrganisationSettings(istok, actor)).rejects.toMatchObject({ code })
    await expect(saveOrganisation(istok, actor, first)).rejects.toMatchObject({ code })
    await expect(saveOrganisation(istok, actor, { ...first, locales: [] })).rejects.toMatchObject({ code })
  }
})

test('a language goes when its answers are withdrawn or were drafts only, and the refusal names the first that stays', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a' })
  await putDraft(istok, { id, slug: 'a', locale: 'en' })
  const other = await putDraft(istok, { slug: 'b', locale: 'en' })
  await putDraft(istok, { slug: 'draft', locale: 'de' })
  await publishRelease(istok, system, { ...nothing, articles: [id, other] })
  const save = (locales: string[], expectedVersion = 0) => saveOrganisation(istok, system, { ...fields, locales, expectedVersion })
  await expect(save(['ru'])).rejects.toMatchObject({
    ...{ code: 'conflict', details: { reason: 'locale-live', extra: { locale: 'en', count: 2 }, errors: [{ pointer: '/locales' }] } },
  })
  await expect(save(['fr'])).rejects.toMatchObject({ details: { extra: { locale: 'en' } } })
  expect(istok.env.locales).toEqual(['ru', 'en'])
  await publishRelease(istok, system, { ...nothing, withdraw: [other] })
  await expect(save(['ru'])).rejects.toMatchObject({ details: { extra: { locale: 'en', count: 1 } } })
  await publishRelease(istok, system, { ...nothing, withdraw: [id] })
  expect((await save(['ru'])).locales).toEqual(['ru'])
  const left = await istok.database.reader.orm.select({ locale: translation.locale }).from(translation)
  expect(left).toHaveLength(4)
})

test('a refused saving leaves the running process as it was, an accepted one is felt in the next instant that it writes', async () => {
  const istok = openTestIstok()
  const zone = istok.env.timeZone
  await faultsOf(saveOrganisation(istok, system, { ...first, timeZone: 'Asia/Tokyo', accent: 'red' }))
  await saveOrganisation(istok, system, { ...first, timeZone: 'Asia/Tokyo', expectedVersion: 5 }).catch(() => undefined)
  expect(istok.env.timeZone).toBe(zone)
  await saveOrganisation(istok, system, { ...first, timeZone: 'Asia/Tokyo' })
  expect(formatInstant(0, istok.env.timeZone)).toBe('1970-01-01T09:00:00+09:00')
})

test('the log has what a change was and became, and nothing of what stayed', async () => {
  const istok = openTestIstok()
  await saveOrganisation(istok, system, first)
  await saveOrganisation(istok, system, { ...fields, accent: '#102030', expectedVersion: 1 })
  expect(JSON.parse(changes(istok)[1] ?? '')).toEqual({ before: { accent: null }, after: { accent: '#102030' } })
})

test('a setting that somebody broke by hand does not keep the installation from starting', async () => {
  const istok = openTestIstok()
  for (const value of ['null', '1', '"x"', '{}', '[]']) {
    istok.database.writer.sqlite.prepare("INSERT OR REPLACE INTO setting (key, value) VALUES ('organisation', ?)").run(value)
    expect(organisationNow(istok)).toMatchObject({ name: {}, version: 0, locales: istok.env.locales })
  }
})
