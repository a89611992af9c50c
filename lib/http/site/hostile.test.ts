import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { paragraph, text } from '#lib/release/draft.fixture.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { jsonForScript } from './markup.ts'
import { openTestSite } from './site.fixture.ts'

const payloads = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg onload=alert(1)>',
  '<!--',
  ']]>',
  '{{7*7}}',
  '$\u007b7*7}',
  '[x](javascript:alert(1))',
  '&lt;script&gt;',
  '\u2028alert(1)',
]

test('words of editors stay words in every page, feed and list', async () => {
  const site = openTestSite()
  await site.publish(
    payloads.map((payload, index) => ({
      slug: `p${index}`,
      title: payload,
      category: 'all',
      shortAnswer: [text(payload)],
      blocks: [paragraph(text(payload))],
      tags: ['t'],
    })),
  )
  const validator = new HtmlValidate({
    root: true,
    rules: { 'no-inline-style': 'error', 'close-order': 'error', 'no-dup-attr': 'error' },
  })
  for (const path of ['/ru/', '/ru/articles', '/ru/categories/all', ...payloads.map((_, index) => `/ru/articles/p${index}`)]) {
    const page = await site.body(path)
    expect(page).not.toMatch(/<script>|<svg onload|<img src=x/i)
    const tags = page.match(/<[a-z][^>]*>/gi)?.map(tag => tag.replaceAll(/"[^"]*"/g, '')) ?? []
    expect(tags.filter(tag => / on|javascript:/i.test(tag))).toEqual([])
    expect(page.match(/<script/g)).toHaveLength(2 + (page.match(/application\/ld\+json/g) ?? []).length)
    const { results } = await validator.validateString(page)
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${path} ${ruleId} ${message}`))).toEqual([])
  }
})

test('data in a script element cannot leave it and is the same data when read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), value => {
      const written = String(jsonForScript({ value }))
      expect(written).not.toContain('<')
      expect(JSON.parse(written)).toEqual({ value })
    }),
  )
  expect(String(jsonForScript('</script>'))).toBe('"\\u003c/script>"')
})

test('text in a Markdown list stays on its line and makes no link', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), value => {
      expect(escapeMarkdown(value)).not.toMatch(/[\r\n]|(?<!\\)(?:\\\\)*[[\]<]/)
    }),
  )
})
