import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Every page has all sheets, so a class that two of them describe looks as neither meant it. */
test('a class is described by one style sheet', () => {
  const sheets = new Map<string, Set<string>>()
  for (const path of readdirSync('app', { recursive: true }) as string[]) {
    if (!path.endsWith('.css')) continue
    const text = readFileSync(join('app', path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    for (const [, name = ''] of text.matchAll(/(?:^|[},])\s*\.([\w-]+)\s*(?=[,{])/g))
      sheets.set(name, (sheets.get(name) ?? new Set()).add(path))
  }
  expect(sheets.size).toBeGreaterThan(300)
  expect([...sheets].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, ...paths])).toEqual([])
})
