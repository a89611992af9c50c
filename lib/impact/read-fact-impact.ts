import type { Actor } from '#lib/access/actor.ts'
import { readUsage } from '#lib/authoring/read-usage.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import type { FactInput } from '#lib/document/fact-schema.ts'
import { changesAfter, type FactValidity, valueAt } from '#lib/document/fact-validity.ts'
import { emptyChange, type FactContent } from '#lib/release/change.ts'
import { findLiveFact } from '#lib/release/live-state.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { describeFact, type FactReading } from './describe-fact.ts'
import { type MeasuredImpact, type Moment, measureImpact } from './measure-impact.ts'

type Value = FactValidity['value'] | null

export interface FactImpact extends Omit<MeasuredImpact, 'moments'> {
  /** Instants at which another value than the live one is said; the first is now, with equal values where nothing differs yet. */
  moments: (Moment & { before: Value; after: Value })[]
  /** How many further instants are left out. */
  furtherMoments: number
  /** Live answers that say it, by channel. */
  channels: Record<string, number>
  /** Articles whose drafts name it and that are not live with it. */
  draftsOnly: number
  readings: FactReading[]
}

const momentLimit = 5

/**
 * What publishing this fact as it is typed would change: now and at each coming instant, in every article and channel, and how each of its values reads. The
 * fact need not exist yet. Throws forbidden (needs write or read:internal).
 */
export async function readFactImpact(istok: Istok, actor: Actor, fact: FactInput): Promise<FactImpact> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const { key, type, unit, title, values } = fact
  const live = findLiveFact(orm, key)
  const content: FactContent = { type, unit, title, values }
  const instants = differingInstants(live, content, now())
  const shown = instants.slice(0, momentLimit)
  const change = { ...emptyChange('publish', ''), facts: [{ key, content, revision: null, draftVersion: null }] }
  const measured = await measureImpact(istok, change, shown)
  const usage = readUsage(orm, 'fact', key)
  const liveOnes = new Set(usage.live.map(({ articleId, locale }) => `${articleId} ${locale}`))
  return {
    ...measured,
    moments: measured.moments.map((moment, index) => {
      const at = shown[index] as number
      return { ...moment, before: live && valueAt(live.values, at), after: valueAt(values, at) }
    }),
    furtherMoments: instants.length - shown.length,
    channels: usage.channels,
    draftsOnly: new Set(usage.drafts.filter(one => !liveOnes.has(`${one.articleId} ${one.locale}`)).map(({ articleId }) => articleId)).size,
    readings: describeFact(fact, istok.env.locales),
  }
}

/** Now, and every later instant from which on something else holds than what is live, until the next one. */
function differingInstants(live: FactContent | null, next: FactContent, instant: number): number[] {
  const edges = [...new Set([...changesAfter(live?.values ?? [], instant), ...changesAfter(next.values, instant)])].sort((a, b) => a - b)
  const pairAt = (at: number) => JSON.stringify([live && valueAt(live.values, at), valueAt(next.values, at)])
  const isSameForm = live !== null && live.type === next.type && live.unit === next.unit
  const differs = (at: number) =>
    !isSameForm || JSON.stringify(live && valueAt(live.values, at)) !== JSON.stringify(valueAt(next.values, at))
  const found = [instant]
  let last = pairAt(instant)
  for (const edge of edges) {
    const pair = pairAt(edge)
    if (pair !== last && differs(edge)) found.push(edge)
    last = pair
  }
  return found
}
