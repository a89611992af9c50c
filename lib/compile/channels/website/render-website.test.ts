import { readdirSync, readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import type { Block } from '#lib/document/types.ts'
import { parseArticleFile } from '#lib/markdown/article-file.ts'
import { compileChannel } from '../../compile-channel.ts'
import { doc, inlines, link, para, testResolution, testSource } from '../../test-source.ts'
import type { RenditionOf, Source } from '../../types.ts'

function page(source: Source): RenditionOf<'website'>['content'] {
  return (compileChannel(source, testResolution(), 'website').rendition as RenditionOf<'website'>).content
}

function html(...blocks: Block[]): string {
  return page(testSource(doc(...blocks))).html.replace(/^<div class="answer" lang="ru">|<\/div>$/g, '')
}

const golden = new URL('../../golden/', import.meta.url)
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'long-title': 'off',
    'no-inline-style': 'error',
    'require-sri': 'off',
    'tel-non-breaking': 'off',
    'no-trailing-whitespace': 'off',
  },
})

test.each(readdirSync(golden).filter(name => name.endsWith('.md')))('the page of %s is valid and accessible HTML', async name => {
  const markdown = /\n`````markdown\n([\s\S]*?)\n`````\n/.exec(readFileSync(new URL(name, golden), 'utf8'))?.[1] ?? ''
  const source: Source = { articleId: 'id', ...parseArticleFile(`ru/${name}`, markdown) }
  if (source.audience === 'internal') return
  const body = `<main><h1>Title</h1>${page(source).html}</main>`
  const report = await validator.validateString(
    `<!DOCTYPE html>\n<html lang="ru"><head><meta charset="utf-8"><title>T</title></head><body>${body}</body></html>`,
  )
  const found = report.results.flatMap(result =>
    result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
  )
  expect(found).toEqual([])
})

test('a head without words, as in the corner of a table, is a plain cell', () => {
  const cell = (type: 'tableHeader' | 'tableCell', words: string) => ({ type, content: [para(...(words === '' ? [] : [words]))] })
  const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content })
  const table = html({
    type: 'table',
    content: [row(cell('tableHeader', ''), cell('tableHeader', 'Цена')), row(cell('tableHeader', 'Карта'), cell('tableCell', '0'))],
  })
  expect(table).toContain('<tr><td></td><th scope="col">Цена</th></tr>')
  expect(table).toContain('<th scope="row">Карта</th>')
})

test('facts are data with their value, dates are times, phones can be called', () => {
  expect(html(para('{fee.transfer}'))).toBe('<p><data class="fact" value="1.5" data-key="fee.transfer">1,5\u00a0%</data></p>')
  expect(html(para('{start}'))).toBe('<p><time class="fact" datetime="2027-01-31" data-key="start">31\u00a0января 2027\u00a0г.</time></p>')
  expect(html(para('{phone}'))).toContain('<a href="tel:+78005553535"><data class="fact"')
  expect(html(para('{site}'))).toContain('<a href="https://bank.example/" rel="noopener">')
})

test('links lead into the site or out of it', () => {
  expect(html(para(link('лимиты', 'article:card-limits')))).toBe('<p><a href="/ru/articles/card-limits">лимиты</a></p>')
  expect(html(para(link('банк', 'https://bank.example/?a=1&b="')))).toBe(
    '<p><a href="https://bank.example/?a=1&amp;b=%22" rel="noopener">банк</a></p>',
  )
})

test('marks of neighbours that look the same are one, links hold marks', () => {
  const bold = (text: string, href?: string) => ({
    type: 'text' as const,
    text,
    marks: [{ type: 'bold' as const }, ...(href ? [{ type: 'link' as const, attrs: { href } }] : [])],
  })
  expect(html({ type: 'paragraph', content: [bold('а'), bold('б'), bold('в', 'tel:900'), { type: 'text', text: 'г' }] })).toBe(
    '<p><strong>аб</strong><a href="tel:900"><strong>в</strong></a>г</p>',
  )
})

test('pictures have their size, their words and their place', () => {
  expect(html({ type: 'image', attrs: { src: 'media:m1', alt: 'Кнопка "Да"' } })).toBe(
    '<figure><img src="/media/m1.png" alt="Кнопка &quot;Да&quot;" width="640" height="480" loading="lazy"></figure>',
  )
})

test('data for search engines names the article and its path, in strings only', () => {
  const { jsonLd } = page(testSource(doc('Текст.'), { title: 'a </script> b', shortAnswer: inlines('Комиссия {fee.transfer}.') }))
  const leaves: unknown[] = []
  JSON.stringify(jsonLd, (_key, value) => {
    if (typeof value !== 'object') leaves.push(value)
    return value
  })
  expect(leaves.every(leaf => typeof leaf === 'string')).toBe(true)
  expect(jsonLd).toMatchObject({
    '@graph': [
      {
        '@type': 'Article',
        headline: 'a </script> b',
        description: 'Комиссия 1,5\u00a0%.',
        url: 'https://help.example/ru/articles/transfer-fee',
      },
      { '@type': 'BreadcrumbList', itemListElement: [{ position: '1' }, { position: '2', name: 'a </script> b' }] },
    ],
  })
})
