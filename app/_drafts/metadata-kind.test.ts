import { expect, test } from 'vitest'
import { type Metadata, mergeMetadata, metadataConflicts, metadataKind } from './metadata-kind.ts'

const base: Metadata = { slug: 'fee', category: null, tags: [], audience: 'public', channels: null, owner: null, reviewEveryDays: null }

test('fields that only one changed are taken from whoever changed them', () => {
  const merged = metadataKind.merge(base, { ...base, slug: 'new-fee' }, { ...base, tags: ['sbp'] })
  expect(merged).toEqual({ ...base, slug: 'new-fee', tags: ['sbp'] })
})

test('a field that both changed in different ways has to be decided', () => {
  const mine = { ...base, slug: 'mine', owner: 'user:1' }
  const theirs = { ...base, slug: 'theirs', owner: 'user:1' }
  expect(metadataConflicts(base, mine, theirs)).toEqual(['slug'])
  expect(metadataKind.merge(base, mine, theirs)).toBeNull()
  expect(mergeMetadata(base, mine, theirs, ['slug']).slug).toBe('mine')
  expect(mergeMetadata(base, mine, theirs).slug).toBe('theirs')
})
