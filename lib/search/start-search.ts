import { channelKinds } from '#lib/compile/channels.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import type { Istok } from '../istok.ts'
import { searchOf } from './open-search.ts'
import { enginesOf } from './recall/open-engines.ts'
import { whenDamaged } from './stored/damage.ts'
import { mendTerms } from './stored/mend-terms.ts'
import { rebuildTerms } from './stored/rebuild-terms.ts'

/**
 * The website's index is made at the start whatever its size; of other channels only those with so few answers, the rest when they are first asked. Above it the
 * stored index is not looked over at the start: that would keep readers waiting.
 */
const fewAnswers = 3000

/**
 * Starts what search does beside requests: the indexes in memory are made and follow the releases, so that no question waits for it; a base from before the
 * stored index gets one, and one whose index is damaged another; Meilisearch, where configured, is kept in step. Returns what stops it.
 */
export function startSearch(istok: Istok): () => Promise<void> {
  const search = searchOf(istok)
  const { meili } = enginesOf(istok)
  let stopped = false
  const sends = istok.env.role === 'all' || istok.env.role === 'worker'
  if (sends) meili?.replica.start()
  const prepare = async () => {
    if (sends && isMissing(istok)) await rebuildTerms(istok.database)
    for (const channel of channelKinds) {
      for (const locale of search.locales(channel)) {
        if (stopped) return
        const isFirst = channel === 'website'
        if (isFirst || search.count(channel, locale) <= fewAnswers) await search.warm(channel, locale, !isFirst)
      }
    }
  }
  const mend = async () => {
    if (sends && !stopped) await mendTerms(istok)
  }
  const isSmall = () => channelKinds.every(channel => search.locales(channel).every(locale => search.count(channel, locale) <= fewAnswers))
  const prepared = prepare()
    .then(() => (isSmall() ? mend() : undefined))
    .catch(error => {
      if (!stopped) istok.log.error({ err: error }, 'The search indexes could not be prepared')
    })
  let mending: Promise<void> | null = null
  const forget = whenDamaged(istok.database, () => {
    mending ??= prepared
      .then(mend)
      .catch(error => istok.log.error({ err: error }, 'The stored search index could not be mended'))
      .finally(() => {
        mending = null
      })
  })
  const refresh = () => {
    if (stopped) return
    search.refresh().catch(error => {
      if (!stopped) istok.log.error({ err: error }, 'The search indexes could not follow a release')
    })
  }
  const unsubscribe = memoryOf(istok).subscribe(() => setImmediate(refresh))
  return async () => {
    stopped = true
    unsubscribe()
    forget()
    if (sends) await meili?.replica.stop()
    await prepared
    await mending
  }
}

/** Whether the base is older than its stored index. */
function isMissing({ database }: Istok): boolean {
  const { sqlite } = database.reader
  const has = (table: string) => sqlite.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined
  return has('head') && !has('search_answer')
}
