import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Run {
  child: ChildProcess
  exit: Promise<number | null>
  output(): string
  errors(): string
}

function run(variables: Record<string, string>): Run {
  const dataDir = mkdtempSync(join(tmpdir(), 'istok-start-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: '0',
    ISTOK_DATA_DIR: dataDir,
    ISTOK_DEMO: '0',
    ISTOK_ROLE: 'wire',
    LOG_LEVEL: 'info',
    ...variables,
  }
  const child = spawn(process.execPath, [join(root, 'server.ts')], { env, cwd: root })
  let output = ''
  let errors = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  child.stderr.on('data', chunk => {
    errors += chunk
  })
  const exit = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exit
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { child, exit, output: () => output, errors: () => errors }
}

async function addressOf({ output, exit }: Run): Promise<string> {
  let over = false
  void exit.then(() => {
    over = true
  })
  while (!over) {
    const address = /\((http:\/\/127\.0\.0\.1:\d+),/.exec(output())?.[1]
    if (address !== undefined) return address
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('the server ended before it was ready')
}

test.each([
  ['PORT', 'banana'],
  ['ISTOK_SECRET', 'short'],
  ['ISTOK_ADMIN_KEY', 'a'.repeat(40)],
  ['ISTOK_TIMEZONE', 'Mars/Olympus'],
  ['ISTOK_ROLE', 'king'],
])(
  'a wrong %s ends the start with one line that names it',
  async (name, value) => {
    const started = run({ [name]: value })
    expect(await started.exit).toBe(1)
    expect(started.errors().trim()).toMatch(new RegExp(`^istok: ${name}: .+$`))
  },
  20_000,
)

test('a port that is taken ends the start with one line', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => other.once('listening', resolve))
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  const started = run({ PORT: String(port) })
  expect(await started.exit).toBe(1)
  expect(started.errors().trim()).toBe(`istok: port ${port} is taken: set PORT to another one`)
}, 90_000)

test('a stop answers what is being asked, ends streams, says so in readyz first, and leaves with 0', async () => {
  const started = run({ ISTOK_ADMIN_KEY: 'test-admin-key-0123456789-abcdefgh' })
  const address = await addressOf(started)
  const headers = { Authorization: 'Bearer test-admin-key-0123456789-abcdefgh', 'Content-Type': 'application/json' }
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  const stream = await fetch(`${address}/api/v1/channels/website/changes/stream`)
  const streamed = stream.text()
  const writes = Array.from({ length: 20 }, (_, index) =>
    fetch(`${address}/api/v1/categories`, { method: 'POST', headers, body: JSON.stringify({ slug: `c-${index}`, title: { ru: 'К' } }) }),
  )
  await fetch(`${address}/livez`)
  started.child.kill('SIGTERM')
  await streamed
  expect((await fetch(`${address}/readyz`)).status).toBe(503)
  expect((await Promise.all(writes)).map(response => response.status)).toEqual(writes.map(() => 201))
  expect(await started.exit).toBe(0)
  const lines = started.output().split('\n')
  const requests = lines.filter(line => line.includes('"msg":"request"')).map(line => JSON.parse(line))
  expect(requests.filter(line => line.route === '/api/v1/categories' && line.status === 201)).toHaveLength(20)
  expect(started.output()).not.toContain('test-admin-key')
}, 90_000)
