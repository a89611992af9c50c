import { expect, test } from 'vitest'
import { safePath } from './destination.ts'

test('after signing in one comes back to a page of the studio or the panel', () => {
  expect(safePath('/studio/articles/1/edit?locale=ru')).toBe('/studio/articles/1/edit?locale=ru')
  expect(safePath('/operator')).toBe('/operator')
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/studio\\@evil',
  '/studious',
  '/api/auth/signout',
  'javascript:alert(1)',
  undefined,
])('nobody is sent to %s', from => {
  expect(safePath(from)).toBeNull()
})
