import { expect, test } from 'vitest'
import { type Actor, anonymous, grantsOf, scopesOf, system } from '#lib/access/actor.ts'
import { smallPicture } from '#lib/http/small-picture.fixture.ts'
import { openTestIstok } from '../test-istok.ts'
import { listMedia } from './list-media.ts'
import { renameMedia } from './rename-media.ts'
import { plainName, storeMedia } from './store-media.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }

async function stored() {
  const istok = openTestIstok()
  const { id } = await storeMedia(istok, author, { bytes: smallPicture(1), fileName: 'a.png' })
  return { istok, id, rename: (fileName: string) => renameMedia(istok, author, { id, fileName }) }
}

test('a name is taken in its composed spelling, however the keyboard made its letters', async () => {
  const { rename } = await stored()
  expect(await rename(` ${'Йогурт.png'.normalize('NFD')} `)).toMatchObject({ fileName: 'Йогурт.png', version: 2 })
  expect(await rename('Йогурт.png')).toMatchObject({ version: 2 })
})

test.each(['', '  ', '../a.png', 'a/b', 'a\\b', 'a\u0000b', 'a\u202eb', 'a<b', 'a"b', 'a|b', 'a?b', 'a*b', 'a:b', 'я'.repeat(201)])(
  'the name %j is refused and the old one stays',
  async fileName => {
    const { istok, id, rename } = await stored()
    await expect(rename(fileName)).rejects.toMatchObject({
      code: 'invalid',
      details: { errors: [{ pointer: '/fileName', reason: 'file-name', arguments: { maximum: 200 } }] },
    })
    expect((await listMedia(istok, author)).items).toMatchObject([{ id, fileName: 'a.png', version: 1 }])
  },
)

test('a picture that somebody else renamed meanwhile is not renamed, nor one that is not there, nor by who does not write everywhere', async () => {
  const { istok, id, rename } = await stored()
  expect(await rename('я'.repeat(200))).toMatchObject({ version: 2 })
  const stale = renameMedia(istok, author, { id, expectedVersion: 1, fileName: 'b.png' })
  await expect(stale).rejects.toMatchObject({ code: 'conflict', details: { status: 412 } })
  await expect(renameMedia(istok, author, { id: 'none', fileName: 'b.png' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(renameMedia(istok, anonymous, { id, fileName: 'b.png' })).rejects.toMatchObject({ code: 'unauthenticated' })
  const vera: Actor = { ...author, scopes: scopesOf(['viewer']), grants: grantsOf([{ category: 'x', role: 'author' }]) }
  await expect(renameMedia(istok, vera, { id, fileName: 'b.png' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('the name of a file is never a path, and always a name', () => {
  expect(plainName('C:\\Users\\Anna\\карта.png')).toBe('карта.png')
  expect(plainName('/etc/../a\u0000\u202e.png')).toBe('a.png')
  expect(plainName('???')).toBe('picture')
  expect(plainName('')).toBe('picture')
  expect(plainName(`${'x'.repeat(300)}.png`)).toHaveLength(200)
  expect(plainName(`🙂${'x'.repeat(199)}`).isWellFormed()).toBe(true)
})
