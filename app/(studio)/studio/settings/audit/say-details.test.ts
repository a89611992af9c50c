import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { catalogues } from '#app/_i18n/catalogues.ts'
import type { Words } from '#app/_ui/say-problem.ts'
import { sayDetails } from './say-details.ts'

const wordsIn = (locale: 'ru' | 'en') => createTranslator({ locale, messages: catalogues[locale] }) as unknown as Words
const ways = { instant: (at: number) => new Date(at).toISOString(), number: String, names: new Map([['user:7', 'Анна']]) }

test('what an entry tells is said in the language of the interface', () => {
  const said = (details: Record<string, unknown>) =>
    sayDetails(wordsIn('ru'), details, ways).map(({ label, value }) => `${label}: ${value}`)
  expect(said({ name: 'Бот', scopes: ['read', 'read:internal'], channel: 'chatbot', expiresAt: 0 })).toEqual([
    ...['название: Бот', 'можно: Читать ответы, Читать внутреннее', 'канал: Чат-бот', 'действует до: 1970-01-01T00:00:00.000Z'],
  ])
  expect(said({ before: { roles: ['author'], disabled: false }, fields: ['password'], user: '7', release: null })).toEqual([
    ...['было: роли: автор; отключён: нет', 'изменено: пароль', 'пользователь: Анна'],
  ])
  expect(said({ before: 'off', after: 'four-eyes' })).toEqual(['было: без согласования', 'стало: в четыре глаза'])
})

test('a detail without words stays as it is written', () => {
  expect(sayDetails(wordsIn('ru'), { orbit: 'low', hash: 'sha256-x' }, ways)).toEqual([
    { label: 'orbit', value: 'low', isCode: false },
    { label: 'хеш', value: 'sha256-x', isCode: true },
  ])
})

test.each(['ru', 'en'] as const)('every detail that is written down where it is recorded has words: %s', locale => {
  const names = (readdirSync('lib', { recursive: true }) as string[])
    .filter(path => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path))
    .flatMap(path => [
      ...readFileSync(join('lib', path), 'utf8').matchAll(/recordAudit\((?:[^()]|\([^()]*\))*?\{((?:[^{}]|\{[^{}]*\})*)\}\s*\)/g),
    ])
    .flatMap(([, members = '']) => [...members.matchAll(/(?:^|[\s,{])(\w+)(?=[,:\s]*(?:[,:]|$))/g)].map(([, name = '']) => name))
    .filter(name => !notMembers.has(name))
  expect(names.length).toBeGreaterThan(60)
  const t = wordsIn(locale)
  expect([...new Set(names)].filter(name => !t.has(`admin.audit.names.${name}`))).toEqual([])
})

/** Words of the code within these members. */
const notMembers = new Set(['row', 'input', 'before', 'id', 'ids'])
