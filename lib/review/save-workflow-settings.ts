import { setting } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import type { Istok } from '../istok.ts'
import { approvalRule, approvalSetting, type WorkflowSettings } from './workflow-settings.ts'

/** Sets how the house approves; holds for the next publication, also of what is scheduled already. Throws unauthenticated, forbidden (needs admin). */
export async function saveWorkflowSettings(istok: Istok, actor: Actor, input: WorkflowSettings): Promise<WorkflowSettings> {
  requireScope(actor, 'admin')
  await write(istok.database, async tx => {
    const before = approvalRule(tx.orm)
    if (before === input.approval) return
    const row = { key: approvalSetting, value: input.approval }
    await tx.orm.insert(setting).values(row).onConflictDoUpdate({ target: setting.key, set: row })
    await recordAudit(tx, actor, 'setting.changed', `setting:${approvalSetting}`, { before, after: input.approval })
  })
  return input
}
