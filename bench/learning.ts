import { findersOf } from '#lib/answering/open-finders.ts'
import type { TaughtArticle } from '#lib/answering/taught-article.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { type Figure, time } from './figures.ts'
import { openBenchIstok, release } from './store.ts'

/** Phrasings of a base, ten to an article. */
const sizes = [1000, 5000, 20_000]

/** What it costs to learn a whole base in the thread after a release, in processor time and in pauses of the loop that serves readers; and to learn it again when one article has changed. */
export async function benchLearning(articles: readonly TaughtArticle[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const count = size / 10
    if (articles.length < count) continue
    figures.push(...(await learnBase(articles.slice(0, count), size)))
  }
  return figures
}

async function learnBase(articles: readonly TaughtArticle[], size: number): Promise<Figure[]> {
  const { istok, close } = openBenchIstok()
  try {
    const ids: string[] = []
    for (const [at, { title, questions }] of articles.entries())
      ids.push(await putDraft(istok, { slug: `a-${at}`, title, questions: [...questions] }))
    await release(istok, { articles: ids, facts: [] })
    const first = await measure(() => findersOf(istok).finder('website', 'ru'))
    const [changed] = articles
    await putDraft(istok, { slug: 'one-more', title: `${changed!.title} ещё`, questions: [...changed!.questions] }).then(id =>
      release(istok, { articles: [id], facts: [] }),
    )
    const again = await measure(() => findersOf(istok).catchUp())
    const label = `${size} phrasings learned`
    return [
      { label: `${label}, CPU per thousand`, value: time((first.cpu / size) * 1000), aim: '≤ 1 s' },
      { label: `${label} again after a release, CPU per thousand`, value: time((again.cpu / size) * 1000) },
      { label: `${label}, longest pause of the loop`, value: time(Math.max(first.pause, again.pause)), aim: '≤ 50 ms' },
    ]
  } finally {
    close()
  }
}

/** Milliseconds of processor time: in all threads together, and the most that this one was busy between two turns of its loop (a busy machine makes that no longer). */
async function measure(task: () => Promise<unknown>): Promise<{ cpu: number; pause: number }> {
  let pause = 0
  let before = threadTime()
  const timer = setInterval(() => {
    const at = threadTime()
    pause = Math.max(pause, at - before)
    before = at
  }, 1)
  await new Promise(resolve => setTimeout(resolve, 50))
  pause = 0
  const used = process.cpuUsage()
  await task()
  const { user, system } = process.cpuUsage(used)
  await new Promise(resolve => setTimeout(resolve, 20))
  clearInterval(timer)
  return { cpu: (user + system) / 1000, pause }
}

function threadTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
