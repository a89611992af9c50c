import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { readAnsweringSettings } from '#lib/answering/answering-settings.ts'
import { thresholdsOf } from '#lib/answering/decide.ts'
import { channels } from '#lib/compile/channels.ts'
import { AnsweringForm } from './answering-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('learning.settings.title') }
}

export default async function AnsweringPage() {
  const { istok, actor } = await requireSession()
  if (!actor.scopes.has('admin')) return <NoAccess />
  const { t } = await readInterface()
  const usual = Object.fromEntries(Object.values(channels).map(({ id, kind }) => [id, thresholdsOf(kind)]))
  const settings = readAnsweringSettings(istok)
  return (
    <div className="page">
      <PageHead title={t('learning.settings.title')} />
      <p className="page-lead">{t('learning.settings.lead')}</p>
      <AnsweringForm key={settings.version} settings={settings} usual={usual} />
    </div>
  )
}
