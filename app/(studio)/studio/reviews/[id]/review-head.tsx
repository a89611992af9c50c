import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { ReviewBadge } from '#app/_ui/review/review-badge.tsx'
import type { ReviewWithContent } from '#lib/review/read-review.ts'
import { ReviewActions } from './review-actions.tsx'

interface Props {
  review: ReviewWithContent
  canWrite: boolean
  canApprove: boolean
  /** The viewer asked for it. */
  isMine: boolean
  /** Another review that waits for the viewer. */
  next: string | null
}

/** What is reviewed, by whose wish, what became of it, and what can be done. */
export async function ReviewHead({ review, canWrite, canApprove, isMine, next }: Props) {
  const { t, format } = await readInterface()
  const when = (instant: number) => format.dateTime(instant, { dateStyle: 'long', timeStyle: 'short' })
  const mayApprove = canApprove && review.obstacle === null
  return (
    <>
      <nav className="crumb" aria-label={t('common.breadcrumbs')}>
        <Link href="/studio/reviews">
          <Icon name="left" size={15} />
          {t('workflow.reviews.title')}
        </Link>
      </nav>
      <PageHead title={review.title} lang={review.locale}>
        {next && (
          <ButtonLink href={`/studio/reviews/${next}`} variant="subtle" rightSection={<Icon name="right" size={16} />}>
            {t('workflow.review.next')}
          </ButtonLink>
        )}
        <ReviewActions
          review={{ id: review.id, articleId: review.articleId, locale: review.locale, state: review.state, isCurrent: review.isCurrent }}
          rights={{ approve: mayApprove, reject: canApprove, withdraw: canWrite && (isMine || canApprove), resend: canWrite }}
          next={next}
        />
      </PageHead>
      <div className="article-meta">
        <ReviewBadge state={review.state} t={t} />
        <Link href={`/studio/articles/${review.articleId}?locale=${review.locale}`} className="mono meta-link">
          {review.slug}
        </Link>
        <span className="locale-tag">{review.locale}</span>
        <span>{t('workflow.review.requested', { name: review.requestedBy.name, date: when(review.requestedAt) })}</span>
        {review.authors.length > 0 && (
          <span>{t('workflow.review.authors', { names: review.authors.map(({ name }) => name).join(', ') })}</span>
        )}
        {review.decidedBy && review.decidedAt !== null && (
          <span>
            {t(`workflow.review.decided.${review.state as 'approved'}`, { name: review.decidedBy.name, date: when(review.decidedAt) })}
          </span>
        )}
      </div>
      {review.note && <p className="review-note">{review.note}</p>}
      {review.reason && (
        <div className="review-reason">
          <Icon name="back" />
          <div>
            <strong>{t('workflow.review.reason')}</strong>
            <p>{review.reason}</p>
          </div>
        </div>
      )}
      {(review.state === 'open' || review.state === 'approved') && !review.isCurrent && (
        <p className="review-warning">
          <Icon name="warning" />
          {t(review.state === 'open' ? 'workflow.review.outOfDate' : 'workflow.review.changedSince')}
        </p>
      )}
      {review.state === 'open' && canApprove && review.obstacle === 'own-change' && (
        <p className="review-warning">
          <Icon name="info" />
          {t('workflow.review.ownChange')}
        </p>
      )}
    </>
  )
}
