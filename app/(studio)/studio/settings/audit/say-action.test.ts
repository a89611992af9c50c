import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { catalogues } from '#app/_i18n/catalogues.ts'
import type { Words } from '#app/_ui/say-problem.ts'
import { sayAction, saySubject } from './say-action.ts'

const actions = new Set(
  (readdirSync('lib', { recursive: true }) as string[])
    .filter(path => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path))
    .flatMap(path =>
      [...readFileSync(join('lib', path), 'utf8').matchAll(/recordAudit\([^;]*?'([a-z]+\.[a-z-]+)'/g)].map(([, action = '']) => action),
    ),
)

test.each(['ru', 'en'] as const)('every action that is recorded is said in words: %s', locale => {
  const t = createTranslator({ locale, messages: catalogues[locale] }) as unknown as Words
  const computed = [
    'fact.created',
    'fact.saved',
    'snippet.saved',
    'translation.created',
    'review.approved',
    'review.rejected',
    'release.published',
  ]
  expect(actions.size).toBeGreaterThan(40)
  expect([...actions, ...computed].filter(action => sayAction(t, action) === action)).toEqual([])
})

test('an action without words stays as it is written, and a subject keeps its key', () => {
  const t = createTranslator({ locale: 'ru', messages: catalogues.ru }) as unknown as Words
  expect(sayAction(t, 'session.ended')).toBe('Сеанс: завершение')
  expect(sayAction(t, 'moon.landed')).toBe('moon.landed')
  expect(saySubject(t, 'fact:fee.transfer')).toEqual({ kind: 'Факт', id: 'fee.transfer' })
  expect(saySubject(t, 'import')).toEqual({ kind: 'Импорт', id: '' })
})
