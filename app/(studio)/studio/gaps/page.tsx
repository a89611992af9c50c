import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { listGaps } from '#lib/learning/list-gaps.ts'
import { GapRow } from './gap-row.tsx'
import { LearningList } from './learning-list.tsx'
import { readLearningRights } from './read-learning-rights.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('learning.gaps.title') }
}

const states = ['open', 'closed', 'dismissed'] as const

export default async function GapsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const given = readValue(query, 'state')
  const state = states.find(one => one === given) ?? 'open'
  const [q, channel, cursor] = [readValue(query, 'q'), readValue(query, 'channel'), readValue(query, 'cursor')]
  const page = await listGaps(istok, actor, { state, q, channel, cursor, limit: 50 })
  const rights = await readLearningRights(
    { istok, actor },
    page.items.map(({ articleId }) => articleId ?? ''),
  )
  return (
    <LearningList
      kind="gaps"
      state={state}
      path="/studio/gaps"
      query={query}
      nextCursor={page.nextCursor}
      rows={page.items.map(gap => <GapRow key={gap.id} gap={gap} rights={rights} />)}
    />
  )
}
