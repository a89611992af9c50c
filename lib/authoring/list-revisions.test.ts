import { expect, test } from 'vitest'
import { type Actor, anonymous, type Scope, scopesOf, system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { deleteArticle } from './delete-article.ts'
import { listRevisions } from './list-revisions.ts'
import { readContent } from './read-content.ts'
import { readRevision } from './read-revision.ts'
import { readTranslation } from './read-translation.ts'
import { restoreRevision } from './restore-revision.ts'
import { saveTranslation } from './save-translation.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const text = (title: string) => readContent({ title, markdown: 'Текст.' }).content

/** An article that was published five times and then withdrawn. */
async function published() {
  const istok = openTestIstok()
  const { id: articleId } = await createArticle(istok, author, { slug: 'a' })
  const place = { articleId, locale: 'ru' }
  const release = (change: object) =>
    publishRelease(istok, system, { note: '', articles: [], facts: [], snippets: [], withdraw: [], ...change })
  for (let number = 1; number <= 5; number += 1) {
    await saveTranslation(istok, author, { ...place, expectedVersion: number === 1 ? null : number - 1, content: text(`Т${number}`) })
    await release({ articles: [articleId] })
  }
  return { istok, place, release }
}

test('pages of revisions have each once, the newest first, and only the last is live', async () => {
  const { istok, place } = await published()
  const seen: { number: number; isLive: boolean; releases: number[] }[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listRevisions>> = await listRevisions(istok, author, { ...place, limit: 2, cursor })
    seen.push(...page.items.map(({ number, isLive, releases }) => ({ number, isLive, releases })))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual([5, 4, 3, 2, 1].map(number => ({ number, isLive: number === 5, releases: [number] })))
})

test('after a withdrawal none is live, the history stays, and a restored text is a draft that nobody reads', async () => {
  const { istok, place, release } = await published()
  await release({ withdraw: [place.articleId] })
  const { items } = await listRevisions(istok, author, place)
  expect(items.map(({ isLive }) => isLive)).toEqual([false, false, false, false, false])
  const restored = await restoreRevision(istok, author, { ...place, number: 2, expectedVersion: 5 })
  expect(restored).toMatchObject({ title: 'Т2', version: 6, outcome: 'saved', status: 'withdrawn', liveRevision: null })
})

test('of two who restore from one version one does, and the other’s text is not lost', async () => {
  const { istok, place } = await published()
  const results = await Promise.allSettled([1, 2].map(number => restoreRevision(istok, author, { ...place, number, expectedVersion: 5 })))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { details: { status: 412 } } })
  expect((await readTranslation(istok, author, place)).version).toBe(6)
})

test('the history of a deleted article is read by its numbers and restored no more', async () => {
  const { istok, place, release } = await published()
  await release({ withdraw: [place.articleId] })
  await deleteArticle(istok, author, { id: place.articleId })
  expect(await readRevision(istok, author, { ...place, number: 1 })).toMatchObject({ title: 'Т1' })
  await expect(listRevisions(istok, author, place)).rejects.toMatchObject({ code: 'not_found' })
  await expect(restoreRevision(istok, author, { ...place, number: 1, expectedVersion: 5 })).rejects.toMatchObject({ code: 'not_found' })
})

test('what was never published, an unknown language and readers of the world have no history', async () => {
  const { istok, place } = await published()
  for (const number of [0, 6, -1])
    await expect(readRevision(istok, author, { ...place, number })).rejects.toMatchObject({ code: 'not_found' })
  await expect(listRevisions(istok, author, { ...place, locale: 'en' })).rejects.toMatchObject({ code: 'not_found' })
  const key: Actor = { ...author, scopes: new Set<Scope>(['read', 'ack']) }
  for (const [actor, code] of [[anonymous, 'unauthenticated'] as const, [key, 'forbidden'] as const]) {
    await expect(listRevisions(istok, actor, place)).rejects.toMatchObject({ code })
    await expect(readRevision(istok, actor, { ...place, number: 1 })).rejects.toMatchObject({ code })
  }
  const viewer: Actor = { ...author, scopes: scopesOf(['viewer']) }
  expect((await listRevisions(istok, viewer, place)).items).toHaveLength(5)
  await expect(restoreRevision(istok, viewer, { ...place, number: 1, expectedVersion: 5 })).rejects.toMatchObject({ code: 'forbidden' })
})
