import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { article, translation } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import { anonymous } from '#lib/access/actor.ts'
import { digest } from '#lib/digest.ts'
import type { Istok } from '#lib/istok.ts'
import { newId } from '#lib/new-id.ts'
import type { AnswerText } from '#lib/search/engine/answer-text.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { searchAnswers } from '#lib/search/search-answers.ts'
import { suggestQueries } from '#lib/search/suggest-queries.ts'
import { startOnCore } from './delivery.ts'
import { type Figure, median, quantile, time } from './figures.ts'
import { generateAnswers } from './generate-answers.ts'
import { hasSearchData, readQueries, readSupportAnswers } from './search-data.ts'
import { openBenchIstok, release } from './store.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 4)
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
/** Linux counts processor time in these. */
const ticksPerSecond = 100

/** Search and suggestions over HTTP at 1,000 articles, one core, every question new; the same in this process, warming included. */
export async function benchSearchHttp(): Promise<Figure[]> {
  const figures = await benchBase('generated answers', istok => publishGenerated(istok, 1000))
  if (!hasSearchData()) return figures
  const real = readSupportAnswers('file')
  const rest = Array.from(generateAnswers(1000 - real.length), ({ answer }) => answer)
  const asked = readQueries('support-ru').map(({ text }) => text)
  figures.push(
    ...(await benchBase('real answers', async istok => {
      await publishAnswers(istok, [...real, ...rest])
      return asked
    })),
  )
  return figures
}

/** `publish` returns the questions that are asked. */
async function benchBase(name: string, publish: (istok: Istok) => Promise<string[]>): Promise<Figure[]> {
  const { istok, close } = openBenchIstok()
  try {
    const questions = await publish(istok)
    const figures = await inProcess(istok, questions)
    const server = await startOnCore('server.ts', {
      ...{ ISTOK_DATA_DIR: istok.env.dataDir, ISTOK_DEMO: '0', ISTOK_ROLE: 'wire', PORT: '0' },
      ...{ LOG_LEVEL: 'info', ISTOK_RATE_LIMIT: '100000000' },
    })
    try {
      await untilIdle(server.process.pid)
      figures.push(...(await overHttp(server, 'search', questions, { isNew: true, aim: '≥ 2,000/s' })))
      figures.push(...(await overHttp(server, 'search', questions, { isNew: false, aim: '≥ 2,000/s' })))
      figures.push(...(await overHttp(server, 'suggest', questions, { isNew: true })))
    } finally {
      server.process.kill('SIGTERM')
    }
    return figures.map(figure => ({ ...figure, label: `${name}: ${figure.label}` }))
  } finally {
    close()
  }
}

type Server = Awaited<ReturnType<typeof startOnCore>>

/** One question after the other: as they are, so that each comes again when all were asked, or each made new by a word of another. */
async function overHttp(
  { process: child, address }: Server,
  path: string,
  questions: readonly string[],
  { isNew, aim }: { isNew: boolean; aim?: string },
): Promise<Figure[]> {
  let next = 0
  const load = async (duration: number) => {
    const before = processorTime(child.pid)
    const setupRequest = (request: autocannon.Request) => {
      const number = next++
      const asked = questions[number % questions.length] ?? ''
      const added = `${questions[(number * 7 + 3) % questions.length]?.split(' ')[2] ?? ''} ${Math.floor(number / questions.length) || ''}`
      const words = isNew ? `${asked} ${added}` : asked
      request.path = `/api/v1/channels/website/${path}?locale=ru&q=${encodeURIComponent(words.trim())}`
      return request
    }
    const result = await autocannon({ url: address, connections: 20, duration, requests: [{ setupRequest }] })
    if (result.errors + result.non2xx > 0) throw new Error(`${path}: ${result.errors} errors, ${result.non2xx} refusals`)
    return { rate: result.requests.average, perCore: result.requests.total / (processorTime(child.pid) - before), p99: result.latency.p99 }
  }
  await load(2)
  const runs: Awaited<ReturnType<typeof load>>[] = []
  for (let round = 0; round < rounds; round++) runs.push(await load(seconds))
  const kind = isNew ? 'new questions' : `${questions.length} questions again and again`
  return [
    {
      label: `${path} over HTTP, 1,000 articles, ${kind}`,
      value: `${Math.round(median(runs.map(run => run.rate)))}/s`,
      ...(aim && { aim }),
    },
    { label: `  ${kind}, a second of processor time`, value: `${Math.round(median(runs.map(run => run.perCore)))} requests` },
    { label: `  ${kind}, p99 at 20 connections`, value: time(median(runs.map(run => run.p99))) },
  ]
}

