import Sqlite from 'better-sqlite3'
import { readSynonyms } from '#lib/search/analyser/synonyms.ts'
import type { AnswerText } from '#lib/search/engine/answer-text.ts'
import { rank } from '#lib/search/engine/rank.ts'
import { SearchIndex } from '#lib/search/engine/search-index.ts'
import { prepareRepair } from '#lib/search/repair/prepare-repair.ts'
import { readQuery } from '#lib/search/repair/read-query.ts'
import { type Figure, median, quantile, time } from './figures.ts'
import { generateAnswers } from './generate-answers.ts'
import { hasSearchData, type LabelledQuery, readDemoAnswers, readIntents, readQueries, readSupportAnswers } from './search-data.ts'

/** Slugs of the best five, in their order. */
type Finder = (text: string) => string[]

/** Finding the right answer, by kind of query, beside SQLite's FTS5 as it comes; with ISTOK_BENCH_SCALE=1 also at 50,000 answers. */
export async function benchSearch(): Promise<Figure[]> {
  const figures: Figure[] = []
  if (hasSearchData()) {
    const queries = readQueries('support-ru')
    const answers = readSupportAnswers('heading')
    figures.push(...report('support-ru', queries, finderOf(build(answers)), true))
    figures.push(...report('support-ru, titles as imported', queries, finderOf(build(readSupportAnswers('file')))))
    figures.push(...report('support-ru, stock FTS5', queries, stockFinder(answers)))
    figures.push(...report('support-ru, texts without titles', queries, finderOf(build(answers.map(answer => ({ ...answer, title: '' }))))))
    const intents = readQueries('intents-en').filter(query => query.relevant.length > 0)
    figures.push(...report('intents-en', intents, finderOf(build(readIntents()))))
  } else figures.push({ label: 'accuracy', value: 'no ../shared/data here' })
  figures.push(...leaveOneOut(readDemoAnswers()))
  figures.push(...scale(1000, '10 ms'))
  if (process.env.ISTOK_BENCH_SCALE) figures.push(...scale(50_000, '30 ms'))
  return figures
}

function build(answers: readonly AnswerText[]): SearchIndex {
  const index = new SearchIndex()
  for (const answer of answers) index.put(answer)
  prepareRepair(index.vocabulary)
  return index
}

const synonyms = readSynonyms([])

function finderOf(index: SearchIndex): Finder {
  return text => rank(index, readQuery(index.vocabulary, text, { synonyms }), 5).hits.map(hit => hit.slug)
}

interface Tally {
  queries: number
  first: number
  three: number
  five: number
  reciprocal: number
}

function report(set: string, queries: readonly LabelledQuery[], find: Finder, byKind = false): Figure[] {
  const tallies = new Map<string, Tally>()
  const whole: Tally = { queries: 0, first: 0, three: 0, five: 0, reciprocal: 0 }
  const milliseconds: number[] = []
  for (const query of queries.slice(0, 100)) find(query.text)
  for (const { text, relevant, kind } of queries) {
    const started = performance.now()
    const found = find(text)
    milliseconds.push(performance.now() - started)
    const tally = tallies.get(kind) ?? { queries: 0, first: 0, three: 0, five: 0, reciprocal: 0 }
    tallies.set(kind, tally)
    const place = found.findIndex(slug => relevant.includes(slug))
    for (const one of [tally, whole]) count(one, place)
  }
  const figures = byKind ? [...tallies].map(([kind, tally]) => figure(`${set}: ${kind}`, tally)) : []
  figures.push({ ...figure(`${set}: all`, whole), aim: byKind ? '≥ 88 acc@1, ≥ 94 R@5' : undefined })
  figures.push({ label: `${set}: p50 / p95`, value: `${time(median(milliseconds))} / ${time(quantile(milliseconds, 0.95))}` })
  return figures
}

function count(tally: Tally, place: number): void {
  tally.queries++
  if (place === 0) tally.first++
  if (place >= 0 && place < 3) tally.three++
  if (place >= 0) {
    tally.five++
    tally.reciprocal += 1 / (place + 1)
  }
}

