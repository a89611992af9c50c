import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { createFact } from './create-fact.ts'
import { createSnippet } from './create-snippet.ts'
import { listFactRevisions } from './list-fact-revisions.ts'
import { listSnippetRevisions } from './list-snippet-revisions.ts'
import { readDocuments } from './read-content.ts'
import { readFact } from './read-fact.ts'
import { restoreFactRevision } from './restore-fact-revision.ts'
import { restoreSnippetRevision } from './restore-snippet-revision.ts'
import { saveFact } from './save-fact.ts'
import { saveSnippet } from './save-snippet.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const fee = (value: string) => ({
  ...{ key: 'fee', type: 'percent' as const, unit: null, title: { ru: 'Комиссия' } },
  values: [{ value, validFrom: null, validTo: null }],
})
const contacts = (markdown: string) => ({
  ...{ key: 'contacts', title: { ru: 'Контакты' } },
  documents: readDocuments({ ru: { markdown } }).documents,
})

test('what was published of a fact and a snippet is listed with names and releases, and made the draft again', async () => {
  const istok = openTestIstok()
  const { id } = await createUser(istok, system, {
    email: 'olga@example.org',
    name: 'Ольга',
    roles: ['publisher'],
    password: 'long-enough-2026',
  })
  const olga: Actor = { ...system, kind: 'user', id: `user:${id}`, scopes: scopesOf(['publisher']) }
  await createFact(istok, author, fee('1.5'))
  await createSnippet(istok, author, contacts('Звоните.'))
  const publish = () => publishRelease(istok, olga, { note: '', articles: [], facts: ['fee'], snippets: ['contacts'], withdraw: [] })
  await publish()
  await saveFact(istok, author, { expectedVersion: 1, fact: fee('2') })
  await saveSnippet(istok, author, { expectedVersion: 1, snippet: contacts('Пишите.') })
  await publish()

  const { items } = await listFactRevisions(istok, author, { key: 'fee' })
  expect(items.map(({ number, by, isLive, releases, values }) => [number, by, isLive, releases, values[0]?.value])).toEqual([
    [2, 'Ольга', true, [2], '2'],
    [1, 'Ольга', false, [1], '1.5'],
  ])
  const restored = await restoreFactRevision(istok, author, { key: 'fee', number: 1, expectedVersion: 2 })
  expect(restored).toMatchObject({ current: '1.5', version: 3, status: 'changed', liveRevision: 2 })
  expect(await readFact(istok, author, { key: 'fee' })).toMatchObject({ status: 'changed' })
  const again = { key: 'fee', number: 1, expectedVersion: 2 }
  await expect(restoreFactRevision(istok, author, again)).rejects.toMatchObject({ details: { status: 412 } })
  await expect(restoreFactRevision(istok, author, { ...again, number: 9 })).rejects.toMatchObject({ code: 'not_found' })

  const texts = await listSnippetRevisions(istok, author, { key: 'contacts', limit: 1 })
  expect(texts.items.map(({ number, isLive }) => [number, isLive])).toEqual([[2, true]])
  expect((await listSnippetRevisions(istok, author, { key: 'contacts', cursor: texts.nextCursor })).items).toHaveLength(1)
  expect(await restoreSnippetRevision(istok, author, { key: 'contacts', number: 1, expectedVersion: 2 })).toMatchObject({ version: 3 })
  await expect(listFactRevisions(istok, anonymous, { key: 'fee' })).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listSnippetRevisions(istok, anonymous, { key: 'contacts' })).rejects.toMatchObject({ code: 'unauthenticated' })
})
