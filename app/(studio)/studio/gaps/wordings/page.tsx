import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { listWordings } from '#lib/learning/list-wordings.ts'
import { LearningList } from '../learning-list.tsx'
import { readLearningRights } from '../read-learning-rights.ts'
import { WordingRow } from './wording-row.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('learning.wordings.title') }
}

/** Milliseconds; while articles are still being learned the list is in order of how often each wording was heard. */
const patience = 20

const states = ['open', 'attached', 'rejected'] as const

export default async function WordingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const given = readValue(query, 'state')
  const state = states.find(one => one === given) ?? 'open'
  const [q, channel, cursor] = [readValue(query, 'q'), readValue(query, 'channel'), readValue(query, 'cursor')]
  const page = await listWordings(istok, actor, { state, q, channel, cursor, limit: 50, patience })
  const rights = await readLearningRights(
    { istok, actor },
    page.items.flatMap(({ article, likely }) => [article?.articleId ?? '', ...likely.map(one => one.articleId)]),
  )
  return (
    <LearningList
      kind="wordings"
      state={state}
      path="/studio/gaps/wordings"
      query={query}
      nextCursor={page.nextCursor}
      isBeingJudged={!page.isComplete}
      rows={page.items.map(wording => <WordingRow key={wording.id} wording={wording} rights={rights} />)}
    />
  )
}
