import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { isIstokError } from '#lib/errors.ts'
import { readImport } from '#lib/exchange/read-import.ts'
import { FollowedImport } from './followed-import.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('imports.one') }
}

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const { istok, actor } = await requireSession()
  const { t, format } = await readInterface()
  if (!actor.scopes.has('write')) return <NoAccess />
  const state = await readImport(istok, actor, await params).catch((error: unknown) => {
    if (isIstokError(error) && error.code === 'not_found') notFound()
    throw error
  })
  const kind = state.dryRun ? 'dryRun' : state.publish ? 'release' : 'drafts'
  return (
    <div className="page">
      <PageHead title={t('imports.one')} />
      <p className="page-lead">
        {format.dateTime(state.createdAt, { dateStyle: 'long', timeStyle: 'short' })} · {t(`imports.kinds.${kind}`)}
      </p>
      <FollowedImport state={state} />
    </div>
  )
}
