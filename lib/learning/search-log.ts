import { randomUUID } from 'node:crypto'
import type { Outcome } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import { readAnsweringSettings } from '#lib/answering/answering-settings.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { perIstok } from '../per-istok.ts'
import { hear } from './hear.ts'

/** A search, or a result of one that was opened. */
export interface Searched {
  /** Who searched, in whatever way the server tells callers apart. It stays in memory and is never written. */
  caller: string
  channel: string
  locale: string
  query: string
  outcome: Extract<Outcome, 'found' | 'nothing' | 'opened'>
  articleId?: string | null
}

/** Remembers searches without keeping anybody waiting: what is being typed counts once, when it is finished. */
export interface SearchLog {
  note(searched: Searched): void
  /** Writes what is finished; `all`: also what may still be being typed. */
  flush(all?: boolean): Promise<void>
}

/** Milliseconds after which a query is finished, and between two writings. */
const finished = 4000
const interval = 2000
/** Callers whose last query is held, and different searches that wait to be written; what exceeds them is not remembered. */
const mostCallers = 20_000
const mostWaiting = 5000
/** Searches of one caller between two writings: nobody types more, and a flood must not wear out the disk or teach anything. */
const mostOfOne = 30

interface Waiting extends Omit<Searched, 'caller'> {
  person: string
  at: number
  times: number
}

/** The search log of this process; one per Istok. */
export const searchLogOf = perIstok('search-log', openSearchLog)

function openSearchLog(istok: Istok): SearchLog {
  const typing = new Map<string, Waiting>()
  const waiting = new Map<string, Waiting>()
  const counts = new Map<string, number>()
  const personOf = openPersons()
  let _timer: NodeJS.Timeout | undefined
  let flushing: Promise<void> = Promise.resolve()

  const finish = (entry: Waiting) => {
    const key = `${entry.person}\n${entry.channel}\n${entry.locale}\n${entry.outcome}\n${entry.articleId ?? ''}\n${entry.query}`
    const known = waiting.get(key)
    if (known) {
      known.times++
      return
    }
    const count = counts.get(entry.person) ?? 0
    if (count >= mostOfOne || waiting.size >= mostWaiting) return
    counts.set(entry.person, count + 1)
    waiting.set(key, entry)
  }
  const flush = async (all: boolean) => {
    const instant = now()
    for (const [key, entry] of typing) {
      if (!all && instant - entry.at < finished) continue
      typing.delete(key)
      finish(entry)
    }
    const entries = [...waiting.values()]
    waiting.clear()
    counts.clear()
    if (entries.length === 0 || !istok.database.writer.sqlite.open) return
    if (readAnsweringSettings(istok).rememberSearches) await keep(istok, entries)
  }
  return {
    note({ caller, ...searched }) {
      _timer ??= setInterval(() => {
        this.flush().catch(error => istok.log.error({ err: error }, 'searches could not be remembered'))
      }, interval).unref()
      const entry: Waiting = { ...searched, query: searched.query.trim(), person: personOf(caller), at: now(), times: 1 }
      if (searched.outcome === 'opened') return finish(entry)
      const key = `${caller}\n${entry.channel}\n${entry.locale}`
      const before = typing.get(key)
      if (before && !isSameTyping(before.query, entry.query)) finish(before)
      if (before || typing.size < mostCallers) typing.set(key, entry)
    },
    flush(all = false) {
      flushing = flushing.catch(() => undefined).then(() => flush(all))
      return flushing
    },
  }
}

/** Whether one is the other with more or fewer letters at its end. */
function isSameTyping(before: string, after: string): boolean {
  const [one, other] = [before.toLowerCase(), after.toLowerCase()]
  return one.startsWith(other) || other.startsWith(one)
}

/** A number for each caller, which means nothing and is another one the next day. */
function openPersons(): (caller: string) => string {
  let today = ''
  let persons = new Map<string, string>()
  return caller => {
    const date = new Date(now()).toISOString().slice(0, 10)
    if (date !== today || persons.size > 100_000) {
      today = date
      persons = new Map()
    }
    const person = persons.get(caller) ?? `s:${randomUUID()}`
    persons.set(caller, person)
    return person
  }
}

async function keep(istok: Istok, entries: Waiting[]): Promise<void> {
  const { release } = memoryOf(istok)
  await write(istok.database, async tx => {
    for (const { query, ...entry } of entries) {
      await hear(tx, { ...entry, text: query, source: 'search', release })
      await tx.pause()
    }
  })
}
