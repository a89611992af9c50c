import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import autocannon from 'autocannon'
import { system } from '#lib/access/actor.ts'
import { createKey } from '#lib/access/create-key.ts'
import { type Figure, median } from './figures.ts'
import { openBenchIstok, putArticles, putFact, release } from './store.ts'

/** Seconds of one run, runs of each side, connections. */
const duration = Number(process.env.BENCH_SECONDS ?? 4)
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const connections = 50

interface Target {
  label: string
  path: string
  aim: string
  isConditional: boolean
}

const targets: Target[] = [
  { label: 'one answer, with a key', path: '/api/v1/channels/chatbot/answers/rule-1?locale=ru', aim: '≥ 0.80', isConditional: false },
  { label: 'one answer, 304', path: '/api/v1/channels/chatbot/answers/rule-1?locale=ru', aim: '≥ 0.90', isConditional: true },
  { label: 'list of 20', path: '/api/v1/channels/chatbot/answers?locale=ru&limit=20', aim: '≥ 0.75', isConditional: false },
  { label: 'public article page', path: '/ru/articles/rule-1', aim: '≥ 0.60', isConditional: false },
]

/** Requests a second of a wire with keys, limits, metrics and logs on, as a ratio to plain node:http that sends the same bytes, headers included; each on one core, in turn. */
export async function benchDelivery(): Promise<Figure[]> {
  const { istok, close } = openBenchIstok()
  await putFact(istok, 'fee', 'percent', null, '1.5')
  await putFact(istok, 'shared', 'money', 'RUB', '100000')
  await release(istok, { articles: await putArticles(istok, 0, 1000, 4), facts: ['fee', 'shared'] })
  const { key } = await createKey(istok, system, { name: 'bench', scopes: ['read'] })
  const variables = {
    ISTOK_DATA_DIR: istok.env.dataDir,
    ISTOK_DEMO: '0',
    ISTOK_ROLE: 'wire',
    PORT: '0',
    LOG_LEVEL: 'info',
    ISTOK_RATE_LIMIT: '100000',
  }
  const wire = await startOnCore('server.ts', variables)
  const figures: Figure[] = []
  try {
    for (const target of targets) figures.push(...(await compare(target, wire.address, key)))
  } finally {
    wire.process.kill('SIGTERM')
    close()
  }
  return figures
}

async function compare({ label, path, aim, isConditional }: Target, address: string, key: string): Promise<Figure[]> {
  const authorization: Record<string, string> = path.startsWith('/api') ? { authorization: `Bearer ${key}` } : {}
  const first = await ask(address + path, authorization)
  const conditional: Record<string, string> = isConditional ? { 'if-none-match': first.etag } : {}
  const reply = isConditional ? await ask(address + path, { ...authorization, ...conditional }) : first
  const baseline = await startOnCore('bench/baseline-server.ts', {}, JSON.stringify({ ...reply, body: reply.body.toString('base64') }))
  const ours = { url: address + path, headers: { ...authorization, ...conditional } }
  const theirs = { url: baseline.address, headers: { ...authorization, ...conditional } }
  const pairs: { ratio: number; tail: number; rate: number; p99: number }[] = []
  await load(ours, 1)
  await load(theirs, 1)
  for (let round = 0; round < rounds; round++) {
    const [a, b] = round % 2 === 0 ? [await load(ours, duration), await load(theirs, duration)] : (await inTurn(theirs, ours)).reverse()
    if (a && b) pairs.push({ ratio: a.rate / b.rate, tail: a.p99 / b.p99, rate: a.rate, p99: a.p99 })
  }
  baseline.process.kill()
  const rate = Math.round(median(pairs.map(pair => pair.rate)))
  return [
    { label: `${label}, ratio (${reply.body.length} bytes)`, value: median(pairs.map(pair => pair.ratio)).toFixed(2), aim },
    { label: `${label}, p99 as a ratio`, value: median(pairs.map(pair => pair.tail)).toFixed(2), aim: '≤ 1.5' },
    { label: `${label}, absolute`, value: `${rate}/s, p99 ${median(pairs.map(pair => pair.p99)).toFixed(1)} ms` },
  ]
}

interface Reply {
  status: number
  /** As node writes them, without those that it adds itself. */
  headers: string[]
  body: Buffer
  etag: string
}

/** One reply as it is on the wire: the baseline sends the same bytes. */
function ask(url: string, headers: Record<string, string>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () => {
        const pairs = response.rawHeaders.flatMap((name, index, raw) =>
          index % 2 === 0 && !added.has(name.toLowerCase()) ? [name, raw[index + 1] ?? ''] : [],
        )
        resolve({ status: response.statusCode ?? 0, headers: pairs, body: Buffer.concat(chunks), etag: response.headers.etag ?? '' })
      })
    }).on('error', reject)
  })
}

const added = new Set(['date', 'connection', 'keep-alive'])

interface Load {
  url: string
  headers: Record<string, string>
}

async function inTurn(first: Load, second: Load) {
  const one = await load(first, duration)
  return [one, await load(second, duration)]
}

async function load({ url, headers }: Load, seconds: number): Promise<{ rate: number; p99: number }> {
  const result = await autocannon({ url, headers, connections, duration: seconds })
  if (result.errors > 0 || result.non2xx - (result.statusCodeStats?.['304']?.count ?? 0) > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} refusals`)
  return { rate: result.requests.average, p99: result.latency.p99 }
}

const canPin = spawnSync('taskset', ['--version']).status === 0

/** Waits until a process that has started does nothing more: its index is read and its classifier learned, three seconds after the start, on the same core here. */
async function settled(pid: number): Promise<void> {
  const worked = () => {
    const [, , ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/[()]/).join(' ').split(/\s+/)
    return Number(fields[11]) + Number(fields[12])
  }
  if (!existsSync(`/proc/${pid}/stat`)) return
  let before = worked()
  for (let quiet = 0; quiet < 4; ) {
    await new Promise(resolve => setTimeout(resolve, 1000))
    quiet = worked() - before > 2 ? 0 : quiet + 1
    before = worked()
  }
}

/** Starts a server on the first core; this process, which makes the load, keeps to the others. The log goes to a file: reading it here would slow the load. */
export async function startOnCore(
  file: string,
  variables: Record<string, string>,
  input = '',
): Promise<{ process: ChildProcess; address: string }> {
  if (canPin) spawnSync('taskset', ['-a', '-cp', '1-63', String(process.pid)])
  const node = [process.execPath, '--max-semi-space-size=16', file]
  const [command, ...args] = canPin ? ['taskset', '-c', '0', ...node] : node
  const output = join(mkdtempSync(join(tmpdir(), 'istok-bench-log-')), 'log')
  const log = openSync(output, 'w')
  const child = spawn(command ?? '', args, {
    env: { ...process.env, NODE_ENV: 'production', ...variables },
    stdio: ['pipe', log, 'inherit'],
  })
  child.stdin?.end(input)
  let address: string | undefined
  while (address === undefined) {
    await new Promise(resolve => setTimeout(resolve, 50))
    if (child.exitCode !== null) throw new Error(`${file} ended: ${readFileSync(output, 'utf8')}`)
    address = /\((http:[^,]+),/.exec(readFileSync(output, 'utf8'))?.[1]
  }
  child.once('exit', () => rmSync(dirname(output), { recursive: true, force: true }))
  await settled(child.pid ?? 0)
  return { process: child, address }
}
