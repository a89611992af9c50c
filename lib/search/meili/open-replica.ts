import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { forgetDone, freeClaims } from '#lib/outbox/drain.ts'
import { giveLease, takeLease } from '#lib/outbox/take-lease.ts'
import { now } from '../../clock.ts'
import type { Istok } from '../../istok.ts'
import { drainOutbox } from './drain-outbox.ts'
import { type MeiliClient, meiliClient } from './meili-client.ts'
import { beginRebuild, rebuildReplica, removeLeftovers } from './rebuild-replica.ts'
import { countsAgree, type Reconciled, reconcile } from './reconcile.ts'
import { isBuilt, readReplicaState } from './replica-state.ts'
import { MeiliFault, type MeiliTarget } from './request.ts'
import { ReplicaFault, type Sending } from './send-documents.ts'
import { differingSettings } from './settings.ts'
import { needsPerson, type Trouble, troubleOf, VersionFault } from './trouble.ts'
import { findWriter } from './writer-key.ts'

/** `building`: the index is being filled; `down`: no answer; `refused`: a person must do something (key, version). */
export type ReplicaHealth = 'starting' | 'ok' | 'building' | 'down' | 'refused'

export interface ReplicaStatus {
  state: ReplicaHealth
  detail: string | null
  trouble: Trouble | null
  version: string | null
  /** What the last full comparison found, and when, in milliseconds. */
  reconciled: (Reconciled & { at: number }) | null
}

/** The one that keeps Meilisearch in step with what is released. */
export interface Replica {
  status(): ReplicaStatus
  /** Tells it that something may be wrong with the index: it looks at the next turn. */
  suspect(): void
  /** Tells it that documents may be missing: it counts them at the next turn, where it has not for five seconds. */
  doubt(): void
  /** One turn: everything that is due now. Throws nothing. Returns whether all went well. */
  turn(): Promise<boolean>
  /** Takes turns until stopped. */
  start(): void
  stop(): Promise<void>
}

/** Milliseconds. */
const times = {
  lease: 30_000,
  idle: 1000,
  ensure: 30_000,
  count: 60_000,
  doubt: 5_000,
  compare: 3_600_000,
  longestBackOff: 60_000,
  longestTask: 600_000,
  keepDone: 86_400_000,
}

/** Versions that are written to, as major × 1000 + minor: from the one that this program was tested with on, below the next major. */
const tested = { from: 1050, below: 2000 }

