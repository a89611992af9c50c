import { expect, test } from 'vitest'
import { facesOf, isPressed, type KeyPress, worksInFields } from './keys.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
})

test('a letter is the key at its place, in every layout', () => {
  expect(isPressed('G', press('g', 'KeyG'))).toBe(true)
  expect(isPressed('G', press('п', 'KeyG'))).toBe(true)
  expect(isPressed('G', press('g', 'KeyU'))).toBe(false)
})

test('Mod is Ctrl and Cmd, and nothing fires with a modifier that it does not name', () => {
  expect(isPressed('Mod+K', press('л', 'KeyK', { ctrlKey: true }))).toBe(true)
  expect(isPressed('Mod+K', press('k', 'KeyK', { metaKey: true }))).toBe(true)
  expect(isPressed('Mod+K', press('k', 'KeyK'))).toBe(false)
  expect(isPressed('K', press('k', 'KeyK', { ctrlKey: true }))).toBe(false)
  expect(isPressed('Mod+K', press('K', 'KeyK', { ctrlKey: true, shiftKey: true }))).toBe(false)
  expect(isPressed('Mod+Shift+K', press('K', 'KeyK', { ctrlKey: true, shiftKey: true }))).toBe(true)
  expect(isPressed('K', press('k', 'KeyK', { altKey: true }))).toBe(false)
})

test('a sign is found where the Russian and where the English layout has it', () => {
  expect(isPressed('?', press('?', 'Slash', { shiftKey: true }))).toBe(true)
  expect(isPressed('?', press(',', 'Slash', { shiftKey: true }))).toBe(true)
  expect(isPressed('?', press('?', 'Digit7', { shiftKey: true }))).toBe(true)
  expect(isPressed('/', press('.', 'Slash'))).toBe(true)
  expect(isPressed('/', press('/', 'Slash'))).toBe(true)
  expect(isPressed('/', press(',', 'Slash', { shiftKey: true }))).toBe(false)
})

test('only keys held with Ctrl or Cmd may be pressed while somebody types', () => {
  expect(worksInFields('Mod+K')).toBe(true)
  expect(worksInFields('G A')).toBe(false)
  expect(worksInFields('?')).toBe(false)
  expect(worksInFields('Alt+ArrowUp')).toBe(false)
})

test('the sheet shows what is written on the keys', () => {
  expect(facesOf('Mod+Shift+K', false)).toEqual([['Ctrl', 'Shift', 'K']])
  expect(facesOf('Mod+Shift+K', true)).toEqual([['⌘', '⇧', 'K']])
  expect(facesOf('G A', false)).toEqual([['G'], ['A']])
  expect(facesOf('Alt+ArrowUp', false)).toEqual([['Alt', '↑']])
})
