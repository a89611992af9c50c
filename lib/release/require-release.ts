import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Actor } from '#lib/access/actor.ts'
import { canSomewhere, requireScope, requireSomewhere } from '#lib/access/policies.ts'
import { articlesWith } from '#lib/authoring/article-rights.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { readSchedule } from './schedule-release.ts'
import { type ReleaseScope, scopeOf } from './scope-of.ts'
import type { PreviewableTask } from './thread-tasks.ts'

/**
 * Passes when the actor may release what a scope names: everything with the right to publish everywhere; with the right in some categories the articles whose
 * draft and live answers stand in these, and no facts or snippets, because those are said everywhere. Throws unauthenticated, forbidden (with `articles` that are not his).
 */
export function requireRelease(orm: BetterSQLite3Database, actor: Actor, scope: ReleaseScope): void {
  requireSomewhere(actor, 'publish')
  if (actor.scopes.has('publish')) return
  if (scope.facts.length + scope.snippets.length > 0)
    throw new IstokError('forbidden', 'Facts and snippets are said in every category: this needs the scope "publish" everywhere', {
      reason: 'facts-everywhere',
    })
  const foreign = notReleasable(orm, actor, scope)
  if (foreign.length > 0)
    throw new IstokError('forbidden', 'This needs the scope "publish" in the category of each article, of its draft and of what is live', {
      reason: 'other-categories',
      extra: { articles: foreign },
    })
}

/** Passes when the actor may do, or ask about, this task. Throws as requireRelease, and not_found for a schedule that does not exist. */
export async function requireTask(istok: Istok, actor: Actor, task: PreviewableTask): Promise<void> {
  requireSomewhere(actor, 'publish')
  if (actor.scopes.has('publish')) return
  if (task.kind === 'rollback') return requireScope(actor, 'publish')
  const scope = task.kind === 'publish' ? task.request : scopeOf(await readSchedule(istok, task.id))
  requireRelease(istok.database.reader.orm, actor, scope)
}

/** True when the actor may release what the scope names; for buttons. */
export function canRelease(istok: Istok, actor: Actor, scope: ReleaseScope): boolean {
  if (actor.scopes.has('publish')) return true
  if (!canSomewhere(actor, 'publish') || scope.facts.length + scope.snippets.length > 0) return false
  return notReleasable(istok.database.reader.orm, actor, scope).length === 0
}

function notReleasable(orm: BetterSQLite3Database, actor: Actor, { articles, withdraw }: ReleaseScope): string[] {
  const ids = [...articles, ...withdraw]
  const allowed = articlesWith(orm, actor, 'publish', ids)
  return ids.filter(id => !allowed.has(id))
}
