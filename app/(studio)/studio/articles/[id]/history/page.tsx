import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { StateTabs } from '#app/_ui/difference/state-tabs.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { readRights } from '#lib/authoring/article-rights.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { isIstokError } from '#lib/errors.ts'
import { type History, listStates } from '#lib/review/list-states.ts'
import { readRevisionDifference, type State } from '#lib/review/read-revision-difference.ts'
import { readPlace } from '../read-place.ts'
import { HistoryList } from './history-list.tsx'
import { LocaleLinks } from './locale-links.tsx'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('workflow.history.title') }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { istok, actor } = session
  const query = await searchParams
  const { article, translation, locale, locales } = await readPlace(session, (await params).id, query)
  const ui = await readInterface()
  const { t } = ui
  const base = `/studio/articles/${article.id}`
  const head = (
    <>
      <nav className="crumb" aria-label={t('common.breadcrumbs')}>
        <Link href={`${base}?locale=${locale}`}>
          <Icon name="left" size={15} />
          {translation?.title ?? article.slug}
        </Link>
      </nav>
      <PageHead title={t('workflow.history.title')}>
        <LocaleLinks locales={locales} locale={locale} path={`${base}/history`} label={t('article.languages')} />
      </PageHead>
    </>
  )
  if (!translation)
    return (
      <div className="page">
        {head}
        <EmptyState icon="history" title={t('article.noTranslation')} text={t('workflow.history.none')} />
      </div>
    )
  const place = { articleId: article.id, locale }
  const history = await listStates(istok, actor, place)
  const { from, to } = statesOf(query, history)
  const difference = await readRevisionDifference(istok, actor, { ...place, from, to }).catch(error => {
    if (isIstokError(error) && error.code === 'not_found') notFound()
    throw error
  })
  const { items: categories } = await listCategories(istok, actor)
  return (
    <div className="page">
      {head}
      <div className="history-columns">
        <HistoryList history={history} place={place} from={from} to={to} canWrite={readRights(istok, actor, article.id).write} />
        <section className="review-difference" aria-labelledby="compared">
          <h2 id="compared" className="history-compared">
            {from === null
              ? t('workflow.history.first', { to: nameOf(to, t) })
              : t('workflow.history.compared', { from: nameOf(from, t), to: nameOf(to, t) })}
          </h2>
          <StateTabs
            key={`${from} ${to}`}
            difference={difference}
            lang={locale}
            ui={ui}
            categories={Object.fromEntries(categories.map(({ slug, title }) => [slug, textIn(title, ui.locale, slug)]))}
          />
        </section>
      </div>
    </div>
  )
}

/** The two states that the address names; else the draft, or the newest revision when the draft is no other, against what was before it. */
function statesOf(query: Query, { draft, revisions }: History): { from: State | null; to: State } {
  const [newest, before] = revisions
  const usual: State = draft.isChanged || !newest ? 'draft' : newest.number
  const to = stateOf(readValue(query, 'to')) ?? usual
  const asked = stateOf(readValue(query, 'from'))
  if (asked !== null) return { from: asked, to }
  const earlier = to === 'draft' ? newest : revisions.find(({ number }) => number < to)
  return { from: earlier?.number ?? (to === 'draft' ? (before?.number ?? null) : null), to }
}

function stateOf(value: string | undefined): State | null {
  if (value === 'draft') return 'draft'
  return value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null
}

function nameOf(state: State, t: Awaited<ReturnType<typeof readInterface>>['t']): string {
  return state === 'draft' ? t('workflow.history.draft') : t('workflow.history.revision', { number: state })
}
