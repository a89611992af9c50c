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
import { readFact } from '#lib/authoring/read-fact.ts'
import { readFactUsage } from '#lib/authoring/read-fact-usage.ts'
import { now } from '#lib/clock.ts'
import { isIstokError } from '#lib/errors.ts'
import { FactForm } from '../fact-form.tsx'
import { FactHistory } from './fact-history.tsx'

interface Props {
  params: Promise<{ key: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key) }
}

export default async function FactPage({ params }: Props) {
  const { istok, actor, userId } = await requireSession()
  const { t, locale } = await readInterface()
  const key = decodeURIComponent((await params).key)
  const fact = await readFact(istok, actor, { key }).catch(missing)
  const usage = await readFactUsage(istok, actor, { key })
  const canWrite = actor.scopes.has('write')
  return (
    <div className="page">
      <Crumb href="/studio/facts">{t('facts.title')}</Crumb>
      <PageHead title={textIn(fact.title, locale, fact.key)}>
        <span className="mono quiet">{fact.key}</span>
        <StatusBadge status={fact.status} t={t} />
        {canWrite && (
          <DeleteButton path={`/facts/${encodeURIComponent(key)}`} version={fact.version} name={fact.key} then="/studio/facts" />
        )}
      </PageHead>
      <FactForm
        userId={userId}
        fact={fact}
        locales={istok.env.locales}
        canWrite={canWrite}
        canPublish={actor.scopes.has('publish')}
        now={now()}
      />
      <div className="panel-grid">
        <UsagePanel usage={usage} />
        <FactHistory fact={fact} />
      </div>
    </div>
  )
}

function missing(error: unknown): never {
  if (isIstokError(error) && error.code === 'not_found') notFound()
  throw error
}
