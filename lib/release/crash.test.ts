import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { factNode, paragraph, putDraft, putFact, text } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import { verifyStore } from './verify-store.ts'

/** How often the publishing process is killed; ISTOK_KILLS=100 for the full run. */
const kills = Number(process.env.ISTOK_KILLS ?? 8)
const articles = 12

test(`after ${kills} kill -9 during publishing every acknowledged release is complete in every channel and none is half there`, {
  timeout: 60_000 + kills * 20_000,
}, async () => {
  const istok = openTestIstok()
  await putFact(istok, 'fee', 'number', null, '0')
  const ids: string[] = []
  for (let i = 0; i < articles; i++)
    ids.push(await putDraft(istok, { slug: `a-${i}`, blocks: [paragraph(text('Всего '), factNode('fee'))] }))
  await publishRelease(istok, system, { note: '', articles: ids, facts: ['fee'], snippets: [], withdraw: [] })
  let value = 1
  for (let round = 0; round < kills; round++) {
    const acknowledged = await publishUntilKilled(istok, value, 20 + Math.random() * 400)
    const last = acknowledged.at(-1)
    const current = await currentState(istok)
    expect(current.releases, 'one release over all articles and channels').toHaveLength(1)
    expect(current.values, 'one value over all articles and channels').toHaveLength(1)
    if (last) expect(current.releases[0]).toBeGreaterThanOrEqual(last.release)
    if (last) expect(current.values[0]).toBeGreaterThanOrEqual(last.value)
    expect(halfThere(istok)).toEqual([])
    expect(missing(istok, acknowledged)).toEqual([])
    if (last) expect(await valuesAt(istok, last.release)).toEqual([last.value])
    value = (current.values[0] ?? 0) + 1
  }
  expect((await verifyStore(istok, system)).problems).toEqual([])
  expect(value, 'the processes did publish').toBeGreaterThan(kills)
})

/** Starts the process, kills it `delay` milliseconds after its first acknowledgement, and returns what it had acknowledged. */
function publishUntilKilled(istok: Istok, from: number, delay: number): Promise<{ release: number; value: number }[]> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ISTOK_DATA_DIR: istok.env.dataDir, LOG_LEVEL: 'silent' }
    const child = spawn(process.execPath, [join(import.meta.dirname, 'publish-loop.fixture.ts'), String(from)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', chunk => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), delay)
      output += chunk
    })
    child.on('error', reject)
    child.on('exit', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the publishing process ended by itself: ${output}`))
      const lines = output.split('\n').slice(0, -1)
      resolve(lines.map(line => ({ release: Number(line.split(' ')[0]), value: Number(line.split(' ')[1]) })))
    })
  })
}

/** Releases that do not hold every article in every channel. */
function halfThere({ database }: Istok): unknown[] {
  const whole = articles * channelKinds.length
  return database.reader.sqlite
    .prepare(
      `SELECT n.number, count(r.id) AS renditions FROM release n LEFT JOIN rendition r ON r.release = n.number AND r.op = 'upsert' GROUP BY n.number HAVING count(r.id) <> ${whole}`,
    )
    .all()
}

/** Acknowledged releases that are not there. */
function missing({ database }: Istok, acknowledged: { release: number }[]): number[] {
  const known = new Set(database.reader.sqlite.prepare('SELECT number FROM release').pluck().all())
  return acknowledged.map(({ release }) => release).filter(release => !known.has(release))
}

async function currentState(istok: Istok): Promise<{ releases: number[]; values: number[] }> {
  const replies = await readAll(istok)
  return { releases: distinct(replies.map(reply => reply.release)), values: distinct(replies.map(reply => Number(reply.facts.fee?.value))) }
}

async function valuesAt(istok: Istok, release: number): Promise<number[]> {
  return distinct((await readAll(istok, release)).map(reply => Number(reply.facts.fee?.value)))
}

async function readAll(istok: Istok, release?: number): Promise<{ release: number; facts: Record<string, { value: string }> }[]> {
  const replies = []
  for (let i = 0; i < articles; i++) {
    for (const channel of channelKinds) {
      const answer = await readRendition(istok, {
        channel,
        locale: 'ru',
        slug: `a-${i}`,
        profile: null,
        ...(release === undefined ? {} : { release }),
      })
      if (answer.kind !== 'found') throw new Error(`${channel}/a-${i} is ${answer.kind}`)
      replies.push(JSON.parse(answer.reply.body.toString()))
    }
  }
  return replies
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)]
}
