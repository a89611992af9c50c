import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymous, system } from '#lib/access/actor.ts'
import { openTestIstok } from '../test-istok.ts'
import { listMedia } from './list-media.ts'
import { readImageSize } from './read-image-size.ts'
import { findMedia, readMedia } from './read-media.ts'
import { storeMedia } from './store-media.ts'

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex')
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const gif = Buffer.from('R0lGODlhAwACAIAAAAAAAP///yH5BAEAAAAALAAAAAADAAIAAAIDRAJZADs=', 'base64')
const pngOf = (width: number, height: number) => {
  const bytes = Buffer.from(png)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
/** SOI, an APP1 with EXIF (little-endian, one entry: orientation), SOF0 of 300 × 200. */
const jpegOf = (orientation: number) =>
  hex(`ffd8 ffe1 0022 457869660000 49492a00 08000000 0100 1201 0300 01000000 0${orientation}000000 00000000
    ffc0 000b 08 00c8 012c 01 01 11 00 ffd9`)

test('a picture is known by its bytes, has its size and is stored once', async () => {
  const istok = openTestIstok()
  const first = await storeMedia(istok, system, { bytes: png, fileName: '../../Кнопка «Карты».png' })
  expect(first).toMatchObject({
    mediaType: 'image/png',
    extension: 'png',
    bytes: png.length,
    width: 1,
    height: 1,
    fileName: 'Кнопка «Карты».png',
  })
  expect(first.id).toMatch(/^[0-9a-f]{32}$/)
  expect(await storeMedia(istok, system, { bytes: png, fileName: 'other.gif' })).toEqual(first)
  expect(readdirSync(join(istok.database.dataDir, 'media'))).toEqual([`${first.id}.png`])
  const file = await readMedia(istok, { id: first.id })
  expect(file).toMatchObject({ mediaType: 'image/png', bytes: png.length })
  expect(readFileSync(file.path).equals(png)).toBe(true)
  expect((await listMedia(istok, system)).items).toEqual([first])
})

test('sizes of GIF, WebP and turned JPEG are read', () => {
  expect(readImageSize(gif, 'image/gif')).toEqual({ width: 3, height: 2 })
  expect(readImageSize(jpegOf(1), 'image/jpeg')).toEqual({ width: 300, height: 200 })
  expect(readImageSize(jpegOf(6), 'image/jpeg')).toEqual({ width: 200, height: 300 })
  const riff = '52494646 00000000 57454250'
  expect(readImageSize(hex(`${riff} 56503858 0a000000 00000000 2b0100 c70000`), 'image/webp')).toEqual({ width: 300, height: 200 })
  expect(readImageSize(hex(`${riff} 56503820 00000000 000000 9d012a 2c01 c800`), 'image/webp')).toEqual({ width: 300, height: 200 })
  expect(readImageSize(hex(`${riff} 5650384c 00000000 2f 2bc13100`), 'image/webp')).toEqual({ width: 300, height: 200 })
})

test('no bytes whatever break the reader of sizes', () => {
  const types = fc.constantFrom('image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/other')
  fc.assert(
    fc.property(types, fc.uint8Array({ maxLength: 80 }), fc.nat(60), (type, noise, cut) => {
      readImageSize(noise, type)
      readImageSize(Buffer.concat([jpegOf(6).subarray(0, cut), noise]), type)
      return true
    }),
  )
})

test('scripts, other files, damaged and enormous pictures are refused and leave nothing behind', async () => {
  const istok = openTestIstok()
  const store = (bytes: Uint8Array) => storeMedia(istok, system, { bytes, fileName: 'picture.png' })
  await expect(store(Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).rejects.toThrow(
    'SVG can hold scripts',
  )
  await expect(store(Buffer.from('<html><script>alert(1)</script></html>'))).rejects.toMatchObject({ code: 'invalid' })
  await expect(store(Buffer.alloc(0))).rejects.toMatchObject({ code: 'invalid' })
  await expect(store(hex('ffd8ffe000'))).rejects.toThrow('damaged')
  await expect(store(pngOf(100_000, 100_000))).rejects.toThrow('pixels')
  await expect(store(Buffer.concat([png, Buffer.alloc(21 * 1024 * 1024)]))).rejects.toMatchObject({ code: 'too_large' })
  await expect(storeMedia(istok, anonymous, { bytes: png, fileName: 'x.png' })).rejects.toMatchObject({ code: 'unauthenticated' })
  expect((await listMedia(istok, system)).items).toEqual([])
})

test('a picture that cannot be put on the disk is not in the list', async () => {
  const istok = openTestIstok()
  const path = join(istok.database.dataDir, 'media')
  // A folder in its place: the rename fails.
  const wanted = pngOf(2, 2)
  const stored = await storeMedia(openTestIstok(), system, { bytes: wanted, fileName: 'b.png' })
  mkdirSync(join(path, `${stored.id}.png`, 'x'), { recursive: true })
  await expect(storeMedia(istok, system, { bytes: wanted, fileName: 'b.png' })).rejects.toThrow()
  expect(findMedia(istok, stored.id)).toBeUndefined()
  expect(readdirSync(path).filter(name => name.startsWith('.'))).toEqual([])
})

test('an unknown picture is not found', async () => {
  await expect(readMedia(openTestIstok(), { id: '../../secret' })).rejects.toMatchObject({ code: 'not_found' })
})
