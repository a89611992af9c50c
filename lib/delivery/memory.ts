import { LRUCache } from 'lru-cache'
import { dataVersion } from '#db/data-version.ts'
import { applyOrganisation } from '#lib/organisation/apply-organisation.ts'
import type { Istok } from '../istok.ts'

/** A reply as it is sent: ready bytes. */
export interface StoredReply {
  body: Buffer
  /** Quoted, as in the header. */
  etag: string
  mediaType: string
  /** The release that this answer became current with; null where the reply is not one answer. */
  release: number | null
}

/**
 * Ready replies of the current release. What is here is current by construction: `fresh` looks whether anybody committed, in this process or another, and
 * drops what a newer release changed. Call it at the start of a request, before the first read.
 */
export interface DeliveryMemory {
  /** The newest release, 0 before the first. As of the last `fresh`. */
  readonly release: number
  /** Checks for commits, at most once per turn of the event loop. Returns the epoch, which `keep…` takes: a reply read before a change is not kept after it. */
  fresh(): number
  /** One answer, by `answerKey`. Dropped when that answer changes. */
  findAnswer(key: string): StoredReply | undefined
  keepAnswer(key: string, reply: StoredReply, epoch: number): void
  /** A list, a tree or a page under a key of its caller. Dropped with every release and every change of the categories. */
  findReply(key: string): StoredReply | undefined
  keepReply(key: string, reply: StoredReply, epoch: number): void
  /** Calls `listener` with the number of each newer release once it is seen, in order. Returns what ends it. */
  subscribe(listener: (release: number) => void): () => void
  /** For metrics. */
  counts(): { answers: number; replies: number; bytes: number }
}

/** Under what an answer is kept. */
export function answerKey(channel: string, locale: string, slug: string, profile: string | null): string {
  return `${channel} ${locale} ${slug}${profile === null ? '' : ` ${profile}`}`
}

const memories = new WeakMap<Istok, DeliveryMemory>()

/** The memory of this process; one per Istok. */
export function memoryOf(istok: Istok): DeliveryMemory {
  let memory = memories.get(istok)
  if (!memory) {
    memory = openMemory(istok)
    memories.set(istok, memory)
  }
  return memory
}

/** Milliseconds between looks at the database while somebody is subscribed and nobody asks. */
const watchInterval = 250

function openMemory(istok: Istok): DeliveryMemory {
  const { database, env } = istok
  const { sqlite } = database.reader
  const newestRelease = sqlite.prepare('SELECT coalesce(max(number), 0) FROM release').pluck()
  const newestChange = sqlite.prepare('SELECT coalesce(max(seq), 0) FROM feed').pluck()
  // As keys: ten thousand rows of a large release as objects, each once, take ten times as long.
  const changedSince = sqlite.prepare("SELECT channel || ' ' || locale || ' ' || slug FROM feed WHERE seq > ?").pluck()
  const catalogue = sqlite
    .prepare(
      "SELECT count(*) || ':' || coalesce(max(updated_at), 0) || ':' || coalesce((SELECT value FROM setting WHERE key = 'organisation'), '') FROM category",
    )
    .pluck()
  const answers = cacheOf(env.memoryBytes * 0.6)
  const replies = cacheOf(env.memoryBytes * 0.4)
  const listeners = new Set<(release: number) => void>()
  let epoch = 0
  let version: number | undefined
  let seq = -1
  let release = 0
  let catalogueSeen: unknown
  let watch: NodeJS.Timeout | undefined

  const catchUp = () => {
    const newest = newestChange.get() as number
    const catalogueNow = catalogue.get()
    if (newest === seq && catalogueNow === catalogueSeen) return
    epoch++
    replies.clear()
    if (seq >= 0) dropChanged(answers, changedSince.all(seq) as string[])
    seq = newest
    catalogueSeen = catalogueNow
    // Another process may have changed it.
    applyOrganisation(istok)
    const before = release
    release = newestRelease.get() as number
    for (let number = before + 1; number <= release; number++) for (const listener of listeners) listener(number)
  }
  const fresh = () => {
    const versionNow = dataVersion(database)
    if (versionNow === version) return epoch
    version = versionNow
    catchUp()
    return epoch
  }
  fresh()

  return {
    get release() {
      return release
    },
    fresh,
    findAnswer: key => answers.get(key),
    keepAnswer: (key, reply, readAt) => void (readAt === epoch && answers.set(key, reply)),
    findReply: key => replies.get(key),
    keepReply: (key, reply, readAt) => void (readAt === epoch && replies.set(key, reply)),
    subscribe(listener) {
      listeners.add(listener)
      watch ??= setInterval(fresh, watchInterval).unref()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(watch)
        watch = undefined
      }
    },
    counts: () => ({ answers: answers.size, replies: replies.size, bytes: answers.calculatedSize + replies.calculatedSize }),
  }
}

/** A changed answer goes in its base form and in every dialect. `keys`: as by `answerKey`, without a dialect. */
function dropChanged(answers: LRUCache<string, StoredReply>, keys: readonly string[]): void {
  if (keys.length === 0) return
  const changed = new Set(keys)
  for (const key of changed) answers.delete(key)
  for (const key of [...answers.keys()]) {
    const [channel = '', locale = '', slug = '', profile] = key.split(' ')
    if (profile !== undefined && changed.has(answerKey(channel, locale, slug, null))) answers.delete(key)
  }
}

/** Bytes that an entry costs besides its body: key, object, list links. */
const overhead = 400

function cacheOf(bytes: number): LRUCache<string, StoredReply> {
  return new LRUCache({ maxSize: Math.floor(bytes), sizeCalculation: reply => reply.body.length + overhead })
}
