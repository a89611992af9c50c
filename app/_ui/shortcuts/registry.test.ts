import { expect, test } from 'vitest'
import type { KeyPress } from './keys.ts'
import { openRegistry, type Shortcut } from './registry.ts'

const free = { typing: false, dialog: false }
const key = (letter: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key: letter.toLowerCase(), code: `Key${letter}`, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
})

function registryWith(...keys: (string | Shortcut)[]) {
  const ran: string[] = []
  const registry = openRegistry()
  const shortcuts = keys.map(one => (typeof one === 'string' ? { keys: one, label: one, run: () => ran.push(one) } : one))
  const remove = registry.add({ title: 'Page', shortcuts })
  return { registry, ran, remove }
}

test('a shortcut runs, and no longer when its page is left', () => {
  const { registry, ran, remove } = registryWith('E')
  expect(registry.press(key('E'), free, 0)).toBe(true)
  remove()
  expect(registry.press(key('E'), free, 0)).toBe(false)
  expect(ran).toEqual(['E'])
})

test('nothing fires while somebody types, except with Ctrl or Cmd', () => {
  const { registry, ran } = registryWith('E', 'Mod+K')
  expect(registry.press(key('E'), { typing: true, dialog: false }, 0)).toBe(false)
  expect(registry.press(key('K', { ctrlKey: true }), { typing: true, dialog: false }, 0)).toBe(true)
  expect(ran).toEqual(['Mod+K'])
})

test('nothing fires behind an open dialog unless it says so', () => {
  const ran: string[] = []
  const { registry } = registryWith('E', { keys: 'S', label: 'S', run: () => ran.push('S'), inDialogs: true })
  expect(registry.press(key('E'), { typing: false, dialog: true }, 0)).toBe(false)
  expect(registry.press(key('S'), { typing: false, dialog: true }, 0)).toBe(true)
  expect(ran).toEqual(['S'])
})

test('a sequence runs with its second key, and is forgotten after a while or after another key', () => {
  const { registry, ran } = registryWith('G A', 'G F', 'A')
  expect(registry.press(key('G'), free, 0)).toBe(true)
  registry.press(key('F'), free, 500)
  registry.press(key('G'), free, 1000)
  registry.press(key('A'), free, 9000)
  registry.press(key('G'), free, 10_000)
  expect(registry.press(key('X'), free, 10_100)).toBe(false)
  registry.press(key('A'), free, 10_200)
  expect(ran).toEqual(['G F', 'A', 'A'])
})

test('what only is described is in the sheet and does not fire', () => {
  const { registry } = registryWith({ keys: 'Mod+B', label: 'Bold' })
  expect(registry.press(key('B', { ctrlKey: true }), free, 0)).toBe(false)
  expect(registry.groups()).toEqual([{ title: 'Page', shortcuts: [{ keys: 'Mod+B', label: 'Bold' }] }])
})

test('the shortcut registered last wins, and groups of one title stand together', () => {
  const { registry, ran } = registryWith('E')
  registry.add({ title: 'Other', shortcuts: [] })
  registry.add({ title: 'Page', shortcuts: [{ keys: 'E', label: 'inner', run: () => ran.push('inner') }] })
  registry.press(key('E'), free, 0)
  expect(ran).toEqual(['inner'])
  expect(registry.groups().map(({ title, shortcuts }) => [title, shortcuts.length])).toEqual([
    ['Page', 2],
    ['Other', 0],
  ])
})
