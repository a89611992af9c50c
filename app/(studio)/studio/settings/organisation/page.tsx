import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { readOrganisationSettings } from '#lib/organisation/read-organisation-settings.ts'
import { OrganisationForm } from './organisation-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('admin.organisation.title') }
}

export default async function OrganisationPage() {
  const { istok, actor } = await requireSession()
  if (!actor.scopes.has('admin')) return <NoAccess />
  const { t } = await readInterface()
  const organisation = await readOrganisationSettings(istok, actor)
  return (
    <div className="page">
      <PageHead title={t('admin.organisation.title')} />
      <p className="page-lead">{t('admin.organisation.lead')}</p>
      <OrganisationForm organisation={organisation} zones={Intl.supportedValuesOf('timeZone')} />
    </div>
  )
}
