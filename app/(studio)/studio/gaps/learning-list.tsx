import type { ReactNode } from 'react'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { BeingJudged } from './being-judged.tsx'
import { LearningFilter } from './learning-filter.tsx'
import { LearningTabs } from './learning-tabs.tsx'

interface Props {
  kind: 'gaps' | 'wordings'
  state: 'open' | 'closed' | 'dismissed' | 'attached' | 'rejected'
  path: string
  query: Query
  nextCursor: string | null
  /** The order is yet to become better. */
  isBeingJudged?: boolean
  /** The rows; none: the list is empty. */
  rows: ReactNode[]
}

const keep = ['q', 'channel', 'state'] as const

/** A list of what customers ask, with its tabs and filters. */
export async function LearningList({ kind, state, path, query, nextCursor, isBeingJudged = false, rows }: Props) {
  const { t } = await readInterface()
  const [q, channel] = [readValue(query, 'q'), readValue(query, 'channel')]
  const isFiltered = q !== undefined || channel !== undefined
  return (
    <div className="page">
      <PageHead title={t(`learning.${kind}.title`)} />
      <p className="page-lead">{t(`learning.${kind}.lead`)}</p>
      <LearningTabs current={`${kind}.${state}`} />
      <LearningFilter path={path} q={q ?? ''} channel={channel ?? null} state={state} />
      {isBeingJudged && <BeingJudged />}
      {rows.length > 0 ? (
        <ul className="learning-list">{rows}</ul>
      ) : (
        <EmptyState
          icon={kind === 'gaps' ? 'search' : 'comment'}
          title={t(isFiltered ? 'learning.noneFound' : (`learning.${kind}.none.${state}` as 'learning.gaps.none.open'))}
          text={t(isFiltered ? 'learning.noneFoundHint' : (`learning.${kind}.noneHint.${state}` as 'learning.gaps.noneHint.open'))}
        />
      )}
      <Pager path={path} query={query} keep={keep} nextCursor={nextCursor} />
    </div>
  )
}
