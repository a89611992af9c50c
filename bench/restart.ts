import { readFileSync } from 'node:fs'
import { type Figure, time } from './figures.ts'
import { processorTime } from './search-http.ts'
import { startServer } from './start-server.ts'
import { openBenchIstok, putArticles, putFact, release } from './store.ts'

/** A start of the wire on 10,000 released articles, not the first in this directory: until it is ready, and what it holds in memory after two thousand different answers. */
export async function benchRestart(): Promise<Figure[]> {
  const { istok, close } = openBenchIstok()
  try {
    await putFact(istok, 'fee', 'percent', null, '1.5')
    await putFact(istok, 'shared', 'money', 'RUB', '100000')
    await release(istok, { facts: ['fee', 'shared'] })
    for (let first = 0; first < 10_000; first += 2000) await release(istok, { articles: await putArticles(istok, first, 2000, 20) })
    const start = () => startServer(istok.env.dataDir, { ISTOK_DEMO: '0', ISTOK_ROLE: 'wire' }, ['--max-semi-space-size=16'])
    await (await start()).stop()
    const started = performance.now()
    const server = await start()
    const { address, pid } = server
    const ready = await fetch(`${address}/readyz`)
    const readyAfter = performance.now() - started
    if (!ready.ok) throw new Error(`/readyz said ${ready.status}`)
    const processor = processorTime(pid)
    const residentAtStart = residentOf(pid)
    for (let index = 0; index < 10_000; index += 5)
      await (await fetch(`${address}/api/v1/channels/website/answers/rule-${index}?locale=ru`)).arrayBuffer()
    const resident = residentOf(pid)
    await server.stop()
    return [
      { label: 'ready after', value: time(readyAfter), aim: '≤ 3 s' },
      { label: 'processor time until ready', value: time(1000 * processor), aim: '≤ 3 s' },
      { label: 'resident at the start', value: `${residentAtStart} MB`, aim: '≤ 300 MB' },
      { label: 'resident after 2,000 different answers', value: `${resident} MB`, aim: '≤ 300 MB' },
      { label: 'resident of this benchmark, for comparison', value: `${residentOf(process.pid)} MB` },
    ]
  } finally {
    close()
  }
}

/** Resident memory of a process in megabytes. */
function residentOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
