import fc from 'fast-check'
import { canonicalDocument, canonicalInlines } from './canonical-document.ts'
import { arbitraryText } from './hostile-text.arbitrary.ts'
import { parseDocument } from './parse-document.ts'
import {
  type Block,
  type Document,
  type Inline,
  type ListItem,
  type Mark,
  type Script,
  type Step,
  scriptStepKinds,
  type Table,
  type TableCell,
} from './types.ts'

/** Names that an arbitrary document may use; pass small pools to get references that exist. Empty: no such references. */
export interface DocumentPools {
  facts?: string[]
  snippets?: string[]
  articles?: string[]
  media?: string[]
  channels?: string[]
  /** Text that stands among the hostile pieces, e.g. a secret whose leak a test looks for. */
  texts?: string[]
  /** Blocks for some readers only; true unless told. */
  only?: boolean
  /** Scripts that a release takes: every step leads on to the end; false unless told. */
  sound?: boolean
}

const defaults = {
  facts: ['fee.transfer', 'limit.day', 'www.x', 'a'],
  snippets: ['support-contacts', 'a1'],
  articles: ['transfer-fees', '01J8ZQ4X9Y'],
  media: ['m1', '01J8-z_Q'],
  channels: ['website', 'chatbot', 'ivr'],
  texts: [] as string[],
  only: true,
  sound: false,
}

function arbitraryMarks(pools: Required<DocumentPools>): fc.Arbitrary<Mark[]> {
  const hrefs = [
    'https://example.com/',
    'https://example.com/a_(b)?c=1&copy=2#d',
    'https://example.com/?a=|b&lt;',
    'mailto:help@example.com',
    'tel:900',
    ...pools.articles.map(article => `article:${article}`),
  ]
  const link = fc.constantFrom(...hrefs).map((href): Mark => ({ type: 'link', attrs: { href } }))
  const plain = fc
    .subarray<Exclude<Mark['type'], 'link'>>(['bold', 'italic', 'underline', 'strike', 'code'])
    .map(types => types.map((type): Mark => ({ type })))
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant([] as Mark[]) },
    { weight: 4, arbitrary: plain },
    { weight: 2, arbitrary: fc.tuple(plain, link).map(([marks, mark]) => [...marks, mark]) },
  )
}

function arbitraryInline(pools: Required<DocumentPools>): fc.Arbitrary<Inline> {
  const marks = arbitraryMarks(pools)
  const text = fc.record({ text: arbitraryText(pools.texts), marks }).map((node): Inline => ({ type: 'text', ...node }))
  const cases = fc.constantFrom('nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional' as const)
  const attrs = fc.record(
    {
      key: fc.constantFrom(...(pools.facts.length > 0 ? pools.facts : ['none'])),
      case: cases,
      form: fc.constantFrom('short' as const, 'long' as const),
    },
    { requiredKeys: ['key'] },
  )
  const fact = fc.record({ attrs, marks }).map((node): Inline => ({ type: 'fact', ...node }))
  const link = fc
    .constantFrom('https://example.com/', 'http://a.example/|')
    .map((href): Inline => ({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }))
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 2, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
    { weight: 1, arbitrary: link },
    ...(pools.facts.length > 0 ? [{ weight: 2, arbitrary: fact }] : []),
  )
}

