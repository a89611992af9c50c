import { expect, test } from 'vitest'
import { fieldOf } from './use-fault.ts'

test('a refusal is said at its field', () => {
  expect(fieldOf('/questions/2')).toBe('questions')
  expect(fieldOf('/variations/ivr/document/content/0')).toBe('variations.ivr')
  expect(fieldOf('/document/content/0')).toBe('document')
  expect(fieldOf('?limit')).toBe('')
})
