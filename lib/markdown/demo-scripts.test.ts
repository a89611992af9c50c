import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkScript, findScript } from '#lib/document/check-script.ts'
import { parseArticleFile } from './article-file.ts'

const names = ['ru/script-lost-card.md', 'en/script-lost-card.md', 'ru/script-transfer-failed.md', 'en/script-transfer-failed.md']

test.each(names)('the script of the demo in %s is whole', name => {
  const { document, warnings } = parseArticleFile(name, readFileSync(new URL(`../../content/articles/${name}`, import.meta.url), 'utf8'))
  expect(warnings).toEqual([])
  const found = findScript(document.content)
  expect(found?.script.content.length).toBeGreaterThan(8)
  expect(found && checkScript(found.script)).toEqual([])
})
