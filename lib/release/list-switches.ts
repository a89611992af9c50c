import { and, asc, gte, inArray, lt } from 'drizzle-orm'
import { validity } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { type FactValidity, valueAt } from '#lib/document/fact-validity.ts'
import { formatInstant } from '../clock.ts'
import type { Istok } from '../istok.ts'
import type { KeptRefusal } from '../kept-refusal.ts'
import { findLiveFact } from './live-state.ts'

/** An instant at which a live fact takes another value by itself. */
export interface FactSwitch {
  fact: string
  title: Record<string, string>
  type: string
  unit: string | null
  /** ISO 8601 in the organisation's zone. */
  at: string
  state: 'pending' | 'done' | 'failed'
  problem: string | null
  /** The same with machine words. */
  refusal: KeptRefusal | null
  /** As of the live fact; null: no value then. */
  before: FactValidity['value'] | null
  after: FactValidity['value'] | null
}

/** Most rows of an answer. */
const limit = 500

/** The switches from `from` (included) to `to` (not included), in milliseconds, in the order of time. Throws forbidden. */
export async function listSwitches(
  istok: Istok,
  actor: Actor,
  { from, to, states = ['pending', 'done', 'failed'] }: { from: number; to: number; states?: FactSwitch['state'][] },
): Promise<FactSwitch[]> {
  requireScope(actor, 'read:internal')
  const { orm } = istok.database.reader
  const rows = await orm
    .select({ fact: validity.fact, at: validity.at, state: validity.state, problem: validity.problem, refusal: validity.refusal })
    .from(validity)
    .where(and(inArray(validity.state, states), gte(validity.at, from), lt(validity.at, to)))
    .orderBy(asc(validity.at), asc(validity.fact))
    .limit(limit)
  return rows.flatMap(({ fact, at, state, problem, refusal }) => {
    const live = findLiveFact(orm, fact)
    if (!live) return []
    const [before, after] = [valueAt(live.values, at - 1), valueAt(live.values, at)]
    const { title, type, unit } = live
    return [{ fact, title, type, unit, at: formatInstant(at, istok.env.timeZone), state, problem, refusal, before, after }]
  })
}