async function inProcess(istok: Istok, questions: readonly string[]): Promise<Figure[]> {
  const begun = performance.now()
  const cold = await searchAnswers(istok, anonymous, { channel: 'website', locale: 'ru', q: questions[0]! })
  const first = performance.now() - begun
  await searchOf(istok).warm('website', 'ru')
  const warm = performance.now() - begun
  const ask = (q: string) => searchAnswers(istok, anonymous, { channel: 'website', locale: 'ru', q })
  const suggest = (q: string) => suggestQueries(istok, anonymous, { channel: 'website', locale: 'ru', q })
  const times = async (work: (q: string) => Promise<unknown>, asked: readonly string[]) => {
    const milliseconds: number[] = []
    for (const q of asked) {
      const started = performance.now()
      await work(q)
      milliseconds.push(performance.now() - started)
    }
    return `${time(median(milliseconds))} / ${time(quantile(milliseconds, 0.95))}`
  }
  await times(ask, questions.slice(0, 200))
  const typed = questions.slice(0, 150).flatMap(question => [3, 6, 9, 14, 20].map(length => question.slice(0, length)))
  await times(suggest, typed.slice(0, 100))
  const strange = ['я'.repeat(10_000), '(a+)+$'.repeat(1700), 'слово '.repeat(1700), '"* NEAR( OR '.repeat(900), '😀'.repeat(2500)]
  return [
    { label: `the first question, cold (${cold.degraded ? 'FTS5' : 'memory'})`, value: time(first) },
    { label: 'until the index is in memory', value: time(warm) },
    {
      label: 'search in process, p50 / p95',
      value: await times(
        ask,
        questions.slice(200, 700).map(q => `${q} как`),
      ),
      aim: '≤ 10 ms',
    },
    { label: 'suggestions in process, p50 / p95', value: await times(suggest, typed), aim: '≤ 10 ms' },
    { label: 'questions of 10 KB, p50 / p95', value: await times(ask, strange), aim: '≤ 300 ms' },
  ]
}

/** After the start the finders of answers are learned in a thread, here on the same core: ten seconds, once per release, that are not the searches' own. */
export async function untilIdle(pid: number | undefined): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 4500))
  for (let before = -1; processorTime(pid) - before > 0.05; ) {
    before = processorTime(pid)
    await new Promise(resolve => setTimeout(resolve, 1000))
  }
}

/** Publishes generated answers and returns questions that mean them. */
export async function publishGenerated(istok: Istok, count: number): Promise<string[]> {
  const made = [...generateAnswers(count)]
  await publishAnswers(
    istok,
    made.map(({ answer }) => answer),
  )
  return made.map(({ question }) => question)
}

/** Publishes answers in Russian in one release. */
export async function publishAnswers(istok: Istok, answers: readonly AnswerText[]): Promise<void> {
  const articles: string[] = []
  await write(istok.database, async tx => {
    for (const answer of answers) {
      const id = newId()
      const paragraphs = answer.body.match(/(?:\S+\s+){1,25}/g) ?? []
      const document = {
        type: 'doc' as const,
        content: paragraphs.map(text => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text: text.trim() }] })),
      }
      const shortAnswer = [{ type: 'text' as const, text: answer.shortAnswer.trim() || answer.title }]
      const content = { title: answer.title, shortAnswer, questions: [...answer.questions], document, variations: {} }
      const at = { createdAt: tx.now, updatedAt: tx.now }
      await tx.orm.insert(article).values({ id, slug: answer.slug, tags: [], audience: 'public', metadata: {}, version: 1, ...at })
      const row = {
        articleId: id,
        locale: 'ru',
        ...content,
        hash: digest(JSON.stringify(content)),
        version: 1,
        updatedAt: tx.now,
        updatedBy: 'bench',
      }
      await tx.orm.insert(translation).values(row)
      articles.push(id)
    }
  })
  await release(istok, { articles })
}

/** Processor seconds that a process has used. */
export function processorTime(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}
