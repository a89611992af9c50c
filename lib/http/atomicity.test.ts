import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { channelKinds } from '#lib/compile/channels.ts'

/** How many readers poll during how many releases; ISTOK_READERS=200 ISTOK_RELEASES=50 for the full run. */
const readers = Number(process.env.ISTOK_READERS ?? 60)
const releases = Number(process.env.ISTOK_RELEASES ?? 12)

const key = 'atomicity-test-key-0123456789-abcdefghij'
const dataDir = mkdtempSync(join(tmpdir(), 'istok-atomicity-'))
let server: ChildProcess
let address = ''

beforeAll(async () => {
  const env = {
    ISTOK_DATA_DIR: dataDir,
    ISTOK_ADMIN_KEY: key,
    ISTOK_DEMO: '0',
    ISTOK_ROLE: 'wire',
    PORT: '0',
    LOG_LEVEL: 'info',
    ISTOK_RATE_LIMIT: '0',
  }
  server = spawn(process.execPath, ['server.ts'], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  address = await new Promise((resolve, reject) => {
    let output = ''
    server.stdout?.on('data', chunk => {
      output += chunk
      const found = /\((http:[^,]+),/.exec(output)?.[1]
      if (found) resolve(found)
    })
    server.on('exit', () => reject(new Error(`the server ended: ${output}`)))
  })
})

afterAll(async () => {
  server.kill('SIGTERM')
  await new Promise(resolve => server.once('exit', resolve))
  rmSync(dataDir, { recursive: true, force: true })
})

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return { value: response.status === 204 ? null : await response.json(), etag: response.headers.get('etag') ?? '' }
}

test(`${readers} readers of five channels during ${releases} releases of one fee see no mixture and never go back`, {
  timeout: 300_000,
}, async () => {
  await ask('POST', '/facts', { key: 'fee', type: 'number', title: { ru: 'Сбор' }, values: [{ value: '1000' }] })
  const article = (await ask('POST', '/articles', { slug: 'fee', audience: 'public' })).value
  const markdown =
    'Сбор :fact[fee] рублей.\n\n- Ещё раз :fact[fee]\n- И ещё :fact[fee]\n\n| Сбор | Цена |\n| --- | --- |\n| за всё | :fact[fee] |'
  await ask('PUT', `/articles/${article.id}/translations/ru`, {
    title: 'Сбор',
    shortAnswer: 'Сбор :fact[fee].',
    questions: [],
    markdown,
    variations: {},
  })
  await ask('POST', '/releases', { note: 'first', articles: [article.id], facts: ['fee'] })

  let isOver = false
  const faults: string[] = []
  const polls = Array.from({ length: readers }, () => poll(() => isOver, faults))
  for (let release = 2; release <= releases; release++) {
    const { etag } = await ask('GET', '/facts/fee')
    await ask(
      'PUT',
      '/facts/fee',
      { key: 'fee', type: 'number', title: { ru: 'Сбор' }, values: [{ value: String(998 + release) }] },
      { 'If-Match': etag },
    )
    const { value } = await ask('POST', '/releases', { note: `release ${release}`, facts: ['fee'] })
    expect(value.number).toBe(release)
    const seen = await Promise.all(
      channelKinds.map(async channel => (await ask('GET', `/channels/${channel}/answers/fee?locale=ru`)).value.release),
    )
    expect(seen, 'no stale read after the acknowledgement').toEqual(channelKinds.map(() => release))
  }
  isOver = true
  const counts = await Promise.all(polls)
  expect(faults).toEqual([])
  expect(Math.min(...counts)).toBeGreaterThan(0)
})

/** Reads the channels in turn until it is over: each reply says one value only, the one of its release, and no channel is behind what was seen before. */
async function poll(isOver: () => boolean, faults: string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let newest = 0
  let count = 0
  while (!isOver()) {
    for (const channel of channelKinds) {
      const { body, release: header } = await read(`/channels/${channel}/answers/fee?locale=ru`, agent)
      const { release, facts, content } = JSON.parse(body)
      if (release < newest) faults.push(`${channel} went back from release ${newest} to ${release}`)
      if (header < release) faults.push(`${channel}: the header says ${header}, the body ${release}`)
      if (facts.fee.value !== String(998 + Math.max(release, 2)) && release > 1)
        faults.push(`${channel} says ${facts.fee.value} in release ${release}`)
      const said = new Set(
        JSON.stringify(content)
          .match(/\b1[\s\u00a0]?0\d\d\b|\b999\b/g)
          ?.map(value => value.replace(/\D/g, '')),
      )
      if (channel !== 'ivr' && said.size !== 1) faults.push(`${channel} says ${[...said].join(' and ')} in release ${release}`)
      newest = release
      count++
    }
  }
  agent.destroy()
  return count
}

function read(path: string, agent: Agent): Promise<{ body: string; release: number }> {
  return new Promise((resolve, reject) => {
    const options = { agent, headers: { Authorization: `Bearer ${key}` } }
    get(`${address}/api/v1${path}`, options, response => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', chunk => {
        body += chunk
      })
      response.on('end', () => {
        if (response.statusCode === 200) resolve({ body, release: Number(response.headers['istok-release']) })
        else reject(new Error(`${path}: ${response.statusCode} ${body}`))
      })
    }).on('error', reject)
  })
}
