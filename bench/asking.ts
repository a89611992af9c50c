import { system } from '#lib/access/actor.ts'
import { createKey } from '#lib/access/create-key.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { readIntents } from './answering-sets.ts'
import { startOnCore } from './delivery.ts'
import { type Figure, quantile, time } from './figures.ts'
import { openBenchIstok, release } from './store.ts'

/** Questions that are asked, and how many at a time. */
const asked = 1200
const atATime = 8

/** POST …/ask as a bot sends it: understood, answered from the stored renditions, recorded; and how soon after a release the first question is answered. */
export async function benchAsking(): Promise<Figure[]> {
  const intents = readIntents()
  if (!intents) return [{ label: 'shared/data/search-dev is not here', value: 'skipped' }]
  const { istok, close } = openBenchIstok()
  const articles: string[] = []
  for (const { key, title, questions } of intents.articles)
    articles.push(await putDraft(istok, { slug: key.replaceAll('_', '-'), locale: 'en', title, questions: [...questions] }))
  await release(istok, { articles, facts: [] })
  const { key } = await createKey(istok, system, { name: 'bench', scopes: ['read'] })
  const variables = {
    ISTOK_DATA_DIR: istok.env.dataDir,
    ISTOK_DEMO: '0',
    ISTOK_ROLE: 'wire',
    PORT: '0',
    LOG_LEVEL: 'warn',
    ISTOK_RATE_LIMIT: '0',
  }
  const wire = await startOnCore('server.ts', variables)
  const ask = async (question: string) => {
    const begun = performance.now()
    const reply = await fetch(`${wire.address}/api/v1/channels/chatbot/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ question, locale: 'en' }),
    })
    const { status } = (await reply.json()) as { status: string }
    return { status, took: performance.now() - begun }
  }
  try {
    const first = await ask('first question after the start')
    const begun = performance.now()
    const replies: { status: string; took: number }[] = []
    const queue = intents.questions.slice(0, asked).map(({ text }) => text)
    const turn = async () => {
      for (let question = queue.pop(); question !== undefined; question = queue.pop()) replies.push(await ask(question))
    }
    await Promise.all(Array.from({ length: atATime }, turn))
    const seconds = (performance.now() - begun) / 1000
    const times = replies.map(({ took }) => took)
    return [
      { label: `first question of a cold server, ${articles.length} articles`, value: time(first.took) },
      { label: `questions a second, ${atATime} at a time, each recorded`, value: `${Math.round(replies.length / seconds)}/s` },
      { label: 'p50 / p95', value: `${time(quantile(times, 0.5))} / ${time(quantile(times, 0.95))}` },
    ]
  } finally {
    wire.process.kill('SIGTERM')
    close()
  }
}
