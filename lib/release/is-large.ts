import { count, eq, sql } from 'drizzle-orm'
import { translation } from '#db/schema/content.ts'
import { reference, snippetReference } from '#db/schema/facts.ts'
import { schedule } from '#db/schema/releases.ts'
import type { Istok } from '../istok.ts'
import type { ReleaseTask } from './thread-tasks.ts'

/** From this many translations on a release is worth a thread: below it takes less than the thread's own overhead. */
const threshold = 40

/** Whether a release is so large that readers would notice it in their thread. An estimate that reads no content. */
export function isLarge(istok: Istok, task: ReleaseTask): boolean {
  if (task.kind === 'recompile' || task.kind === 'rollback') return countLive(istok) >= threshold
  if (task.kind === 'validity') return countUses(istok, task.facts, []) >= threshold
  if (task.kind === 'schedule') return sizeOfSchedule(istok, task.id) >= threshold * 2000
  const { articles, withdraw, facts, snippets } = task.request
  return articles.length + withdraw.length >= threshold || countUses(istok, facts, snippets) >= threshold
}

function countLive({ database }: Istok): number {
  return (
    database.reader.orm.select({ count: count() }).from(translation).where(sql`${translation.liveRevision} IS NOT NULL`).get()?.count ?? 0
  )
}

function countUses({ database }: Istok, facts: string[], snippets: string[]): number {
  const { orm } = database.reader
  const through = facts.flatMap(key =>
    orm
      .select({ snippet: snippetReference.snippet })
      .from(snippetReference)
      .where(sql`${snippetReference.state} = 'live' AND ${snippetReference.kind} = 'fact' AND ${snippetReference.key} = ${key}`)
      .all()
      .map(row => row.snippet),
  )
  const uses = (kind: 'fact' | 'snippet', key: string) =>
    orm
      .select({ count: count() })
      .from(reference)
      .where(sql`${reference.state} = 'live' AND ${reference.kind} = ${kind} AND ${reference.key} = ${key}`)
      .get()?.count ?? 0
  const counts = [...facts.map(key => uses('fact', key)), ...[...new Set([...snippets, ...through])].map(key => uses('snippet', key))]
  return counts.reduce((sum, of) => sum + of, 0)
}

function sizeOfSchedule({ database }: Istok, id: string): number {
  return (
    database.reader.orm
      .select({ size: sql<number>`length(${schedule.content})` })
      .from(schedule)
      .where(eq(schedule.id, id))
      .get()?.size ?? 0
  )
}
