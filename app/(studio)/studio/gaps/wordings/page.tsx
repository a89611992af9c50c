import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { listWordings } from '#lib/learning/list-wordings.ts'
import { LearningFilter } from '../learning-filter.tsx'
import { LearningTabs } from '../learning-tabs.tsx'
import { WordingRow } from './wording-row.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('learning.wordings.title') }
}

const states = ['open', 'attached', 'rejected'] as const
const keep = ['q', 'channel', 'state'] as const

export default async function WordingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const { t } = await readInterface()
  const given = readValue(query, 'state')
  const state = states.find(one => one === given) ?? 'open'
  const [q, channel] = [readValue(query, 'q'), readValue(query, 'channel')]
  const page = await listWordings(istok, actor, { state, q, channel, cursor: readValue(query, 'cursor'), limit: 50 })
  const isFiltered = q !== undefined || channel !== undefined
  const rights = { canWrite: actor.scopes.has('write'), canPublish: actor.scopes.has('publish') }
  return (
    <div className="page">
      <PageHead title={t('learning.wordings.title')} />
      <p className="page-lead">{t('learning.wordings.lead')}</p>
      <LearningTabs current={`wordings.${state}`} />
      <LearningFilter path="/studio/gaps/wordings" q={q ?? ''} channel={channel ?? null} state={state} />
      {page.items.length > 0 ? (
        <ul className="learning-list">
          {page.items.map(wording => (
            <WordingRow key={wording.id} wording={wording} rights={rights} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon="comment"
          title={t(isFiltered ? 'learning.noneFound' : `learning.wordings.none.${state}`)}
          text={t(isFiltered ? 'learning.noneFoundHint' : `learning.wordings.noneHint.${state}`)}
        />
      )}
      <Pager path="/studio/gaps/wordings" query={query} keep={keep} nextCursor={page.nextCursor} />
    </div>
  )
}
