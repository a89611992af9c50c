import type { Metadata } from 'next'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue, withQuery } from '#app/_ui/query.ts'
import { RowKeys } from '#app/_ui/row-keys.tsx'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { countWaiting, listReviews } from '#lib/review/list-reviews.ts'
import { ReviewTable } from './review-table.tsx'
import { StateFilter } from './state-filter.tsx'

const views = ['waiting', 'mine', 'all'] as const
const states = ['open', 'approved', 'rejected', 'withdrawn', 'superseded'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('workflow.reviews.title') }
}

export default async function ReviewsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const { t } = await readInterface()
  const asked = views.find(known => known === readValue(query, 'view'))
  const view = asked ?? (canSomewhere(actor, 'approve') ? 'waiting' : 'mine')
  const state = states.find(known => known === readValue(query, 'state'))
  const page = await listReviews(istok, actor, { view, state, cursor: readValue(query, 'cursor'), limit: 50 })
  const waiting = await countWaiting(istok, actor)
  return (
    <div className="page">
      <PageHead title={t('workflow.reviews.title')} />
      <div className="toolbar">
        <nav className="view-tabs" aria-label={t('workflow.reviews.views')}>
          {views.map(one => (
            <Link
              key={one}
              href={withQuery('/studio/reviews', { view: one })}
              className="view-tab"
              aria-current={one === view ? 'page' : undefined}
            >
              {t(`workflow.reviews.${one}`)}
              {one === 'waiting' && waiting > 0 && <span className="view-count">{waiting}</span>}
            </Link>
          ))}
        </nav>
        {view !== 'waiting' && <StateFilter view={view} state={state ?? ''} />}
      </div>
      {page.items.length > 0 ? (
        <RowKeys>
          <ReviewTable reviews={page.items} />
        </RowKeys>
      ) : (
        <EmptyState icon="reviews" title={t(`workflow.reviews.none.${view}`)} text={t(`workflow.reviews.noneHint.${view}`)} />
      )}
      <Pager path="/studio/reviews" query={query} keep={['view', 'state']} nextCursor={page.nextCursor} />
    </div>
  )
}
