import { expect, test } from 'vitest'
import { PieceWriter } from './piece-writer.ts'

function written(...parts: string[]): string {
  const out = new PieceWriter()
  for (const part of parts) out.text(part)
  return out
    .finish()
    .pieces.map(piece => (piece.kind === 'text' ? piece.text : '‖'))
    .join('')
}

test('one space stands between words, however many were asked for', () => {
  const out = new PieceWriter()
  out.word('один')
  out.space()
  out.space()
  out.word(' два ')
  out.text('.')
  expect(out.finish().pieces).toEqual([{ kind: 'text', text: 'один два.' }])
})

test.each([
  [[',', '.'], '.'],
  [['.', ','], '.'],
  [[',', ','], ','],
  [['…', ','], ','],
  [['…', '.'], '.'],
  [['…'], '.'],
  [['?', ','], '?'],
  [['?', '!'], '?'],
  [[':', '.'], '.'],
  [['.', '.', '.'], '.'],
])('of the marks %j one is kept', (marks, kept) => {
  expect(written('да', ...marks, ' нет')).toBe(`да${kept} нет`)
})

test('a word that ends with a full stop needs no other, but takes a comma', () => {
  expect(written('six p.m.', '.')).toBe('six p.m.')
  expect(written('six p.m.', ',', ' then')).toBe('six p.m., then')
})

test('a pause is a comma unless there is a pause already', () => {
  const out = new PieceWriter()
  out.pause()
  out.word('меню')
  out.pause()
  out.pause()
  out.word('карты')
  out.text(':')
  out.pause()
  expect(out.finish().pieces).toEqual([{ kind: 'text', text: 'меню, карты:' }])
})

test('a break takes the spaces around it, and a mark before it is kept', () => {
  const out = new PieceWriter()
  out.word('один')
  out.text(',')
  out.space()
  out.break(250)
  out.word('два')
  expect(out.finish().pieces).toEqual([
    { kind: 'text', text: 'один,' },
    { kind: 'break', ms: 250 },
    { kind: 'text', text: 'два' },
  ])
})

test('a sub keeps what was written and is set off like a word', () => {
  const out = new PieceWriter()
  out.word('карта')
  out.text(':')
  out.space()
  out.sub('Visa', 'виза')
  out.text('.')
  expect(out.finish().pieces).toEqual([
    { kind: 'text', text: 'карта: ' },
    { kind: 'sub', text: 'Visa', alias: 'виза' },
    { kind: 'text', text: '.' },
  ])
})

test('neighbouring symbols are reported together, other things one by one', () => {
  const out = new PieceWriter()
  out.report('symbol', '☃', 0)
  out.report('symbol', '☂', 1)
  out.report('latin', 'foo', 3)
  out.report('latin', 'bar', 6)
  expect(out.finish().unspeakable).toEqual([
    { reason: 'symbol', text: '☃☂', from: 0, to: 2 },
    { reason: 'latin', text: 'foo', from: 3, to: 6 },
    { reason: 'latin', text: 'bar', from: 6, to: 9 },
  ])
})
