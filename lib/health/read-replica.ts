import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { needsPerson, type Trouble } from '../search/meili/trouble.ts'
import { enginesOf } from '../search/recall/open-engines.ts'

/** How Meilisearch keeps up with the releases. */
export interface ReplicaHealth {
  /**
   * `refused`: a person must do something, `down`: it fails and is tried again, `trouble` says why; `building`: there is no index of this form yet;
   * `behind`: something has waited for more than a minute.
   */
  state: 'ok' | 'refused' | 'down' | 'building' | 'behind'
  trouble: Trouble | null
  /** Whether questions go to it; closed for a while after it failed to answer. */
  answers: boolean
  waiting: number
  oldestSeconds: number
  /** Translations that it does not take; `istok outbox` lists them. */
  dead: number
}

/** Seconds after which a waiting row means that it is behind. */
const late = 60

/** The state of Meilisearch as far as the database and this process know; null: none is configured. */
export function readReplica(istok: Istok): ReplicaHealth | null {
  const { meili } = enginesOf(istok)
  if (!meili) return null
  const row = istok.database.reader.sqlite
    .prepare(
      `SELECT count(*) FILTER (WHERE state IN ('pending', 'leased')) AS waiting, count(*) FILTER (WHERE state = 'dead') AS dead,
        min(CASE WHEN state IN ('pending', 'leased') THEN created_at END) AS oldest FROM outbox WHERE topic = 'search'`,
    )
    .get() as { waiting: number; dead: number; oldest: number | null }
  const oldestSeconds = row.oldest === null ? 0 : Math.max(0, Math.round((now() - row.oldest) / 1000))
  const isUsable = meili.isUsable()
  const trouble = meili.trouble()
  const lag = isUsable ? (oldestSeconds > late ? 'behind' : 'ok') : 'building'
  return {
    ...{ state: trouble === null ? lag : needsPerson(trouble) ? 'refused' : 'down', trouble },
    answers: isUsable && meili.breaker.state === 'closed',
    ...{ waiting: row.waiting, oldestSeconds, dead: row.dead },
  }
}
