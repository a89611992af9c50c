import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const cp1251 = Buffer.from([0xca, 0xe0, 0xf0, 0xf2, 0xe0])

test('text is read in the encoding that it says or shows', () => {
  expect(decodeText(Buffer.from('Карта'))).toBe('Карта')
  expect(decodeText(Buffer.from('\uFEFFКарта'))).toBe('Карта')
  expect(decodeText(cp1251)).toBe('Карта')
  expect(decodeText(Buffer.from('\uFEFFКарта', 'utf16le'))).toBe('Карта')
  expect(decodeText(Buffer.from('\uFEFFКарта', 'utf16le').swap16())).toBe('Карта')
  expect(decodeText(Buffer.concat([Buffer.from('<meta charset=koi8-r>'), Buffer.from([0xeb, 0xc1])]))).toBe('<meta charset=koi8-r>Ка')
  expect(decodeText(new Uint8Array())).toBe('')
})

test.each(['iso-8859-12', 'windows-1259', 'iso-8859-99', 'x-evil', 'utf-7'])(
  'a page that claims the encoding "%s", which nobody knows, is still read',
  name => {
    const page = Buffer.concat([Buffer.from(`<meta http-equiv="Content-Type" content="text/html; charset=${name}">`), cp1251])
    expect(decodeText(page)).toContain('Карта')
  },
)
