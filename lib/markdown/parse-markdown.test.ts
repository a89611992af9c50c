import { expect, test } from 'vitest'
import { plainText } from '#lib/document/plain-text.ts'
import { collectReferences } from '#lib/document/references.ts'
import type { Block, Inline } from '#lib/document/types.ts'
import { parseInlineMarkdown, parseMarkdown } from './parse-markdown.ts'

const blocks = (text: string): Block[] => parseMarkdown(text).document.content
const kinds = (text: string): string[] => parseMarkdown(text).warnings.map(({ line, kind }) => `${line} ${kind}`)
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const text = (value: string): Inline => ({ type: 'text', text: value })

test('colons of everyday text stay text', () => {
  for (const line of [
    'время: 9:00, 12:30:45',
    'note:foo',
    ':smile: :+1:',
    'a::b',
    'C:u и :00',
    ':facts[x]',
    'см.:fact',
    '~5 минут или ~10',
  ]) {
    expect(parseMarkdown(line)).toEqual({ document: { type: 'doc', content: [paragraph(text(line))] }, warnings: [] })
  }
})

test('facts, underline, snippets and containers of the dialect are read', () => {
  const markdown = `:fact[fee.transfer]{case=genitive form=long} :u[важно]

::snippet{key=support-contacts}

::::only{channels="website,chatbot"}
:::callout{kind=warning}
Внимание
:::
::::

:::steps
1. Один

   Ещё
2. Два
:::

:::details[Почему?]
Потому
:::

:::table[Тарифы]
| a | b |
| --- | --- |
| 1 | |
:::`
  expect(parseMarkdown(markdown)).toMatchObject({ warnings: [] })
  expect(blocks(markdown)).toEqual([
    paragraph({ type: 'fact', attrs: { key: 'fee.transfer', case: 'genitive', form: 'long' } }, text(' '), {
      type: 'text',
      text: 'важно',
      marks: [{ type: 'underline' }],
    }),
    { type: 'snippet', attrs: { key: 'support-contacts' } },
    {
      type: 'only',
      attrs: { channels: ['chatbot', 'website'] },
      content: [{ type: 'callout', attrs: { kind: 'warning' }, content: [paragraph(text('Внимание'))] }],
    },
    {
      type: 'steps',
      content: [
        { type: 'step', content: [paragraph(text('Один')), paragraph(text('Ещё'))] },
        { type: 'step', content: [paragraph(text('Два'))] },
      ],
    },
    { type: 'details', attrs: { summary: 'Почему?' }, content: [paragraph(text('Потому'))] },
    {
      type: 'table',
      attrs: { caption: 'Тарифы' },
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'a'), cell('tableHeader', 'b')] },
        { type: 'tableRow', content: [cell('tableCell', '1'), { type: 'tableCell', content: [{ type: 'paragraph' }] }] },
      ],
    },
  ])
})

function cell(type: 'tableCell' | 'tableHeader', value: string) {
  return { type, content: [paragraph(text(value))] }
}

test('a block for some readers only is never opened up by a slip of the pen', () => {
  expect(() => parseMarkdown(':::only{audience=operators}\nx\n:::')).toThrow(/line 1: write :::only/)
  expect(() => parseMarkdown(':::only\nx\n:::')).toThrow(/line 1/)
  expect(() => parseMarkdown(':::onyl{audience=internal}\nx\n:::')).toThrow(/onyl is not known/)
  // The first ::: ends the outer container: "secret" would be public.
  expect(() => parseMarkdown(':::only{audience=internal}\n:::steps\n1. a\n:::\n\nsecret\n\n:::')).toThrow(/closes nothing/)
  expect(() => parseMarkdown('::::only{audience=internal}\n:::only{channels=ivr}\nx\n:::\n::::')).toThrow(/must not stand inside/)
})

test('other unknown containers and fences give their content and a warning with the line', () => {
  expect(blocks('a\n\n:::zone{x=y}\nb\n:::')).toEqual([paragraph(text('a')), paragraph(text('b'))])
  expect(kinds('a\n\n:::zone{x=y}\nb\n:::')).toEqual(['3 directive'])
  expect(kinds('a\n\n:::\n\nb')).toEqual(['3 directive'])
  expect(blocks(':fact[НЕТ]')).toEqual([paragraph(text(':fact[НЕТ]'))])
  expect(kinds('::youtube[x]{id=1}')).toEqual(['1 directive'])
  expect(kinds(':::steps\nno list\n:::')).toEqual(['1 directive'])
})

test('headings of other systems come into levels 2 to 4 without gaps, ours stay', () => {
  const levels = (markdown: string) => blocks(markdown).map(block => (block.type === 'heading' ? block.attrs.level : 0))
  expect(levels('# a\n\n### b\n\n###### c\n\n## d')).toEqual([2, 3, 4, 3])
  expect(kinds('# a\n\n### b\n\n###### c')).toEqual(['1 heading', '5 heading'])
  expect(levels('## a\n\n#### b')).toEqual([2, 4])
})