/** acc@1, recall@3, recall@5 and MRR of the best five, in per cent. */
function figure(label: string, { queries, first, three, five, reciprocal }: Tally): Figure {
  const percent = (value: number) => ((100 * value) / queries).toFixed(1)
  return { label, value: `${percent(first)} ${percent(three)} ${percent(five)} ${percent(reciprocal)}` }
}

/** Every question of every answer, asked while the answer does not have it: what a new wording finds. */
function leaveOneOut(answers: readonly AnswerText[]): Figure[] {
  const index = build(answers)
  const queries = answers.flatMap(({ slug, questions }) => questions.map(text => ({ id: slug, text, relevant: [slug], kind: 'question' })))
  const find = finderOf(index)
  return report('demo, the question itself left out', queries, text => {
    const owners = answers.filter(answer => answer.questions.includes(text))
    for (const owner of owners) index.put({ ...owner, questions: owner.questions.filter(question => question !== text) })
    const found = find(text)
    for (const owner of owners) index.put(owner)
    return found
  }).slice(0, 1)
}

/** FTS5 with its own tokenizer and bm25() over one table: what an afternoon's work gives. */
function stockFinder(answers: readonly AnswerText[]): Finder {
  const database = new Sqlite(':memory:')
  database.exec('CREATE VIRTUAL TABLE answer USING fts5(slug UNINDEXED, title, questions, body)')
  const insert = database.prepare('INSERT INTO answer VALUES (?, ?, ?, ?)')
  for (const { slug, title, questions, body } of answers) insert.run(slug, title, questions.join('\n'), body)
  const select = database.prepare('SELECT slug FROM answer WHERE answer MATCH ? ORDER BY bm25(answer) LIMIT 5').pluck()
  return text => {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
    return words.length === 0 ? [] : (select.all(words.map(word => `"${word}"`).join(' OR ')) as string[])
  }
}

/** Building, memory and time per query at a number of generated answers. */
function scale(answers: number, aim: string): Figure[] {
  const before = memoryInUse()
  const index = new SearchIndex()
  const questions: string[] = []
  const started = performance.now()
  let generating = 0
  for (const { answer, question } of generateAnswers(answers)) {
    const begun = performance.now()
    index.put(answer)
    generating += performance.now() - begun
    if (questions.length < 400) questions.push(question)
  }
  prepareRepair(index.vocabulary)
  index.vocabulary.settle()
  const built = performance.now() - started
  const bytes = memoryInUse() - before
  const find = finderOf(index)
  for (const question of questions.slice(0, 50)) find(question)
  const milliseconds = questions.map(question => {
    const begun = performance.now()
    find(question)
    return performance.now() - begun
  })
  const typed = questions.flatMap(question => [3, 6, 9, 14, 20].map(length => question.slice(0, length)))
  const suggest = (text: string) => rank(index, readQuery(index.vocabulary, text, { synonyms, typing: true }), 8)
  for (const text of typed.slice(0, 100)) suggest(text)
  const waits = typed.map(text => {
    const begun = performance.now()
    suggest(text)
    return performance.now() - begun
  })
  const changes = Array.from(generateAnswers(100), ({ answer }) => {
    const begun = performance.now()
    index.put(answer)
    return performance.now() - begun
  })
  const label = `${answers.toLocaleString('en')} answers`
  return [
    { label: `${label}: query p50 / p95`, value: `${time(median(milliseconds))} / ${time(quantile(milliseconds, 0.95))}`, aim },
    { label: `${label}: suggestion p50 / p95`, value: `${time(median(waits))} / ${time(quantile(waits, 0.95))}`, aim: '10 ms' },
    { label: `${label}: replace one, p50 / p95`, value: `${time(median(changes))} / ${time(quantile(changes, 0.95))}` },
    { label: `${label}: build (with making the texts and preparing repair)`, value: `${time(generating)} (${time(built)})` },
    { label: `${label}: memory`, value: `${Math.round(bytes / 1024 ** 2)} MB` },
    { label: `${label}: words`, value: `${index.vocabulary.words.length}` },
  ]
}

function memoryInUse(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
