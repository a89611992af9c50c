import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { listFacts } from '#lib/authoring/list-facts.ts'
import { FactFilter } from './fact-filter.tsx'
import { FactTable } from './fact-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('facts.title') }
}

export default async function FactsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const session = await requireSession()
  const query = await searchParams
  const { t } = await readInterface()
  const q = readValue(query, 'q')
  const page = await listFacts(session.istok, session.actor, { q, cursor: readValue(query, 'cursor'), limit: 100 })
  return (
    <div className="page">
      <PageHead title={t('facts.title')} />
      <p className="page-lead">{t('facts.lead')}</p>
      <FactFilter q={q ?? ''} />
      {page.items.length > 0 ? (
        <FactTable facts={page.items} session={session} />
      ) : (
        <EmptyState icon="facts" title={t(q ? 'facts.noneFound' : 'facts.none')} text={t(q ? 'facts.noneFoundHint' : 'facts.noneHint')} />
      )}
      <Pager path="/studio/facts" query={query} keep={['q']} nextCursor={page.nextCursor} />
    </div>
  )
}
