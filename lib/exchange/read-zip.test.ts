import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { filesOfUpload } from './files-of-upload.ts'
import { importLimits } from './import-limits.ts'
import { readZip } from './read-zip.ts'

const text = Buffer.from('# А')
const megabyte = 1024 * 1024

/** The place of the first entry's record in the directory of a zip. */
const directoryOf = (zip: Uint8Array) => Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
function refusalOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('files come sorted by path, folders and empty archives give none', () => {
  const zip = zipSync({ 'b.md': text, 'a/': new Uint8Array(), 'a/ю.md': text })
  expect(readZip(zip).map(({ path }) => path)).toEqual(['a/ю.md', 'b.md'])
  expect(readZip(zipSync({}))).toEqual([])
})

test('an entry that unpacks to more than the directory says gives no more than that, or is refused', () => {
  const zip = zipSync({ 'a.md': Buffer.alloc(100_000, 'а') })
  Buffer.from(zip.buffer, zip.byteOffset).writeUInt32LE(10, directoryOf(zip) + 24)
  const result = refusalOf(() => readZip(zip))
  if (Array.isArray(result)) expect(result[0].content.byteLength).toBeLessThanOrEqual(10)
  else expect(result).toMatchObject({ code: 'invalid', details: { errors: [{ pointer: '/file', reason: 'zip-damaged' }] } })
})

test('what is packed too well is refused by its name, small files may be packed as well as they like', () => {
  expect(refusalOf(() => readZip(zipSync({ 'bomb.md': new Uint8Array(2 * megabyte) })))).toMatchObject({
    code: 'too_large',
    details: { reason: 'zip-dense', arguments: { maximum: importLimits.ratio, name: 'bomb.md' } },
  })
  expect(readZip(zipSync({ 'small.md': new Uint8Array(megabyte) }))).toHaveLength(1)
})

test('a file larger than is taken is refused by what the directory says, before anything is unpacked', () => {
  const zip = zipSync({ 'large.png': text }, { level: 0 })
  const directory = Buffer.from(zip.buffer, zip.byteOffset)
  directory.writeUInt32LE(importLimits.file + 1, directoryOf(zip) + 24)
  expect(refusalOf(() => readZip(zip))).toMatchObject({
    code: 'too_large',
    details: { reason: 'zip-file-large', arguments: { megabytes: 20 } },
  })
})

test('an archive of more files than are taken is refused', () => {
  const files = Object.fromEntries(Array.from({ length: importLimits.files + 1 }, (_, at) => [`${at}`, new Uint8Array()]))
  const zip = zipSync(files, { level: 0 })
  expect(refusalOf(() => readZip(zip))).toMatchObject({ code: 'too_large', details: { reason: 'import-files' } })
})

test.each([
  ['nothing', new Uint8Array()],
  ['a beginning', zipSync({ 'a.md': text }).subarray(0, 20)],
  ['an end that is cut off', zipSync({ 'a.md': text, 'b.md': text }).subarray(0, -30)],
  ['words', Buffer.from('PK, but no zip')],
])('%s is no zip', (_, bytes) => {
  expect(refusalOf(() => readZip(bytes))).toMatchObject({ code: 'invalid', details: { errors: [{ reason: 'zip-damaged' }] } })
})

test('several archives are unpacked below their names, office files stay whole, a single broken archive is refused', () => {
  const docx = zipSync({ 'word/document.xml': text })
  const upload = [
    { name: 'one.zip', bytes: zipSync({ 'a.md': text }) },
    { name: 'two.ZIP', bytes: zipSync({ 'a.md': text }) },
    { name: 'three', bytes: docx },
  ]
  expect(filesOfUpload(upload).map(({ path }) => path)).toEqual(['one/a.md', 'two/a.md', 'three'])
  expect(filesOfUpload(upload.slice(0, 1)).map(({ path }) => path)).toEqual(['a.md'])
  expect(refusalOf(() => filesOfUpload([{ name: 'base.zip', bytes: text }]))).toMatchObject({ code: 'invalid' })
  expect(refusalOf(() => filesOfUpload([{ name: 'blob', bytes: text }]))).toMatchObject({ code: 'invalid' })
  expect(filesOfUpload([{ name: 'blob', bytes: text }], 'markdown')).toMatchObject([{ path: 'blob' }])
})

/** A zip as Windows and macOS make it: names as bytes that nothing says the encoding of. */
function zipWithNames(names: readonly Uint8Array[]): Uint8Array {
  const placeholders = names.map((name, index) => String.fromCharCode(97 + index).repeat(name.length))
  const zip = Buffer.from(zipSync(Object.fromEntries(placeholders.map(name => [name, text])), { level: 0 }))
  for (const [index, name] of names.entries()) {
    for (let at = zip.indexOf(placeholders[index] ?? ''); at >= 0; at = zip.indexOf(placeholders[index] ?? '')) zip.set(name, at)
  }
  return zip
}

test('Russian names that Windows packed in code page 866, or macOS in UTF-8 without saying so, are read as they are', () => {
  // "Карты/ПИН.md" in code page 866.
  const windows = Buffer.from('8aa0e0e2eb2f8f888d2e6d64', 'hex')
  expect(readZip(zipWithNames([windows])).map(({ path }) => path)).toEqual(['Карты/ПИН.md'])
  expect(readZip(zipWithNames([Buffer.from('Карты/Лимит.md')])).map(({ path }) => path)).toEqual(['Карты/Лимит.md'])
})

test('an archive that is locked with a password is refused as such', () => {
  const zip = zipSync({ 'a.md': text, 'b.md': text })
  const last = Buffer.from(zip).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  zip[last + 8] = 1
  expect(refusalOf(() => readZip(zip))).toMatchObject({
    code: 'invalid',
    details: { errors: [{ pointer: '/file', reason: 'zip-locked' }] },
  })
})

test('an archive of which only the first half arrived is refused, wherever it was cut', () => {
  const zip = zipSync({ 'a.md': Buffer.alloc(5000, 'Текст '), 'b.md': text })
  for (const at of [0, 4, 30, Math.floor(zip.length / 2), zip.length - 60, zip.length - 1])
    expect(refusalOf(() => filesOfUpload([{ name: 'kb.zip', bytes: zip.subarray(0, at) }]))).toMatchObject({
      code: 'invalid',
      details: { errors: [{ reason: 'zip-damaged' }] },
    })
})
