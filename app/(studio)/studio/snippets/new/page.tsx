import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Crumb } from '#app/_ui/crumb.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { SnippetForm } from '../snippet-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.snippets.new') }
}

export default async function NewSnippetPage() {
  const { istok, actor, userId } = await requireSession()
  const { t } = await readInterface()
  if (!actor.scopes.has('write')) return <NoAccess />
  return (
    <div className="page">
      <Crumb href="/studio/snippets">{t('catalogue.snippets.title')}</Crumb>
      <PageHead title={t('catalogue.snippets.new')} />
      <SnippetForm userId={userId} snippet={null} locales={istok.env.locales} canWrite canPublish={actor.scopes.has('publish')} />
    </div>
  )
}