function arbitraryBlocks(pools: Required<DocumentPools>): { document: fc.Arbitrary<Block[]> } {
  const inlines = fc.array(arbitraryInline(pools), { maxLength: 6 })
  const line = arbitraryText(pools.texts)
  const code = fc
    .array(fc.oneof(line, fc.constantFrom('\n', '```', '~~~~', ':::', '    x', '\tx', ' ')), { maxLength: 5 })
    .map(lines => lines.join('\n'))
  const { document } = fc.letrec<{ document: Block[]; blocks: Block[]; block: Block; item: ListItem; table: Table }>(tie => ({
    document: fc.array(tie('block'), { maxLength: 5, depthIdentifier: 'block' }),
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'block' }),
    item: tie('blocks').map((content): ListItem => ({ type: 'listItem', content })),
    table: fc.oneof(plainTable(inlines, line), spanTable(tie('blocks'), line)),
    block: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'block' },
      inlines.map((content): Block => ({ type: 'paragraph', content })),
      fc
        .tuple(fc.constantFrom(2, 3, 4), inlines)
        .map(([level, content]): Block => ({ type: 'heading', attrs: { level: level as 2 }, content })),
      fc
        .record({ language: fc.constantFrom('', 'ts', 'c++', 'c#'), text: code })
        .map(
          ({ language, text }): Block => ({ type: 'codeBlock', attrs: { language }, content: text === '' ? [] : [{ type: 'text', text }] }),
        ),
      fc.constant<Block>({ type: 'divider' }),
      imageBlock(pools, line),
      ...(pools.snippets.length > 0 ? [fc.constantFrom(...pools.snippets).map((key): Block => ({ type: 'snippet', attrs: { key } }))] : []),
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: 'bulletList', content })),
      fc
        .tuple(fc.constantFrom(0, 1, 1, 9, 123456), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
        .map(([start, content]): Block => ({ type: 'orderedList', attrs: { start }, content })),
      fc
        .array(tie('blocks'), { minLength: 1, maxLength: 3 })
        .map((steps): Block => ({ type: 'steps', content: steps.map((content): Step => ({ type: 'step', content })) })),
      tie('table'),
      tie('blocks').map((content): Block => ({ type: 'quote', content })),
      fc
        .tuple(fc.constantFrom('info' as const, 'warning' as const, 'tip' as const), tie('blocks'))
        .map(([kind, content]): Block => ({ type: 'callout', attrs: { kind }, content })),
      fc
        .tuple(fc.oneof(fc.constant(''), line), tie('blocks'))
        .map(([summary, content]): Block => ({ type: 'details', attrs: { summary }, content })),
      ...(pools.only ? [onlyBlock(pools, tie('blocks'))] : []),
    ),
  }))
  return { document }
}

function onlyBlock(pools: Required<DocumentPools>, blocks: fc.Arbitrary<Block[]>): fc.Arbitrary<Block> {
  const internal = blocks.map(
    (content): Block => ({ type: 'only', attrs: { audience: 'internal' }, content: content.flatMap(withoutOnly) }),
  )
  if (pools.channels.length === 0) return internal
  const channels = fc.subarray(pools.channels, { minLength: 1 })
  return fc.oneof(
    internal,
    fc
      .tuple(channels, blocks)
      .map(([names, content]): Block => ({ type: 'only', attrs: { channels: names }, content: content.flatMap(withoutOnly) })),
  )
}

/** `only` must not stand inside `only`, however deep: inner ones give their content. */
function withoutOnly(block: Block): Block[] {
  switch (block.type) {
    case 'only':
      return block.content.flatMap(withoutOnly)
    case 'bulletList':
    case 'orderedList':
      return [{ ...block, content: block.content.map(item => ({ ...item, content: item.content.flatMap(withoutOnly) })) }]
    case 'steps':
      return [{ ...block, content: block.content.map(step => ({ ...step, content: step.content.flatMap(withoutOnly) })) }]
    case 'table':
      return [
        {
          ...block,
          content: block.content.map(row => ({
            ...row,
            content: row.content.map(cell => ({ ...cell, content: cell.content.flatMap(withoutOnly) })),
          })),
        },
      ]
    case 'quote':
    case 'callout':
    case 'details':
      return [{ ...block, content: block.content.flatMap(withoutOnly) } as Block]
    default:
      return [block]
  }
}

function imageBlock(pools: Required<DocumentPools>, alt: fc.Arbitrary<string>): fc.Arbitrary<Block> {
  if (pools.media.length === 0) return fc.constant<Block>({ type: 'divider' })
  const attrs = fc.record(
    {
      src: fc.constantFrom(...pools.media).map(id => `media:${id}`),
      alt: fc.oneof(fc.constant(''), alt),
      width: fc.integer({ min: 1, max: 9999 }),
      height: fc.integer({ min: 1, max: 9999 }),
    },
    { requiredKeys: ['src', 'alt'] },
  )
  return attrs.map((given): Block => ({ type: 'image', attrs: given }))
}

