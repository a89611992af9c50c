import { eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { fact, snippet } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { type ApprovalRule, canReleaseChangeOf } from '#lib/access/can-approve.ts'
import { IstokError } from '../errors.ts'
import { approvalHash } from './approval-hash.ts'
import { isApproved, wasApproved } from './find-approval.ts'
import { findLive, type Reviewed } from './read-draft.ts'
import { approvalRule } from './workflow-settings.ts'

type Orm = BetterSQLite3Database

/** What is about to be published, as far as approval is concerned. `content` null withdraws, which needs no approval. */
export interface Publishing {
  translations: { articleId: string; locale: string; content: Pick<Reviewed, 'hash' | 'metadata' | 'title'> | null }[]
  facts: { key: string }[]
  snippets: { key: string }[]
}

/** A draft that may not be published yet. `changed`: something of it was approved, and it was changed since. */
export interface Unapproved {
  articleId: string
  slug: string
  locale: string
  title: string
  reason: 'unapproved' | 'changed'
}

/**
 * Passes when the house's rule lets this be published: each draft that differs from what is live has been approved as it is, and under four eyes nobody
 * releases their own change of a fact or a snippet. Throws invalid (422 with `unapproved`: articles, and `own`: keys).
 */
export function requireApproval(orm: Orm, actor: Pick<Actor, 'id'>, publishing: Publishing): void {
  const { unapproved, own } = findUnapproved(orm, actor, publishing)
  if (unapproved.length === 0 && own.length === 0) return
  const named = unapproved
    .slice(0, 5)
    .map(({ slug, locale, reason }) => `${slug} (${locale}${reason === 'changed' ? ', changed since approval' : ''})`)
  const sentences = [
    unapproved.length > 0 ? `${unapproved.length} not approved as they are now: ${named.join(', ')}` : null,
    own.length > 0 ? `four eyes: somebody else has to release ${own.slice(0, 5).join(', ')}` : null,
  ]
  throw new IstokError('invalid', sentences.filter(Boolean).join('; '), {
    errors: unapproved.slice(0, 200).map(({ articleId, locale, reason }) => ({
      pointer: `/articles/${articleId}/${locale}`,
      message: reason === 'changed' ? 'was changed since it was approved' : 'is not approved',
      reason: reason === 'changed' ? 'changed-since-approval' : 'not-approved',
    })),
    reason: 'unapproved',
    extra: { unapproved, own },
  })
}

/** What of this may not be published yet: drafts without an approval, and keys that somebody else has to release. Both empty where the house asks for none. */
export function findUnapproved(orm: Orm, actor: Pick<Actor, 'id'>, publishing: Publishing): { unapproved: Unapproved[]; own: string[] } {
  const rule = approvalRule(orm)
  if (rule === 'off') return { unapproved: [], own: [] }
  return {
    unapproved: publishing.translations.flatMap(translation => unapprovedOf(orm, rule, translation) ?? []),
    own: ownChanges(orm, actor, rule, publishing),
  }
}

function unapprovedOf(orm: Orm, rule: ApprovalRule, { articleId, locale, content }: Publishing['translations'][number]): Unapproved | null {
  if (!content) return null
  const place = { articleId, locale }
  const hash = approvalHash(content)
  const live = findLive(orm, place)
  if (live && approvalHash(live) === hash) return null
  if (isApproved(orm, place, hash, rule)) return null
  return { ...place, slug: content.metadata.slug, title: content.title, reason: wasApproved(orm, place) ? 'changed' : 'unapproved' }
}

function ownChanges(orm: Orm, actor: Pick<Actor, 'id'>, rule: ApprovalRule, { facts, snippets }: Publishing): string[] {
  const isOwn = (row: { updatedBy: string } | undefined) => row !== undefined && !canReleaseChangeOf(actor, rule, row.updatedBy)
  return [
    ...facts.filter(({ key }) => isOwn(orm.select({ updatedBy: fact.updatedBy }).from(fact).where(eq(fact.key, key)).get())),
    ...snippets.filter(({ key }) => isOwn(orm.select({ updatedBy: snippet.updatedBy }).from(snippet).where(eq(snippet.key, key)).get())),
  ].map(({ key }) => key)
}
