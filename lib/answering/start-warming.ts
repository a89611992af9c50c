import { memoryOf } from '#lib/delivery/memory.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { mostLearned } from './finder-for.ts'
import { findersOf } from './open-finders.ts'

/** Milliseconds after the start and after a release: what has to be done first is done first. */
const startDelay = 3000
const releaseDelay = 100
/** Channels that were asked in so many milliseconds are asked again soon. */
const recent = 7 * 24 * 3_600_000
/** Articles of a channel that nobody has asked lately, and which is learned nevertheless. */
const mostUnasked = 2000

/**
 * Trains the finders of the website and of every channel that was asked lately, at the start and after each release, one after the other and in a thread of
 * their own, so that the first question need not wait. Returns what ends it.
 */
export function startWarming(istok: Istok): () => void {
  const finders = findersOf(istok)
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> = Promise.resolve()
  const work = (task: () => Promise<void>) => {
    working = working.then(task).catch(error => {
      if (istok.database.reader.sqlite.open) istok.log.error({ err: error }, 'answers could not be learned')
    })
  }
  const first = setTimeout(() => {
    work(async () => {
      for (const [channel, locale] of placesOf(istok)) await finders.finder(channel, locale)
    })
  }, startDelay).unref()
  const unsubscribe = memoryOf(istok).subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(() => work(() => finders.catchUp()), releaseDelay).unref()
  })
  return () => {
    clearTimeout(first)
    clearTimeout(timer)
    unsubscribe()
  }
}

function placesOf({ database, env }: Istok): [string, string][] {
  const count = database.reader.sqlite.prepare('SELECT count(*) FROM head WHERE channel = ? AND locale = ?').pluck()
  const asked = database.reader.sqlite
    .prepare('SELECT channel, locale, count(*) AS times FROM ask WHERE at > ? GROUP BY 1, 2 ORDER BY times DESC')
    .all(now() - recent) as { channel: string; locale: string }[]
  const places = new Map<string, [string, string]>(asked.map(({ channel, locale }) => [`${channel} ${locale}`, [channel, locale]]))
  for (const locale of env.locales) places.set(`website ${locale}`, ['website', locale])
  const isAsked = new Set(asked.map(({ channel, locale }) => `${channel} ${locale}`))
  return [...places].flatMap(([key, place]) =>
    (count.get(...place) as number) <= (isAsked.has(key) ? mostLearned : mostUnasked) ? [place] : [],
  )
}
