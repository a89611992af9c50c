import { answerKey } from '#lib/delivery/memory.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { startUpkeep } from '#lib/istok.ts'
import { expectRelease, openReleaseThread } from '#lib/release/make-release.ts'
import { type Figure, quantile, time } from './figures.ts'
import { openBenchIstok, putArticles, putFact, release } from './store.ts'

/** Releases of every size against a base of 10,000 articles, with a reader beside the large one; the baseline writes the same number of bytes to the same disk. */
export async function benchRelease(): Promise<Figure[]> {
  const { istok, close } = openBenchIstok()
  const stopUpkeep = startUpkeep(istok)
  const stopThread = openReleaseThread(istok)
  try {
    await putFact(istok, 'fee', 'percent', null, '1.5')
    await putFact(istok, 'shared', 'money', 'RUB', '100000')
    await release(istok, { facts: ['fee', 'shared'] })
    const first = await putArticles(istok, 0, 2000, 4)
    // As every write over HTTP does.
    expectRelease(istok)
    await pause(5000)
    const waits: number[] = []
    const stopReader = startReader(
      async () => void (await readRendition(istok, { channel: 'chatbot', locale: 'ru', slug: 'rule-1', profile: null })),
      waits,
    )
    const cold = await timed(() => release(istok, { articles: first }))
    const second = await putArticles(istok, 20_000, 2000, Number.POSITIVE_INFINITY)
    const large = await timed(() => release(istok, { articles: second }))
    stopReader()
    await release(istok, { articles: await putArticles(istok, 2000, 6000, Number.POSITIVE_INFINITY) })
    // What they left in the log is moved into the database meanwhile.
    await pause(10_000)
    const fact: number[] = []
    for (let round = 0; round < 9; round++) {
      await putFact(istok, 'shared', 'money', 'RUB', String(90_000 + round))
      // The log of the release before is emptied beside; a fee does not change every second.
      await pause(1500)
      fact.push(await timed(() => release(istok, { facts: ['shared'] })))
    }
    const one = await publishOneByOne(istok, 300)
    return [
      { label: 'release of 2,000 articles × 5 channels, the first', value: time(cold), aim: '≤ 3 s' },
      { label: 'release of 2,000 articles × 5 channels, the next', value: time(large), aim: '≤ 3 s' },
      { label: 'longest wait of a reader in the meantime, p99', value: time(quantile(waits, 0.99)), aim: '≤ 50 ms' },
      { label: 'one fact in 500 articles, at 10,000', value: time(quantile(fact, 0.5)), aim: '≤ 0.6 s' },
      { label: 'one article at 10,000, p50', value: time(quantile(one, 0.5)), aim: '≤ 5 ms' },
      { label: 'one article at 10,000, p95', value: time(quantile(one, 0.95)), aim: '≤ 25 ms' },
      { label: 'compiled and stored per second in the large release', value: String(Math.round(2000 / (large / 1000))) },
    ]
  } finally {
    await stopThread()
    await stopUpkeep()
    close()
  }
}

async function publishOneByOne(istok: Parameters<typeof release>[0], count: number): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const articles = await putArticles(istok, 10_000 + index, 1, Number.POSITIVE_INFINITY)
    times.push(await timed(() => release(istok, { articles })))
    const seen = await readRendition(istok, { channel: 'ivr', locale: 'ru', slug: `rule-${10_000 + index}`, profile: null })
    if (seen.kind !== 'found') throw new Error(`stale read: ${answerKey('ivr', 'ru', `rule-${10_000 + index}`, null)}`)
  }
  return times
}

/** Asks for something every few milliseconds and notes how much longer than that it took: the read and the wait for its turn. */
function startReader(read: () => Promise<void>, waits: number[]): () => void {
  let due = performance.now() + readEvery
  const timer = setInterval(async () => {
    await read()
    waits.push(Math.max(0, performance.now() - due))
    due = performance.now() + readEvery
  }, readEvery)
  return () => clearInterval(timer)
}

const readEvery = 5

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
