import { z } from '@hono/zod-openapi'
import { approvalRules } from '#lib/access/can-approve.ts'
import { readWorkflowSettings } from '#lib/review/read-workflow-settings.ts'
import { saveWorkflowSettings } from '#lib/review/save-workflow-settings.ts'
import { addRoute } from '../add-route.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'

const settings = z
  .strictObject({
    approval: z.enum(approvalRules).openapi({
      description:
        'off: drafts are published as before; required: only what was approved as it is; four-eyes: approved by somebody who did not write it',
    }),
  })
  .openapi('WorkflowSettings')

/** How the house approves. */
export function addWorkflowSettingsRoutes(app: Api, wire: Wire): void {
  const path = '/settings/workflow'
  const group = 'Operations'
  const answers = { 200: { description: 'The settings', schema: settings } }
  addRoute(
    app,
    wire,
    { method: 'get', path, summary: 'Whether publishing asks for an approval', group, scope: 'drafts', answers },
    async ({ istok, actor }) => jsonReply(istok, await readWorkflowSettings(istok, actor)),
  )
  addRoute(
    app,
    wire,
    { method: 'put', path, summary: 'Sets whether publishing asks for an approval', group, scope: 'admin', body: settings, answers },
    async ({ istok, actor, body }) => jsonReply(istok, await saveWorkflowSettings(istok, actor, body)),
  )
}
