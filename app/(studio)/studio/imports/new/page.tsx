import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { importLimits } from '#lib/exchange/import-limits.ts'
import { NewImport } from './new-import.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('imports.new') }
}

export default async function NewImportPage() {
  const { actor } = await requireSession()
  const { t } = await readInterface()
  if (!actor.scopes.has('write')) return <NoAccess />
  return (
    <div className="page">
      <PageHead title={t('imports.new')} />
      <p className="page-lead">{t('imports.newLead')}</p>
      <NewImport canPublish={actor.scopes.has('publish')} limits={{ file: importLimits.file, packed: importLimits.packed }} />
    </div>
  )
}
