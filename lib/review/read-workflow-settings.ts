import type { Actor } from '#lib/access/actor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import type { Istok } from '../istok.ts'
import { approvalRule, type WorkflowSettings } from './workflow-settings.ts'

/** How the house approves. Throws unauthenticated, forbidden (needs write or read:internal). */
export async function readWorkflowSettings(istok: Istok, actor: Actor): Promise<WorkflowSettings> {
  requireDrafts(actor)
  return { approval: approvalRule(istok.database.reader.orm) }
}
