import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Crumb } from '#app/_ui/crumb.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { now } from '#lib/clock.ts'
import { FactForm } from '../fact-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.facts.new') }
}

export default async function NewFactPage() {
  const { istok, actor, userId } = await requireSession()
  const { t } = await readInterface()
  if (!actor.scopes.has('write')) return <NoAccess />
  return (
    <div className="page">
      <Crumb href="/studio/facts">{t('facts.title')}</Crumb>
      <PageHead title={t('catalogue.facts.new')} />
      <FactForm userId={userId} fact={null} locales={istok.env.locales} canWrite canPublish={actor.scopes.has('publish')} now={now()} />
    </div>
  )
}