/** The replica over the index `index` of the Meilisearch at `target`. */
export function openReplica(istok: Istok, target: MeiliTarget, index: string): Replica {
  const { database } = istok
  const owner = randomUUID()
  const stopping = new AbortController()
  let status: ReplicaStatus = { state: 'starting', detail: null, trouble: null, version: null, reconciled: null }
  let client: MeiliClient | null = null
  let epoch: number | null = null
  let failures = 0
  let [ensuredAt, countedAt, comparedAt] = [0, 0, 0]
  let newestTask = -1
  let asksToWait = 0
  let running: Promise<unknown> = Promise.resolve()

  const owns = async () => {
    const before = epoch
    epoch = await takeLease(database, 'search', owner, times.lease)
    if (epoch !== null && epoch !== before) await freeClaims(database, 'search')
    return epoch !== null && (before === null || epoch === before)
  }
  const wait = async (client: MeiliClient, uid: number) => {
    if (uid < newestTask) comparedAt = 0
    newestTask = uid
    const started = now()
    for (let pause = 10; ; pause = Math.min(500, pause * 1.6)) {
      const task = await client.task(uid).catch(error => {
        if (error instanceof MeiliFault && error.code === 'task_not_found')
          throw new ReplicaFault('wiped', `Task ${uid} is not known any more`)
        throw error
      })
      if (task.status !== 'enqueued' && task.status !== 'processing') return task
      if (isOver(started, times.longestTask)) throw new ReplicaFault('internal', `Task ${uid} does not end`)
      if (stopping.signal.aborted) throw new ReplicaFault('internal', 'stopping')
      await sleep(pause)
      if (pause > 400) await owns()
    }
  }
  const checkVersion = async () => {
    const version = await meiliClient(target).version()
    const isNews = version !== status.version
    status = { ...status, version }
    if (!isTested(version))
      throw new VersionFault(`Meilisearch ${version} was not tested with this program: 1.50 was, and later 1.x are tried`)
    if (isNews && isNewer(version))
      istok.log.warn({ version }, 'This Meilisearch is newer than the one that this program was tested with, 1.50')
  }
  const connect = async () => {
    await checkVersion()
    countedAt = 0
    const writer = await findWriter(target, index)
    return meiliClient(target, writer)
  }
  const ensure = async (sending: Sending) => {
    if (!isOver(ensuredAt, times.ensure)) return
    await checkVersion()
    const { rebuild } = readReplicaState(database)
    const existing = await sending.client.listIndexes()
    const isThere = existing.includes(index)
    const isSet = isThere && Object.keys(differingSettings(await sending.client.settings(index))).length === 0
    if (!rebuild && (!isSet || !isBuilt(database))) await beginRebuild(sending, index)
    else if (!rebuild) await removeLeftovers(sending, index, null, existing)
    ensuredAt = now()
  }
  const compare = async (sending: Sending) => {
    if (!isOver(countedAt, times.count) && comparedAt > 0) return
    countedAt = now()
    if (!isOver(comparedAt, times.compare) && (await countsAgree(sending, index))) return
    const found = await reconcile(sending, index)
    comparedAt = now()
    status = { ...status, reconciled: { ...found, at: comparedAt } }
    if (found.missing + found.stale + found.extra > 0) istok.log.warn(found, 'Meilisearch was out of step and is being brought up to date')
  }
  const work = async () => {
    if (!(await owns())) return
    client ??= await connect()
    const known = client
    const mine = epoch
    const stillOwns = async () => (await owns()) && epoch === mine
    const sending = { database, client: known, wait: (uid: number) => wait(known, uid), signal: stopping.signal, owns: stillOwns }
    const drain = () => drainOutbox(sending, index, backOffAfter(failures + 1))
    await ensure(sending)
    if (readReplicaState(database).rebuild) {
      status = { ...status, state: 'building', detail: null, trouble: null }
      const serves = isBuilt(database) && (await client.hasIndex(index))
      await rebuildReplica(sending, index, async () => void (serves ? await drain() : await stillOwns()))
      comparedAt = 0
    }
    await drain()
    await compare(sending)
    await drain()
    await forgetDone(database, 'search', now() - times.keepDone)
  }
  const turn = async () => {
    try {
      await work()
      failures = 0
      if (epoch !== null) status = { ...status, state: 'ok', detail: null, trouble: null }
      return true
    } catch (error) {
      if (error instanceof ReplicaFault && error.reason === 'lease') return true
      failures++
      asksToWait = error instanceof MeiliFault ? (error.retryAfter ?? 0) : 0
      const before = status.detail
      status = { ...status, ...readFault(error) }
      if (status.detail !== before) istok.log.warn({ err: error }, 'Meilisearch is not in step')
      if (isAboutIndex(error)) ensuredAt = 0
      else client = null
      if (error instanceof ReplicaFault && error.reason === 'wiped') comparedAt = 0
      return false
    }
  }
  const go = async () => {
    while (!stopping.signal.aborted) {
      const good = await turn()
      const pause = good ? times.idle : Math.max(backOffAfter(failures), asksToWait)
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  return {
    status: () => status,
    suspect() {
      ensuredAt = 0
    },
    doubt() {
      if (isOver(countedAt, times.doubt)) countedAt = 0
    },
    turn,
    start() {
      running = go()
    },
    async stop() {
      stopping.abort()
      await running
      await giveLease(database, 'search', owner)
    },
  }
}

/** Whether so many milliseconds lie between then and now; a clock that went back counts as well. */
function isOver(then: number, milliseconds: number): boolean {
  return Math.abs(now() - then) >= milliseconds
}

function isTested(version: string): boolean {
  const number = numberOf(version)
  return number >= tested.from && number < tested.below
}

function isNewer(version: string): boolean {
  return numberOf(version) > tested.from
}

function numberOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major * 1000 + minor
}

function isAboutIndex(error: unknown): boolean {
  if (error instanceof ReplicaFault) return error.reason === 'index' || error.reason === 'wiped'
  return error instanceof MeiliFault && error.code === 'index_not_found'
}

function readFault(error: unknown): Pick<ReplicaStatus, 'state' | 'detail' | 'trouble'> {
  const detail = error instanceof Error ? error.message : String(error)
  const trouble = troubleOf(error)
  return { state: needsPerson(trouble) ? 'refused' : 'down', detail, trouble }
}

/** Doubles from half a second to a minute, with a quarter more or less, so that several do not come back at once. */
function backOffAfter(failures: number): number {
  const whole = Math.min(times.longestBackOff, 500 * 2 ** Math.min(failures - 1, 10))
  return Math.round(whole * (0.75 + Math.random() / 2))
}
