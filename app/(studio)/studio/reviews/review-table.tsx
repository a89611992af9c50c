import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ReviewBadge } from '#app/_ui/review/review-badge.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { ReviewEntry } from '#lib/review/present-review.ts'

export async function ReviewTable({ reviews }: { reviews: ReviewEntry[] }) {
  const { t, format } = await readInterface()
  return (
    <TableBox label={t('workflow.reviews.title')}>
      <table className="table table-stacked">
        <thead>
          <tr>
            <th scope="col">{t('articles.article')}</th>
            <th scope="col">{t('workflow.reviews.state')}</th>
            <th scope="col">{t('articles.languages')}</th>
            <th scope="col">{t('workflow.reviews.requestedBy')}</th>
            <th scope="col" className="number">
              {t('workflow.reviews.requestedAt')}
            </th>
          </tr>
        </thead>
        <tbody>
          {reviews.map(review => (
            <tr key={review.id} data-row>
              <td className="wide">
                <Link href={`/studio/reviews/${review.id}`} className="row-link" lang={review.locale}>
                  {review.title}
                </Link>
                <span className="under">
                  <span className="mono">{review.slug}</span>
                  {review.note && <span>{review.note}</span>}
                </span>
              </td>
              <td>
                <ReviewBadge state={review.state} t={t} />
                {review.state === 'open' && !review.isCurrent && <span className="quiet block">{t('workflow.reviews.outOfDate')}</span>}
              </td>
              <td>
                <span className="locale-tag">{review.locale}</span>
              </td>
              <td className="nowrap">{review.requestedBy.name}</td>
              <td className="number">
                <time dateTime={new Date(review.requestedAt).toISOString()}>
                  {format.dateTime(review.requestedAt, { dateStyle: 'medium', timeStyle: 'short' })}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
