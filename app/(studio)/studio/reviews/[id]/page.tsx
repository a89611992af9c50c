import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { StateTabs } from '#app/_ui/difference/state-tabs.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { CommentDesk } from '#app/_ui/review/comment-desk.tsx'
import { CommentPanel } from '#app/_ui/review/comment-panel.tsx'
import { PlaceMark } from '#app/_ui/review/place-mark.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession, type Session } from '#app/session.ts'
import { readRights } from '#lib/authoring/article-rights.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { isIstokError } from '#lib/errors.ts'
import { listComments } from '#lib/review/list-comments.ts'
import { listReviews } from '#lib/review/list-reviews.ts'
import { placesOf } from '#lib/review/locate-quote.ts'
import { type ReviewBase, readReviewDifference } from '#lib/review/read-review-difference.ts'
import { ReviewHead } from './review-head.tsx'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

const readIt = cache(async (session: Session, id: string, base: ReviewBase) => {
  try {
    return await readReviewDifference(session.istok, session.actor, id, base)
  } catch (error) {
    if (isIstokError(error) && error.code === 'not_found') notFound()
    throw error
  }
})

const baseOf = (query: Query): ReviewBase => (readValue(query, 'base') === 'previous' ? 'previous' : 'live')

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { review } = await readIt(await requireSession(), (await params).id, baseOf(await searchParams))
  return { title: (await readInterface()).t('workflow.review.title', { title: review.title }) }
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { istok, actor } = session
  const difference = await readIt(session, (await params).id, baseOf(await searchParams))
  const { review } = difference
  const ui = await readInterface()
  const place = { articleId: review.articleId, locale: review.locale }
  const { items: categories } = await listCategories(istok, actor)
  const threads = await listComments(istok, actor, place)
  const { items: waiting } = await listReviews(istok, actor, { view: 'waiting', limit: 2 })
  const facts = new Map(difference.facts.map(({ key, after }) => [key, after ?? key]))
  const texts = placesOf(review.content, { fact: ({ attrs }) => facts.get(attrs.key) ?? attrs.key })
  const rights = readRights(istok, actor, review.articleId)
  const canWrite = rights.write
  const path = `/studio/reviews/${review.id}`
  return (
    <div className="page">
      <ReviewHead
        review={review}
        canWrite={canWrite}
        isMine={review.requestedBy.id === actor.id}
        canApprove={rights.approve}
        next={waiting.find(({ id }) => id !== review.id)?.id ?? null}
      />
      <CommentDesk>
        <div className="review-columns">
          <div className="review-difference">
            <nav className="view-tabs" aria-label={ui.t('workflow.review.comparedWith')}>
              <Link href={path} className="view-tab" aria-current={difference.base === 'live' ? 'page' : undefined}>
                {ui.t(difference.hasBase || difference.base === 'previous' ? 'workflow.review.withLive' : 'workflow.review.allNew')}
              </Link>
              {review.previous && (
                <Link
                  href={`${path}?base=previous`}
                  className="view-tab"
                  aria-current={difference.base === 'previous' ? 'page' : undefined}
                >
                  {ui.t('workflow.review.withPrevious')}
                </Link>
              )}
            </nav>
            <StateTabs
              difference={difference}
              lang={review.locale}
              ui={ui}
              categories={Object.fromEntries(categories.map(({ slug, title }) => [slug, textIn(title, ui.locale, slug)]))}
              beside={path => (
                <PlaceMark
                  path={path}
                  text={texts.get(path) ?? ''}
                  canWrite={canWrite}
                  count={threads.filter(thread => thread.resolvedAt === null && thread.place.path === path).length}
                />
              )}
            />
          </div>
          <CommentPanel articleId={review.articleId} locale={review.locale} reviewId={review.id} threads={threads} canWrite={canWrite} />
        </div>
      </CommentDesk>
    </div>
  )
}
