import { expect, test } from 'vitest'
import { titledFirst } from './titled-first.ts'

test('titles that begin with the words come first, then those that have them, then what was found otherwise, each in their order', () => {
  const titles = ['Автоплатёж', 'Сколько стоит перевод', 'Перевод за границу', 'Карта', 'Перевод по номеру']
  const found = titledFirst(
    titles.map(title => ({ title })),
    'перевод',
  )
  expect(found.map(({ title }) => title)).toEqual([
    'Перевод за границу',
    'Перевод по номеру',
    'Сколько стоит перевод',
    'Автоплатёж',
    'Карта',
  ])
})
