import type { Actor } from '#lib/access/actor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import type { Istok } from '../istok.ts'
import { listGaps } from './list-gaps.ts'

/** What of the customers' questions waits for an editor. */
export interface LearningCounts {
  /** Gaps that nobody has decided about; at most 200 are counted. */
  openGaps: number
  /** Failures of the last seven days in them. */
  failuresThisWeek: number
}

/** Counts for the first page of the studio. Throws forbidden (needs write or read:internal). */
export async function countLearning(istok: Istok, actor: Actor): Promise<LearningCounts> {
  requireDrafts(actor)
  const { items } = await listGaps(istok, actor, { limit: 200 })
  const open = items.filter(({ articleId }) => articleId === null)
  const failuresThisWeek = open.reduce((sum, { trend }) => sum + trend.slice(-7).reduce((one, other) => one + other, 0), 0)
  return { openGaps: open.length, failuresThisWeek }
}
