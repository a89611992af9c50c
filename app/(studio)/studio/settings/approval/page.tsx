import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { readWorkflowSettings } from '#lib/review/read-workflow-settings.ts'
import { ApprovalForm } from './approval-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('workflow.settings.title') }
}

export default async function ApprovalPage() {
  const { istok, actor } = await requireSession()
  if (!actor.scopes.has('admin')) return <NoAccess />
  const { t } = await readInterface()
  const { approval } = await readWorkflowSettings(istok, actor)
  return (
    <div className="page">
      <PageHead title={t('workflow.settings.title')} />
      <p className="page-lead">{t('workflow.settings.lead')}</p>
      <ApprovalForm approval={approval} />
    </div>
  )
}
