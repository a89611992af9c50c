import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { StandingBadge } from '#app/_ui/review/standing-badge.tsx'
import { now } from '#lib/clock.ts'
import { ConfirmButton } from './confirm-button.tsx'
import type { ArticlePlace } from './read-place.ts'

/** What is going on with an article: its review, its owner, when somebody has to look again, and the ways to its history and translation. */
export async function WorkState({ place, canWrite }: { place: ArticlePlace; canWrite: boolean }) {
  const { t, format } = await readInterface()
  const { article, locale, translation } = place
  const summary = article.translations.find(one => one.locale === locale)
  const base = `/studio/articles/${article.id}`
  const isDue = article.dueAt !== null && article.dueAt <= now()
  return (
    <div className="work-state">
      {summary?.standing && (
        <Link href={`/studio/reviews/${summary.reviewId}`} className="standing-link">
          <StandingBadge standing={summary.standing} t={t} />
        </Link>
      )}
      {article.owner && <span>{t('workflow.head.owner', { name: article.owner })}</span>}
      {article.dueAt !== null && (
        <span className={isDue ? 'due-now' : undefined}>
          {isDue && <Icon name="warning" size={14} />}
          {t(isDue ? 'workflow.head.overdue' : 'workflow.head.due', { date: format.dateTime(article.dueAt, { dateStyle: 'medium' }) })}
        </span>
      )}
      {isDue && canWrite && <ConfirmButton articleId={article.id} />}
      {translation && (
        <Link href={`${base}/history?locale=${locale}`} className="work-link">
          <Icon name="history" size={15} />
          {t('workflow.head.history')}
        </Link>
      )}
      {canWrite && article.translations.some(one => one.locale !== locale) && (
        <Link href={`${base}/translate?locale=${locale}`} className="work-link">
          <Icon name="language" size={15} />
          {t('workflow.head.translate')}
        </Link>
      )}
    </div>
  )
}
