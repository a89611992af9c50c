import type { Actor } from './actor.ts'

/** Whether approving is asked for before publishing, and of whom. `four-eyes`: of somebody who has not changed the draft since it was last approved. */
export type ApprovalRule = 'off' | 'required' | 'four-eyes'
export const approvalRules = ['off', 'required', 'four-eyes'] as const

/** Why somebody may not approve: they are no approver, or they wrote it themselves. null: they may. */
export type ApprovalObstacle = 'not-an-approver' | 'own-change' | null

/** What stands between the actor, who is an approver of it or not, and approving a draft that `authors` (ids of actors) have changed since its last approval. */
export function approvalObstacle(
  actor: Pick<Actor, 'id'>,
  isApprover: boolean,
  rule: ApprovalRule,
  authors: readonly string[],
): ApprovalObstacle {
  if (!isApprover) return 'not-an-approver'
  return rule === 'four-eyes' && authors.includes(actor.id) ? 'own-change' : null
}

/** True when an approval by `approver` of what `authors` had written satisfies the rule. */
export function isApprovalEnough(rule: ApprovalRule, approver: string | null, authors: readonly string[]): boolean {
  return rule !== 'four-eyes' || (approver !== null && !authors.includes(approver))
}

/** True when whoever asks may release a fact or a snippet that `changedBy` changed last: it has no review of its own, so its release is the second look. */
export function canReleaseChangeOf(actor: Pick<Actor, 'id'>, rule: ApprovalRule, changedBy: string): boolean {
  return rule !== 'four-eyes' || actor.id !== changedBy
}
