import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeleteButton } from '#app/_catalogue/delete-button.tsx'
import { UsagePanel } from '#app/_catalogue/usage-panel.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Crumb } from '#app/_ui/crumb.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { readSnippet } from '#lib/authoring/read-snippet.ts'
import { readSnippetUsage } from '#lib/authoring/read-snippet-usage.ts'
import { isIstokError } from '#lib/errors.ts'
import { SnippetForm } from '../snippet-form.tsx'
import { SnippetHistory } from './snippet-history.tsx'

interface Props {
  params: Promise<{ key: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key) }
}

export default async function SnippetPage({ params }: Props) {
  const { istok, actor, userId } = await requireSession()
  const { t, locale } = await readInterface()
  const key = decodeURIComponent((await params).key)
  const snippet = await readSnippet(istok, actor, { key }).catch(missing)
  const usage = await readSnippetUsage(istok, actor, { key })
  const canWrite = actor.scopes.has('write')
  return (
    <div className="page">
      <Crumb href="/studio/snippets">{t('catalogue.snippets.title')}</Crumb>
      <PageHead title={textIn(snippet.title, locale, snippet.key)}>
        <span className="mono quiet">{snippet.key}</span>
        <StatusBadge status={snippet.status} t={t} />
        {canWrite && (
          <DeleteButton
            path={`/snippets/${encodeURIComponent(key)}`}
            version={snippet.version}
            name={snippet.key}
            then="/studio/snippets"
          />
        )}
      </PageHead>
      <SnippetForm
        userId={userId}
        snippet={snippet}
        locales={istok.env.locales}
        canWrite={canWrite}
        canPublish={actor.scopes.has('publish')}
      />
      <div className="panel-grid">
        <UsagePanel usage={usage} />
        <SnippetHistory snippet={snippet} />
      </div>
    </div>
  )
}

function missing(error: unknown): never {
  if (isIstokError(error) && error.code === 'not_found') notFound()
  throw error
}
