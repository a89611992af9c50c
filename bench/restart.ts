import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type Figure, time } from './figures.ts'
import { processorTime } from './search-http.ts'
import { openBenchIstok, putArticles, putFact, release } from './store.ts'

/** A start of the wire on 10,000 released articles, not the first in this directory: until it is ready, and what it holds in memory after two thousand different answers. */
export async function benchRestart(): Promise<Figure[]> {
  const { istok, close } = openBenchIstok()
  try {
    await putFact(istok, 'fee', 'percent', null, '1.5')
    await putFact(istok, 'shared', 'money', 'RUB', '100000')
    await release(istok, { facts: ['fee', 'shared'] })
    for (let first = 0; first < 10_000; first += 2000) await release(istok, { articles: await putArticles(istok, first, 2000, 20) })
    const variables = {
      ISTOK_DATA_DIR: istok.env.dataDir,
      ISTOK_DEMO: '0',
      ISTOK_ROLE: 'wire',
      PORT: '0',
      LOG_LEVEL: 'info',
      ISTOK_RATE_LIMIT: '0',
    }
    const before = await start(variables)
    await stop(before.child)
    const started = performance.now()
    const { child, address } = await start(variables)
    const ready = await fetch(`${address}/readyz`)
    const readyAfter = performance.now() - started
    if (!ready.ok) throw new Error(`/readyz said ${ready.status}`)
    const processor = processorTime(child.pid)
    const residentAtStart = residentOf(child.pid)
    for (let index = 0; index < 10_000; index += 5)
      await (await fetch(`${address}/api/v1/channels/website/answers/rule-${index}?locale=ru`)).arrayBuffer()
    const resident = residentOf(child.pid)
    await stop(child)
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

async function start(variables: Record<string, string>) {
  const child = spawn(process.execPath, ['--max-semi-space-size=16', 'server.ts'], {
    env: { ...process.env, NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>(resolve => {
    let output = ''
    child.stdout.on('data', chunk => {
      if (output.length < 10_000) output += chunk
      const found = /\((http:[^,]+),/.exec(output)?.[1]
      if (found) resolve(found)
    })
  })
  return { child, address }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await new Promise(resolve => child.once('exit', resolve))
}

/** Resident memory of a process in megabytes. */
function residentOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
