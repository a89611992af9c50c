import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { schedule } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { now, setClock } from '../clock.ts'
import { type Istok, openIstok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { factNode, linkTo, paragraph, putDraft, putFact } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import { nextDue, runDue } from './run-due.ts'
import { listSchedules, type Scheduled } from './schedule-release.ts'
import { startScheduler } from './start-scheduler.ts'
import { verifyStore } from './verify-store.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const minute = 60_000
const iso = (instant: number) => new Date(instant).toISOString()

function stopClock(): { at: number } {
  const clock = { at: Math.ceil(now() / 1000) * 1000 }
  setClock(() => clock.at)
  onTestFinished(() => setClock())
  return clock
}

const plan = async (istok: Istok, articles: string[], publishAt: number) =>
  ((await publishRelease(istok, system, { ...nothing, articles, publishAt })) as Scheduled).id

async function said(istok: Istok, slug: string): Promise<{ release: number; fee?: string } | null> {
  const answer = await readRendition(istok, { channel: 'website', locale: 'ru', slug, profile: null })
  if (answer.kind !== 'found') return null
  const { release, facts } = JSON.parse(answer.reply.body.toString())
  return { release, ...(facts.fee && { fee: facts.fee.value }) }
}

const count = (istok: Istok, table: string, where = '1') =>
  istok.database.reader.sqlite.prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get() as number

/** A fee of 1 that becomes 2 after ten minutes and 3 after twenty, said by an article. */
async function openChanging() {
  const clock = stopClock()
  const istok = openTestIstok()
  const [first, second] = [clock.at + 10 * minute, clock.at + 20 * minute]
  await putFact(
    ...([istok, 'fee', 'percent', null] as const),
    { value: '1', validFrom: null, validTo: iso(first) },
    { value: '2', validFrom: iso(first), validTo: iso(second) },
    { value: '3', validFrom: iso(second), validTo: null },
  )
  const article = await putDraft(istok, { slug: 'fee', blocks: [paragraph(factNode('fee'))] })
  await publishRelease(istok, system, { ...nothing, facts: ['fee'], articles: [article] })
  return { clock, istok, article }
}

/** Another process on the same data: what it remembers of its own is not shared. */
function again(istok: Istok): Istok {
  const other = openIstok(istok.env)
  onTestFinished(() => other.database.close())
  return other
}

test('after hours of standing still everything that came due is done in its order, and no channel says an old value again on the way', async () => {
  const { clock, istok, article } = await openChanging()
  await putDraft(istok, { id: article, slug: 'fee', title: 'Новая', blocks: [paragraph(factNode('fee'))] })
  const target = await putDraft(istok, { slug: 'target' })
  const linking = await putDraft(istok, { slug: 'linking', blocks: [paragraph(linkTo('target', 'сюда'))] })
  const early = await plan(istok, [article, target], clock.at + 5 * minute)
  const late = await plan(istok, [article], clock.at + 15 * minute)
  clock.at += 300 * minute
  expect(await runDue(again(istok))).toBe(4)
  const values = istok.database.reader.sqlite
    .prepare("SELECT body FROM rendition WHERE slug = 'fee' AND channel = 'website' AND release > 1 ORDER BY release")
    .pluck()
    .all() as Buffer[]
  expect(values.map(body => JSON.parse(body.toString()).facts.fee.value)).toEqual(['3', '3', '3', '3'])
  const rows = await listSchedules(istok, system)
  expect(Object.fromEntries(rows.map(({ id, number }) => [id, number]))).toEqual({ [early]: 2, [late]: 4 })
  expect(await publishRelease(istok, system, { ...nothing, articles: [linking] })).toMatchObject({ number: 6 })
  expect([await runDue(istok), nextDue(istok)]).toEqual([0, null])
})

test('a clock that is put back repeats nothing and releases nothing early', async () => {
  const { clock, istok, article } = await openChanging()
  await plan(istok, [article], clock.at + 2 * minute)
  const later = await plan(istok, [article], clock.at + 12 * minute)
  clock.at += 11 * minute
  expect(await runDue(istok)).toBe(2)
  clock.at -= 10 * minute
  expect([await runDue(istok), nextDue(istok)]).toEqual([0, clock.at + 11 * minute])
  expect(await said(istok, 'fee')).toEqual({ release: 3, fee: '2' })
  const times = istok.database.reader.sqlite.prepare('SELECT published_at FROM release ORDER BY number').pluck().all() as number[]
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  clock.at += 11 * minute
  expect(await runDue(istok)).toBe(1)
  expect((await listSchedules(istok, system)).find(({ id }) => id === later)).toMatchObject({ state: 'published', number: 4 })
})

test('a clock that is put back while a release is prepared leaves it for its minute', async () => {
  const { clock, istok, article } = await openChanging()
  const id = await plan(istok, [article], clock.at + minute)
  const start = clock.at
  let asked = 0
  clock.at += minute
  // The clock is right when it is asked what is due, and wrong from then on.
  setClock(() => (asked++ === 0 ? clock.at : start))
  expect(await runDue(istok)).toBe(0)
  expect([await listSchedules(istok, system), count(istok, 'release')]).toMatchObject([[{ id, state: 'scheduled', problem: null }], 1])
  setClock(() => clock.at)
  expect(await runDue(istok)).toBe(1)
})

test('two processes whose clocks strike at once switch a value once', async () => {
  const { clock, istok } = await openChanging()
  const other = again(istok)
  clock.at += 10 * minute
  const made = await Promise.all([runDue(istok), runDue(other), runDue(istok)])
  expect(made.reduce((sum, one) => sum + one)).toBe(1)
  expect(await said(istok, 'fee')).toEqual({ release: 2, fee: '2' })
  expect([count(istok, 'validity', "state = 'done'"), count(istok, 'validity', "state = 'failed'")]).toEqual([1, 0])
  expect(count(istok, 'audit', "action = 'release.validity-failed'")).toBe(0)
})

test('what fails by a fault of ours keeps nothing else waiting, is tried again, and is told when it stays', async () => {
  const { clock, istok } = await openChanging()
  const planned = async (slug: string, after: number) => plan(istok, [await putDraft(istok, { slug })], clock.at + after)
  const [passing, sound, lasting] = [await planned('a', minute), await planned('b', 2 * minute), await planned('c', 3 * minute)]
  const content = istok.database.reader.sqlite.prepare('SELECT content FROM schedule WHERE id = ?').pluck().get(passing) as string
  const put = (id: string, text: string) =>
    write(istok.database, async tx => void (await tx.orm.update(schedule).set({ content: text }).where(eq(schedule.id, id))))
  const stateOf = async (id: string) => (await listSchedules(istok, system)).find(row => row.id === id)
  for (const id of [passing, lasting]) await put(id, '{"translations": ')
  clock.at += 2 * minute
  expect(await runDue(istok)).toBe(1)
  expect([await stateOf(passing), await stateOf(sound)]).toMatchObject([{ state: 'scheduled' }, { state: 'published' }])
  expect([nextDue(istok), await runDue(istok)]).toEqual([clock.at + 500, 0])
  await put(passing, content)
  clock.at += 500
  expect([await runDue(istok), (await stateOf(passing))?.state]).toEqual([1, 'published'])
  clock.at += minute
  for (let round = 0; round < 6; round++) {
    expect([await runDue(istok), (await stateOf(lasting))?.state]).toEqual([0, round < 5 ? 'scheduled' : 'failed'])
    clock.at = nextDue(istok) ?? clock.at
  }
  expect(await stateOf(lasting)).toMatchObject({ refusal: { code: 'internal', reason: 'our-fault' } })
  expect(count(istok, 'audit', "action = 'release.schedule-failed'")).toBe(1)
})

/** Starts a process that keeps the clock's promises (`keep`) or makes schedules for an article, one after another (`plan`). */
async function startProcess(istok: Istok, role: 'keep' | 'plan', article = ''): Promise<{ said: string[]; kill(): Promise<void> }> {
  const env = { ...process.env, ISTOK_DATA_DIR: istok.env.dataDir, LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'scheduler.fixture.ts'), role, article], {
    ...{ env, stdio: ['ignore', 'pipe', 'inherit'] },
  })
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  let output = ''
  const said = () => output.split('\n').slice(0, -1)
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.stdout?.on('data', chunk => {
      output += chunk
      if (said().length > 0) resolve()
    })
  })
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    get said() {
      return said()
    },
    kill,
  }
}

