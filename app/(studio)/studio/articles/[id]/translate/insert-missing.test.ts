import { expect, test } from 'vitest'
import type { Document } from '#lib/document/types.ts'
import { insertMissing } from './insert-missing.ts'

const document = (...texts: string[]): Document => ({
  type: 'doc',
  content: texts.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const pair = (source: number, target: number | null) => ({
  state: target === null ? ('missing' as const) : ('current' as const),
  source: `/content/${source}`,
  target: target === null ? null : `/content/${target}`,
})

test('a missing block is put after the block that belongs before it', () => {
  const source = document('Один', 'Новый', 'Два')
  expect(insertMissing(document('One', 'Two'), source, [pair(0, 0), pair(1, null), pair(2, 1)], '/content/1')).toEqual(
    document('One', 'Новый', 'Two'),
  )
  expect(insertMissing(document(), source, [pair(0, null), pair(1, null)], '/content/0')).toEqual(document('Один'))
  expect(insertMissing(document('One'), source, [], '/content/9')).toEqual(document('One'))
})
