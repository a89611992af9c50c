import { expect, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { createFact } from './create-fact.ts'
import { createSnippet } from './create-snippet.ts'
import { deleteFact } from './delete-fact.ts'
import { deleteSnippet } from './delete-snippet.ts'
import { listFactRevisions } from './list-fact-revisions.ts'
import { listSnippetRevisions } from './list-snippet-revisions.ts'
import { readDocuments } from './read-content.ts'
import { readFact } from './read-fact.ts'
import { readSnippet } from './read-snippet.ts'
import { restoreFactRevision } from './restore-fact-revision.ts'
import { restoreSnippetRevision } from './restore-snippet-revision.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const fee = (value: string) => ({
  ...{ key: 'fee', type: 'percent' as const, unit: null, title: { ru: 'Комиссия' } },
  values: [{ value, validFrom: null, validTo: null }],
})
const note = (markdown: string) => ({ key: 'note', title: { ru: 'Сноска' }, documents: readDocuments({ ru: { markdown } }).documents })

async function published() {
  const istok = openTestIstok()
  await createFact(istok, author, fee('1'))
  await createSnippet(istok, author, note('Раз.'))
  const publish = () => publishRelease(istok, system, { note: '', articles: [], facts: ['fee'], snippets: ['note'], withdraw: [] })
  await publish()
  return { istok, publish }
}

test('what was removed can be made anew under its key, and its history goes on', async () => {
  const { istok, publish } = await published()
  await deleteFact(istok, author, { key: 'fee', expectedVersion: 1 })
  await deleteSnippet(istok, author, { key: 'note', expectedVersion: 1 })
  await expect(readFact(istok, author, { key: 'fee' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(readSnippet(istok, author, { key: 'note' })).rejects.toMatchObject({ code: 'not_found' })
  await createFact(istok, author, fee('2'))
  await createSnippet(istok, author, note('Два.'))
  expect(await publish()).toMatchObject({ number: 2 })
  expect(await readFact(istok, author, { key: 'fee' })).toMatchObject({ status: 'published', current: '2' })
  const { items } = await listFactRevisions(istok, author, { key: 'fee' })
  expect(items.map(({ number, isLive, releases }) => ({ number, isLive, releases }))).toEqual([
    { number: 2, isLive: true, releases: [2] },
    { number: 1, isLive: false, releases: [1] },
  ])
  const texts = await listSnippetRevisions(istok, author, { key: 'note' })
  expect(texts.items.map(({ number, isLive }) => [number, isLive])).toEqual([
    [2, true],
    [1, false],
  ])
})

test('what is gone is not restored by its history; a revision that never was is not found', async () => {
  const { istok } = await published()
  const restore = (number: number) => restoreFactRevision(istok, author, { key: 'fee', number, expectedVersion: 1 })
  await expect(restore(2)).rejects.toMatchObject({ code: 'not_found', message: 'The fact "fee" has no revision 2' })
  await deleteFact(istok, author, { key: 'fee' })
  await expect(restore(1)).rejects.toMatchObject({ code: 'not_found' })
  await expect(deleteFact(istok, author, { key: 'fee' })).rejects.toMatchObject({ code: 'not_found' })
})

test('a restored state is the draft, says so when it is already, and needs the version that was seen', async () => {
  const { istok } = await published()
  const state = { key: 'note', number: 1 }
  await expect(restoreSnippetRevision(istok, author, { ...state, expectedVersion: null })).rejects.toMatchObject({
    details: { status: 428 },
  })
  await expect(restoreSnippetRevision(istok, author, { ...state, expectedVersion: 9 })).rejects.toMatchObject({
    code: 'conflict',
    details: { status: 412, reason: 'changed-meanwhile', extra: { current: { version: 1, updatedBy: 'user:anna' } } },
  })
  expect(await restoreSnippetRevision(istok, author, { ...state, expectedVersion: 1 })).toMatchObject({ outcome: 'unchanged', version: 1 })
})

test('of two who remove one fact at once one does', async () => {
  const { istok } = await published()
  const results = await Promise.allSettled([1, 2].map(() => deleteFact(istok, author, { key: 'fee' })))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(deleteSnippet(istok, author, { key: 'note', expectedVersion: 2 })).rejects.toMatchObject({ details: { status: 412 } })
  expect(await readSnippet(istok, author, { key: 'note' })).toMatchObject({ status: 'published' })
})
