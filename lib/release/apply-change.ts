import type { Actor } from '#lib/access/actor.ts'
import { requireApproval } from '#lib/review/require-approval.ts'
import { now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { Change } from './change.ts'
import { type BlockingLoss, compileChange, type Partner } from './compile-change.ts'
import { newestRelease } from './newest-release.ts'
import { type Release, writeChange } from './write-change.ts'

/** How often a release is compiled anew because another one came in between, before the caller is told to try again. */
const attempts = 5

/**
 * Compiles a change and writes it as one release. Throws invalid (422 with `losses`) when a channel cannot say it, (422 with `unapproved`) when the house asks
 * for an approval that is missing, conflict when a draft was changed
 * meanwhile. Nothing changes on failure. `partner`: who shares the compiling of a large one.
 */
export async function applyChange(istok: Istok, actor: Actor, change: Change, partner: Partner | null = null): Promise<Release> {
  if (change.kind === 'publish') requireApproval(istok.database.reader.orm, actor, change)
  for (let attempt = 0; attempt < attempts; attempt++) {
    // What is late, because the server was down, says at once what holds now.
    const instant = Math.max(change.instant ?? 0, now())
    const base = newestRelease(istok.database.reader.orm).number
    const compiled = await compileChange(istok, change, instant, { partner })
    refuseLosses(compiled.losses)
    const written = await writeChange(istok, actor, change, compiled, base, instant)
    if (written) return written
  }
  throw new IstokError('conflict', 'Other releases keep coming in between: try again', {
    reason: 'releases-between',
    headers: { 'Retry-After': '1' },
  })
}

/** Throws invalid with every loss of level error, so that each can be shown at its place; one that stops several channels is named once. */
export function refuseLosses(losses: BlockingLoss[]): void {
  const [first] = losses
  if (!first) return
  const faults = [...Map.groupBy(losses, loss => `${loss.articleId} ${loss.locale} ${loss.path} ${loss.message.en}`).values()]
  const places = new Set(losses.map(loss => `${loss.slug} (${loss.locale})`))
  const count = new Set(losses.map(loss => `${loss.articleId} ${loss.locale} ${loss.message.en}`)).size
  const counted = count === 1 ? '1 error' : `${count} errors`
  throw new IstokError('invalid', `${counted} in ${[...places].slice(0, 5).join(', ')}: ${first.message.en}`, {
    errors: faults.slice(0, 200).flatMap(([loss, ...others]) =>
      loss === undefined
        ? []
        : {
            pointer: `/articles/${loss.articleId}/${loss.locale}${loss.path}`,
            message: `${[loss, ...others].map(({ channel }) => channel).join(', ')}: ${loss.message.en}`,
            reason: loss.reason,
          },
    ),
    reason: 'losses',
    arguments: { count },
    extra: { losses },
  })
}
