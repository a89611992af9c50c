import { expect, test } from 'vitest'
import { favourite } from '#db/schema/desk.ts'
import { write } from '#db/write.ts'
import { newId } from '../new-id.ts'
import { openPanel, operatorNamed, strangers } from './desk.fixture.ts'
import { dropFavourite, keepFavourite, mostFavourites } from './keep-favourite.ts'
import { listFavourites } from './list-favourites.ts'

const anna = operatorNamed('Анна')
const boris = operatorNamed('Борис')

test('favourites come the latest first, and keeping one again does not move it', async () => {
  const { clock, istok, publish } = openPanel()
  await publish({ slug: 'a' }, { slug: 'b' }, { slug: 'c' })
  for (const slug of ['b', 'a', 'c', 'b']) {
    clock.at += 1000
    await keepFavourite(istok, anna, { slug })
  }
  expect(await listFavourites(istok, anna, { locale: 'ru' })).toEqual(['c', 'a', 'b'])
  await dropFavourite(istok, anna, { slug: 'a' })
  await dropFavourite(istok, anna, { slug: 'a' })
  expect(await listFavourites(istok, anna, { locale: 'ru' })).toEqual(['c', 'b'])
})

test('one person’s favourites are no other’s, to see or to remove', async () => {
  const { istok, publish } = openPanel()
  await publish({ slug: 'a' })
  await keepFavourite(istok, anna, { slug: 'a' })
  await dropFavourite(istok, boris, { slug: 'a' })
  expect([await listFavourites(istok, anna, { locale: 'ru' }), await listFavourites(istok, boris, { locale: 'ru' })]).toEqual([['a'], []])
})

test('a favourite follows its article to a new address, is away while it is withdrawn, and shows where it is said', async () => {
  const { istok, publish, withdraw } = openPanel()
  const [id = ''] = await publish({ slug: 'a', audience: 'internal' })
  await keepFavourite(istok, anna, { slug: 'a' })
  await publish({ id, slug: 'b', audience: 'internal' })
  const listed = async (locale = 'ru') => listFavourites(istok, anna, { locale })
  expect([await listed(), await listed('en')]).toEqual([['b'], []])
  await expect(keepFavourite(istok, anna, { slug: 'a' })).rejects.toMatchObject({ code: 'not_found' })
  await withdraw(id)
  expect(await listed()).toEqual([])
  await expect(dropFavourite(istok, anna, { slug: 'b' })).rejects.toMatchObject({ code: 'not_found' })
  await publish({ id, slug: 'b', audience: 'internal' })
  expect(await listed()).toEqual(['b'])
})

test('drafts and answers of other channels are nothing to keep', async () => {
  const { istok, publish } = openPanel()
  await publish({ slug: 'site-only', channels: ['website'] })
  await expect(keepFavourite(istok, anna, { slug: 'site-only' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(keepFavourite(istok, anna, { slug: '' })).rejects.toMatchObject({ code: 'not_found' })
})

test('200 favourites and no more; a full list keeps what it has, and what has left the panel takes no place', async () => {
  const { clock, istok, publish, withdraw } = openPanel()
  const slugs = Array.from({ length: mostFavourites + 1 }, (_, index) => `a${index}`)
  const ids = await publish(...slugs.map(slug => ({ slug })))
  const rows = ids.slice(0, mostFavourites - 1).map(articleId => ({ person: anna.id, articleId, at: clock.at }))
  await write(istok.database, tx => tx.orm.insert(favourite).values(rows))
  await keepFavourite(istok, anna, { slug: slugs[mostFavourites - 1] ?? '' })
  const full = { code: 'invalid', details: { reason: 'too-many-favourites', arguments: { maximum: mostFavourites } } }
  await expect(keepFavourite(istok, anna, { slug: slugs[mostFavourites] ?? '' })).rejects.toMatchObject(full)
  await keepFavourite(istok, anna, { slug: slugs[0] ?? '' })
  await keepFavourite(istok, boris, { slug: slugs[mostFavourites] ?? '' })
  await withdraw(ids[0] ?? '')
  await keepFavourite(istok, anna, { slug: slugs[mostFavourites] ?? '' })
  expect(await listFavourites(istok, anna, { locale: 'ru' })).toHaveLength(mostFavourites)
})

test('an answer in two languages takes one place', async () => {
  const { clock, istok, publish } = openPanel()
  const [id = ''] = await publish({ slug: 'both' })
  await publish({ id, slug: 'both', locale: 'en', title: 'Both' }, { slug: 'other' })
  await keepFavourite(istok, anna, { slug: 'both' })
  const rows = Array.from({ length: mostFavourites - 2 }, () => ({ person: anna.id, articleId: newId(), at: clock.at }))
  await write(istok.database, tx => tx.orm.insert(favourite).values(rows))
  await keepFavourite(istok, anna, { slug: 'other' })
  expect(await listFavourites(istok, anna, { locale: 'ru' })).toEqual(['both', 'other'])
  expect(await listFavourites(istok, anna, { locale: 'en' })).toEqual(['both'])
})

test('favourites are for those who work in the panel', async () => {
  const { istok, publish } = openPanel()
  await publish({ slug: 'a' })
  for (const [actor, code] of strangers) {
    await expect(keepFavourite(istok, actor, { slug: 'a' })).rejects.toMatchObject({ code })
    await expect(dropFavourite(istok, actor, { slug: 'a' })).rejects.toMatchObject({ code })
    await expect(listFavourites(istok, actor, { locale: 'ru' })).rejects.toMatchObject({ code })
  }
})
