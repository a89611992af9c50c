import { now } from '../../clock.ts'
import type { Istok } from '../../istok.ts'
import { type Breaker, openBreaker } from '../meili/breaker.ts'
import { meiliEngine } from '../meili/meili-engine.ts'
import { openReplica, type Replica } from '../meili/open-replica.ts'
import { isBuilt } from '../meili/replica-state.ts'
import { MeiliFault } from '../meili/request.ts'
import { type Trouble, troubleOf } from '../meili/trouble.ts'
import { fts5Engine } from './fts5-engine.ts'
import type { RecallEngine } from './recall-engine.ts'

/** The engines of this process. */
export interface Engines {
  embedded: RecallEngine
  /** null: none is configured. */
  meili: {
    engine: RecallEngine
    breaker: Breaker
    replica: Replica
    /** Whether there is an index that can be asked. */
    isUsable(): boolean
    /** Notes that a question was not answered. */
    fail(error: unknown): void
    /** What keeps it from serving, as the sender or the last question met it; null: nothing that is known here. */
    trouble(): Trouble | null
  } | null
}

const opened = new WeakMap<Istok, Engines>()

/** The engines of this process; one set per Istok. */
export function enginesOf(istok: Istok): Engines {
  let engines = opened.get(istok)
  if (!engines) {
    engines = { embedded: fts5Engine(istok.database), meili: openMeili(istok) }
    opened.set(istok, engines)
  }
  return engines
}

/** Milliseconds for which it is believed that what a question met is still so. */
const believed = 60_000

function openMeili(istok: Istok): Engines['meili'] {
  const { meiliUrl, meiliKey, meiliIndex } = istok.env
  if (meiliUrl === undefined) return null
  const target = { url: meiliUrl, key: meiliKey }
  const breaker = openBreaker()
  const replica = openReplica(istok, target, meiliIndex)
  const engine = meiliEngine(() => target, meiliIndex, breaker)
  let met: { trouble: Trouble; at: number } | null = null
  return {
    ...{ breaker, replica },
    engine: {
      ...engine,
      async recall(request) {
        const found = await engine.recall(request)
        met = null
        return found
      },
    },
    isUsable: () => isBuilt(istok.database),
    fail(error) {
      // That it is not asked for a while is no news of it.
      if (error instanceof MeiliFault) met = { trouble: troubleOf(error), at: now() }
      if (error instanceof MeiliFault && error.kind === 'status') replica.suspect()
      istok.log.debug({ err: error }, 'Meilisearch did not answer a question')
    },
    trouble: () => replica.status().trouble ?? (met && Math.abs(now() - met.at) < believed ? met.trouble : null),
  }
}
