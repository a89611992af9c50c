import { statfs } from 'node:fs/promises'
import { count, inArray, min } from 'drizzle-orm'
import { listMigrations } from '#db/migrate.ts'
import { setting } from '#db/schema/access.ts'
import { outbox } from '#db/schema/search.ts'
import { write } from '#db/write.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { type ReplicaHealth, readReplica } from './read-replica.ts'

export interface Readiness {
  ready: boolean
  /** `ok`: a row was written within the last seconds. */
  database: 'ok' | 'down'
  /** Whether the schema is the one that this program expects. */
  migrations: 'ok' | 'behind'
  /** The engine that questions go to; `degraded`: Meilisearch is configured, and the embedded engine answers in its place. */
  search: 'fts5' | 'meilisearch' | 'degraded'
  /** null: no Meilisearch is configured. */
  replica: ReplicaHealth | null
  /** Things that wait to leave the database, and for how many seconds the oldest has waited. */
  outbox: { waiting: number; oldestSeconds: number }
  /** `low`: less than 200 MB are left for the data directory. */
  disk: { state: 'ok' | 'low' | 'unknown'; freeMegabytes: number | null }
}

/** Milliseconds for which a successful write probe is believed, so that a monitor cannot wear out the disk. */
const probeLife = 5000
const lowDisk = 200
const megabyte = 1024 * 1024

interface Probe {
  at: number
  works: boolean
}
const probes = new WeakMap<Istok, Probe>()

/** Whether this process can do its work. Writes a row at most every five seconds to find out. Throws nothing. */
export async function readReadiness(istok: Istok): Promise<Readiness> {
  const works = await probeWrite(istok)
  const disk = await readDisk(istok)
  if (!works) {
    const outbox = { waiting: 0, oldestSeconds: 0 }
    return { ready: false, database: 'down', migrations: 'behind', search: 'fts5', replica: null, outbox, disk }
  }
  const replica = readReplica(istok)
  const search = replica === null ? 'fts5' : replica.answers ? 'meilisearch' : 'degraded'
  const migrations = isMigrated(istok) ? 'ok' : 'behind'
  return { ready: migrations === 'ok', database: 'ok', migrations, search, replica, outbox: readBacklog(istok), disk }
}

async function probeWrite(istok: Istok): Promise<boolean> {
  const probe = probes.get(istok)
  if (probe?.works && now() - probe.at < probeLife) return true
  const works = await write(istok.database, async tx => {
    const value = String(tx.now)
    await tx.orm.insert(setting).values({ key: 'probe', value }).onConflictDoUpdate({ target: setting.key, set: { value } })
  }).then(
    () => true,
    (error: unknown) => {
      istok.log.error({ err: error }, 'the write probe failed')
      return false
    },
  )
  probes.set(istok, { at: now(), works })
  return works
}

function isMigrated(istok: Istok): boolean {
  const applied = istok.database.reader.sqlite.prepare('SELECT max(number) FROM migration').pluck().get()
  return applied === listMigrations().at(-1)?.number
}

/** What waits in the outbox now. */
export function readBacklog(istok: Istok): Readiness['outbox'] {
  const row = istok.database.reader.orm
    .select({ waiting: count(), oldest: min(outbox.createdAt) })
    .from(outbox)
    .where(inArray(outbox.state, ['pending', 'leased']))
    .get()
  return { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldest ? Math.round((now() - row.oldest) / 1000) : 0 }
}

async function readDisk(istok: Istok): Promise<Readiness['disk']> {
  try {
    const { bavail, bsize } = await statfs(istok.env.dataDir)
    const freeMegabytes = Math.floor((bavail * bsize) / megabyte)
    return { state: freeMegabytes < lowDisk ? 'low' : 'ok', freeMegabytes }
  } catch {
    return { state: 'unknown', freeMegabytes: null }
  }
}