test('of two processes that keep the clock and are killed and started again each release goes out once and whole', {
  timeout: 120_000,
}, async () => {
  const istok = openTestIstok()
  const ids: string[] = []
  const start = now() + 4000
  for (let index = 0; index < 12; index++) ids.push(await plan(istok, [await putDraft(istok, { slug: `a-${index}` })], start + index * 200))
  const [first] = await Promise.all([startProcess(istok, 'keep'), startProcess(istok, 'keep')])
  const published = () => count(istok, 'schedule', "state = 'published'")
  await expect.poll(published, { timeout: 30_000, interval: 20 }).toBeGreaterThanOrEqual(3)
  await first.kill()
  await startProcess(istok, 'keep')
  await expect.poll(published, { timeout: 30_000, interval: 50 }).toBe(ids.length)
  const rows = await listSchedules(istok, system)
  expect(rows.map(({ state }) => state)).toEqual(ids.map(() => 'published'))
  expect(new Set(rows.map(({ number }) => number)).size).toBe(ids.length)
  expect([count(istok, 'release'), count(istok, 'audit', "action = 'release.schedule-failed'")]).toEqual([ids.length, 0])
  expect((await verifyStore(istok, system)).problems).toEqual([])
})

test('schedules of a process that is killed while it makes them are there when it was told so, each whole, and go out after the restart', {
  timeout: 120_000,
}, async () => {
  const istok = openTestIstok()
  const article = await putDraft(istok, { slug: 'a' })
  const made: string[] = []
  for (let round = 0; round < 2; round++) {
    const maker = await startProcess(istok, 'plan', article)
    await expect.poll(() => maker.said.length, { timeout: 20_000, interval: 10 }).toBeGreaterThan(2 + round)
    await maker.kill()
    made.push(...maker.said)
  }
  const rows = await listSchedules(istok, system)
  expect(made.filter(id => !rows.some(row => row.id === id))).toEqual([])
  expect(rows.every(({ state, articles }) => state === 'scheduled' && articles[0] === article)).toBe(true)
  const late = now() + 3 * minute
  setClock(() => late)
  onTestFinished(() => setClock())
  expect(await runDue(again(istok))).toBe(rows.length)
  expect([count(istok, 'release'), await runDue(istok)]).toEqual([rows.length, 0])
  expect((await verifyStore(istok, system)).problems).toEqual([])
})

test('a scheduler goes on after its database was out of reach, and stops when it is told to', async () => {
  const istok = openTestIstok()
  const faults = vi.spyOn(istok.log, 'error')
  const rename = (from: string, to: string) => istok.database.writer.sqlite.exec(`ALTER TABLE ${from} RENAME TO ${to}`)
  await plan(istok, [await putDraft(istok, { slug: 'a' })], now() + 300)
  rename('validity', 'away')
  const stop = startScheduler(istok)
  await expect.poll(() => faults.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(1)
  rename('away', 'validity')
  await expect.poll(() => said(istok, 'a'), { timeout: 10_000 }).not.toBeNull()
  await plan(istok, [await putDraft(istok, { slug: 'b' })], now() + 300)
  await stop()
  const made = faults.mock.calls.length
  await new Promise(resolve => setTimeout(resolve, 700))
  expect([await said(istok, 'b'), faults.mock.calls.length]).toEqual([null, made])
})