test('HTML in Markdown: marks, breaks and links are kept, names in brackets are text, the rest is told', () => {
  expect(blocks('<b>a</b> <em>b</em> <u>c</u> <del>d</del> <kbd>e</kbd> x<sub>2</sub>')[0]).toEqual(
    paragraph(
      { type: 'text', text: 'a', marks: [{ type: 'bold' }] },
      text(' '),
      { type: 'text', text: 'b', marks: [{ type: 'italic' }] },
      text(' '),
      { type: 'text', text: 'c', marks: [{ type: 'underline' }] },
      text(' '),
      { type: 'text', text: 'd', marks: [{ type: 'strike' }] },
      text(' '),
      { type: 'text', text: 'e', marks: [{ type: 'code' }] },
      text(' x2'),
    ),
  )
  expect(blocks('a<br>b <a name="x"></a><a href="https://example.com">c</a>')[0]).toEqual(
    paragraph(text('a'), { type: 'hardBreak' }, text('b '), {
      type: 'text',
      text: 'c',
      marks: [{ type: 'link', attrs: { href: 'https://example.com/' } }],
    }),
  )
  expect(blocks('Set-User <email address> -Name <Your Name>')).toEqual([paragraph(text('Set-User <email address> -Name <Your Name>'))])
  expect(blocks('<div>a &amp; b<p>c</p></div>')).toEqual([paragraph(text('a & b')), paragraph(text('c'))])
  expect(kinds('x\n\n<iframe src="https://evil.example">y</iframe>')).toContain('3 html')
})

test('links and pictures of other systems go through the callbacks; what is not known is told with its line', () => {
  const markdown = 'см. [a](./a/b.md#x) и [c](c.md)\n\n![вид](img/1.png) текст ![нет](2.png)'
  const { document, warnings } = parseMarkdown(markdown, {
    resolveArticleLink: path => (path === './a/b.md#x' ? 'b' : null),
    resolveImage: path => (path === 'img/1.png' ? 'm1' : null),
  })
  expect(collectReferences(document)).toMatchObject({
    articles: [{ key: 'b', path: '/content/0/content/1' }],
    media: [{ key: 'm1', path: '/content/1' }],
  })
  expect(plainText(document)).toBe('см. a и c\nвид\nтекст')
  expect(warnings.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 link', '3 image'])
})

test('reference links, addresses in text, footnotes, task lists and alerts become what we have', () => {
  const link = (label: string, href: string): Inline => ({ type: 'text', text: label, marks: [{ type: 'link', attrs: { href } }] })
  expect(blocks('[a][1] https://example.com/x\n\n[1]: https://example.com "t"')).toEqual([
    paragraph(link('a', 'https://example.com/'), text(' '), link('https://example.com/x', 'https://example.com/x')),
  ])
  expect(plainText(parseMarkdown('a[^n], c[^n].\n\n[^n]: b *d*.').document)).toBe('a (b d), c (b d).')
  expect(plainText(parseMarkdown(`a[^n]\n\n[^n]: ${'b '.repeat(200)}`).document)).toMatch(/^a\[n\]\n\[n\] b b/)
  expect(plainText(parseMarkdown('a[^n]\n\n[^n]: b[^m]\n\n[^m]: c[^n]').document)).toBe('a[n]\n[n] b[m]\n[m] c[n]')
  const [first, inside] = blocks('a[^n]\n\n:::only{audience=internal}\n[^n]: тайна\n:::')
  expect([first, inside?.type, JSON.stringify(first).includes('тайна')]).toEqual([paragraph(text('a[^n]')), 'only', false])
  expect(plainText(parseMarkdown('- [x] a\n- [ ] b').document)).toBe('☑ a\n☐ b')
  expect(blocks('> [!WARNING]\n> a **b**')).toEqual([
    {
      type: 'callout',
      attrs: { kind: 'warning' },
      content: [paragraph(text('a '), { type: 'text', text: 'b', marks: [{ type: 'bold' }] })],
    },
  ])
  expect(blocks('> \\[!NOTE] a')[0]?.type).toBe('quote')
  expect(kinds('[!INCLUDE [x](y.md)]')).toEqual(['1 syntax'])
  expect(kinds(':::image type="content" source="a.png" alt-text="b":::')).toEqual(['1 image'])
})

test('inline Markdown is one paragraph; what else stands there is joined or kept as text', () => {
  expect(parseInlineMarkdown('От :fact[fee.transfer]\nв **день**')).toEqual([
    text('От '),
    { type: 'fact', attrs: { key: 'fee.transfer' } },
    text(' в '),
    { type: 'text', text: 'день', marks: [{ type: 'bold' }] },
  ])
  expect(parseInlineMarkdown('a\n\nb')).toEqual([text('a'), { type: 'hardBreak' }, text('b')])
  expect(parseInlineMarkdown('')).toEqual([])
})
