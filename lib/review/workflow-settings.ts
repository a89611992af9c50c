import { eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { setting } from '#db/schema/access.ts'
import { type ApprovalRule, approvalRules } from '#lib/access/can-approve.ts'

/** The row of the table of settings. */
export const approvalSetting = 'workflow.approval'

export interface WorkflowSettings {
  approval: ApprovalRule
}

/** The rule that holds now; `off` until somebody sets it. A value that this version does not know counts as the strictest. */
export function approvalRule(orm: BetterSQLite3Database): ApprovalRule {
  const value = prepared(orm, approval).get()?.value
  if (value === undefined) return 'off'
  return approvalRules.find(rule => rule === value) ?? 'four-eyes'
}

const approval = (orm: BetterSQLite3Database) =>
  orm.select({ value: setting.value }).from(setting).where(eq(setting.key, approvalSetting)).prepare()
