import { compile } from '#lib/compile/compile.ts'
import type { Resolution, Source } from '#lib/compile/types.ts'
import type { FactValue } from '#lib/document/facts.ts'
import { benchDocument, benchShortAnswer } from './articles.ts'
import { type Figure, median } from './figures.ts'

const facts = new Map<string, FactValue>([
  ['fee', { key: 'fee', type: 'percent', unit: null, value: '1.5' }],
  ['shared', { key: 'shared', type: 'money', unit: 'RUB', value: '100000' }],
])
const resolution: Resolution = {
  facts,
  snippets: new Map(),
  unpublished: new Map(),
  articles: new Map(),
  media: new Map(),
  publicUrl: 'https://istok-bank.example',
}
const articles = 1000

/** Compiles articles of 2 KB for all five channels with every dialect, on one core; the baseline only writes the same documents as JSON. */
export async function benchCompile(): Promise<Figure[]> {
  const sources = Array.from({ length: articles }, (_, index) => sourceOf(index))
  const bytes = sources.reduce((sum, { document }) => sum + Buffer.byteLength(textOf(document)), 0) / articles
  for (const source of sources) compile(source, resolution)
  const rates: number[] = []
  const baseline: number[] = []
  for (let round = 0; round < 7; round++) {
    baseline.push(rateOf(() => sources.forEach(source => void JSON.stringify(source))))
    rates.push(rateOf(() => sources.forEach(source => void compile(source, resolution))))
  }
  return [
    { label: 'text of an article', value: `${Math.round(bytes)} bytes` },
    { label: 'articles a second, five channels, all dialects', value: String(Math.round(median(rates))), aim: '≥ 1500' },
    { label: 'ratio to writing the document as JSON', value: (median(rates) / median(baseline)).toFixed(4) },
  ]
}

function rateOf(work: () => void): number {
  const started = performance.now()
  work()
  return articles / ((performance.now() - started) / 1000)
}

function sourceOf(index: number): Source {
  const content = { shortAnswer: benchShortAnswer, questions: [], document: benchDocument(index, 4), variations: {} }
  const place = { articleId: `id-${index}`, slug: `rule-${index}`, locale: 'ru', title: `Правило перевода ${index}` }
  return { ...place, ...content, category: 'transfers', tags: ['bench'], audience: 'public', channels: null }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([name, member]) => (name === 'text' ? String(member) : textOf(member)))
    .join('')
}