function plainTable(inlines: fc.Arbitrary<Inline[]>, line: fc.Arbitrary<string>): fc.Arbitrary<Table> {
  const rows = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([width, height]) =>
      fc.array(fc.array(inlines, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
    )
  return fc.tuple(rows, fc.oneof(fc.constant(''), line)).map(([cells, caption]) => ({
    type: 'table',
    attrs: { caption },
    content: cells.map((row, index) => ({
      type: 'tableRow',
      content: row.map(
        (content): TableCell => ({ type: index === 0 ? 'tableHeader' : 'tableCell', content: [{ type: 'paragraph', content }] }),
      ),
    })),
  }))
}

/** Two columns, three rows: a cell over both columns, one over two rows, blocks inside. */
function spanTable(blocks: fc.Arbitrary<Block[]>, line: fc.Arbitrary<string>): fc.Arbitrary<Table> {
  return fc.tuple(fc.array(blocks, { minLength: 4, maxLength: 4 }), fc.boolean(), line).map(([[a, b, c, d], header, caption]) => ({
    type: 'table',
    attrs: { caption },
    content: [
      { type: 'tableRow', content: [{ type: header ? 'tableHeader' : 'tableCell', attrs: { colspan: 2 }, content: a ?? [] }] },
      {
        type: 'tableRow',
        content: [
          { type: 'tableCell', attrs: { rowspan: 2 }, content: b ?? [] },
          { type: 'tableCell', content: c ?? [] },
        ],
      },
      { type: 'tableRow', content: [{ type: 'tableCell', content: d ?? [] }] },
    ],
  }))
}

/** A script of up to four steps; where they lead is arbitrary, so it may be one that a release refuses. */
function arbitraryScript(pools: Required<DocumentPools>, blocks: fc.Arbitrary<Block[]>): fc.Arbitrary<Script> {
  const ids = ['start', 'two', 'block-card-3', 'a1']
  const words = arbitraryText(pools.texts).map(text => `?${text}`.slice(0, 60))
  const next = fc.constantFrom(...ids, '')
  const hrefs = ['https://example.com/?a=1&copy=2', 'tel:*100%23', 'mailto:a@b.example', ...pools.articles.map(slug => `article:${slug}`)]
  const step = fc.record({
    kind: fc.constantFrom(...scriptStepKinds),
    title: words,
    next,
    href: fc.option(fc.constantFrom(...hrefs), { nil: undefined }),
    options: fc.array(fc.record({ label: words, next }), { maxLength: 5 }),
    content: blocks,
  })
  const steps = pools.sound
    ? fc.tuple(step, step, step, step).map(([start, second, third, last]) => [
        { ...start, kind: 'question' as const, href: undefined, options: ids.slice(1, 3).map(id => ({ label: start.title, next: id })) },
        { ...second, kind: 'instruction' as const, href: undefined, options: [], next: ids[2] ?? '' },
        { ...third, kind: 'action' as const, href: 'tel:*100%23', options: [], next: ids[3] ?? '' },
        { ...last, kind: 'end' as const, href: undefined, options: [], next: '' },
      ])
    : fc.array(step, { minLength: 1, maxLength: ids.length })
  return steps.map(steps => ({
    type: 'script',
    content: steps.map(({ content, ...attrs }, index) => ({
      type: 'scriptStep',
      attrs: { id: ids[index] ?? '', ...attrs, options: attrs.options.map((option, at) => ({ ...option, label: `${at}${option.label}` })) },
      content,
    })),
  }))
}

/** Valid canonical documents full of what breaks renderers. For tests only. */
export function arbitraryDocument(pools: DocumentPools = {}): fc.Arbitrary<Document> {
  const chosen = { ...defaults, ...pools }
  const { document } = arbitraryBlocks(chosen)
  return fc
    .tuple(document, fc.option(arbitraryScript(chosen, document), { freq: 5 }))
    .map(([content, script]) => canonicalDocument({ type: 'doc', content: script === null ? content : [...content, script] }))
    .filter(document => parseDocument(document).ok)
}

/** Canonical inline content, such as a short answer. For tests only. */
export function arbitraryInlines(pools: DocumentPools = {}): fc.Arbitrary<Inline[]> {
  return fc.array(arbitraryInline({ ...defaults, ...pools }), { maxLength: 8 }).map(canonicalInlines)
}
