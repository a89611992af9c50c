'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'use-intl'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import type { ExplainedAnswer } from '#lib/answering/explain-answer.ts'

const looks = {
  answered: { tone: 'green', icon: 'check' },
  clarify: { tone: 'blue', icon: 'info' },
  unanswered: { tone: 'gray', icon: 'warning' },
} as const

/** What a channel would say to the question, and how sure the classifier is of which article. */
export function ChannelAnswer({ answer, locale }: { answer: ExplainedAnswer; locale: string }) {
  const t = useTranslations('catalogue.try.answers')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  const { status, candidates, thresholds } = answer
  return (
    <section className="try-answer" aria-label={t('title')}>
      <p className="hit-title">
        <strong>{t('title')}</strong>
        <StateBadge {...looks[status]}>{t(status, { title: candidates[0]?.title ?? '' })}</StateBadge>
      </p>
      {candidates.length > 0 && (
        <>
          <ul className="plain-list">
            {candidates.map(({ articleId, title, probability }) => (
              <li key={articleId}>
                <Link href={`/studio/articles/${articleId}?locale=${locale}`} lang={locale} className="usage-link">
                  {title}
                </Link>{' '}
                <span className="quiet number">{percent(probability)}</span>
              </li>
            ))}
          </ul>
          <p className="quiet">{t('likely', { answer: percent(thresholds.answer), clarify: percent(thresholds.clarify) })}</p>
        </>
      )}
    </section>
  )
}
