import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { sayProblem, type Words } from '#app/_ui/say-problem.ts'
import { IstokError } from '#lib/errors.ts'
import { finding, findingReasons, refused } from '#lib/findings.ts'
import { describeProblem } from '#lib/http/problem.ts'
import { refusalReasons } from '#lib/refusal-reasons.ts'
import { sayFinding } from '../(studio)/studio/imports/say-finding.ts'
import { catalogues } from './catalogues.ts'

const sources = (readdirSync('lib', { recursive: true }) as string[])
  .filter(path => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path))
  .map(path => readFileSync(join('lib', path), 'utf8'))

test('every word of a refusal has a sentence in both languages', () => {
  for (const { refusals } of Object.values(catalogues)) expect(Object.keys(refusals).sort()).toEqual([...refusalReasons].sort())
})

test('every word of a fault in a field has a sentence in both languages', () => {
  const faults = new Set(Object.keys(catalogues.ru.faults))
  const named = sources.flatMap(text =>
    [...text.matchAll(/(?:pointer|path): [^{}]{0,300}?\breason: '([a-z-]+)'/g), ...text.matchAll(/\{ reason: '([a-z-]+)' \}\)/g)].map(
      ([, reason = '']) => reason,
    ),
  )
  const refusals = new Set<string>(refusalReasons)
  expect(named.length).toBeGreaterThan(60)
  expect([...new Set(named)].filter(reason => !faults.has(reason) && !refusals.has(reason))).toEqual([])
})

test('every word of what an import finds has a sentence in both languages', () => {
  for (const { imports } of Object.values(catalogues)) expect(Object.keys(imports.reasons).sort()).toEqual([...findingReasons].sort())
})

test('what an import found is said in Russian with its details', () => {
  const t = createTranslator({ locale: 'ru', messages: catalogues.ru }) as unknown as Words
  const say = (found: Parameters<typeof sayFinding>[2]) => sayFinding(t, 'ru', found)
  expect(say(finding('slug-taken', { value: 'karta', used: 'karta-2' }))).toBe('адрес «karta» занят, взят «karta-2»')
  const faults = [{ pointer: '/locale', message: 'Invalid input', reason: 'wrong-form' }]
  expect(say(refused(faults))).toBe('поле «locale» — записано не по форме')
  expect(refused(faults).message).toBe('/locale Invalid input')
  const said = { ru: 'Таблица слишком широка', en: 'The table is too wide' }
  expect(say(finding('not-published', { channel: 'ivr', path: '/content/3', detail: said.en }, { said }))).toBe(
    'не опубликовано: Телефон, место /content/3: Таблица слишком широка',
  )
})

test.each([
  ['ru', 'Факт используется. Сначала уберите его из текстов.', 'Так не получится: не длиннее 200 знаков.'],
  ['en', 'The fact is used. Take it out of the texts first.', 'This cannot be done: has at most 200 characters.'],
] as const)('a refusal is said in %s, by its own word or by what is wrong in a field', (locale, used, long) => {
  const t = createTranslator({ locale, messages: catalogues[locale] }) as unknown as Words
  const say = (error: IstokError) => sayProblem(t, describeProblem(error, 'r').problem as never)
  expect(say(new IstokError('conflict', 'used', { reason: 'fact-used' }))).toBe(used)
  const errors = [{ pointer: '/name', message: 'is too long', reason: 'too-long', arguments: { maximum: 200 } }]
  expect(say(new IstokError('invalid', 'The name is too long', { errors }))).toBe(long)
})
