import { expect, test } from 'vitest'
import { type Command, findCommands } from './commands.ts'

const commands: Command[] = [
  { id: 'new', title: 'Новая статья', icon: 'plus' },
  { id: 'theme', title: 'Тёмные цвета', icon: 'moon', words: 'dark theme' },
]
const find = (query: string) => findCommands(commands, query).map(({ id }) => id)

test('a command is found by parts of its words in any order', () => {
  expect(find('стат нов')).toEqual(['new'])
  expect(find('темн')).toEqual(['theme'])
  expect(find('dark')).toEqual(['theme'])
  expect(find('')).toEqual([])
})

test('the wrong keyboard layout does not matter', () => {
  expect(find('yjdfz')).toEqual(['new'])
  expect(find('вфкл')).toEqual(['theme'])
})
