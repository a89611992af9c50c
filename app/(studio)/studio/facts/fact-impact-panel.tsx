'use client'

import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { ImpactProblem } from '#app/_catalogue/impact-problem.tsx'
import { ImpactArticles, ImpactCounts, type ShownImpact } from '#app/_catalogue/impact-view.tsx'
import type { Problem } from '#app/_ui/call-api.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import type { FactReading } from '#lib/impact/describe-fact.ts'
import type { ArticleImpact } from '#lib/impact/measure-impact.ts'
import type { FactDraft } from './fact-draft.ts'

type Value = FactValidity['value'] | null
/** The impact as the API writes it: instants as text. */
export interface ShownFactImpact extends ShownImpact {
  moments: { at: string | null; before: Value; after: Value; articles: ArticleImpact[] }[]
  furtherMoments: number
  readings: FactReading[]
}

interface Props {
  asked: { impact: ShownFactImpact | null; problem: Problem | null; busy: boolean }
  isChanged: boolean
  draft: FactDraft
}

/** What publishing this fact would change, now and on the days to come. */
export function FactImpactPanel({ asked: { impact, problem, busy }, isChanged, draft }: Props) {
  const t = useTranslations('catalogue.impact')
  const format = useFormatter()
  const locale = useLocale()
  const say = (value: Value) =>
    value === null ? t('nothing') : formatFact({ key: draft.key, type: draft.type, unit: draft.unit, value }, locale)
  const moments = (impact?.moments ?? []).filter(
    ({ before, after, articles }) => articles.length > 0 || JSON.stringify(before) !== JSON.stringify(after),
  )
  return (
    <section className="panel reach" aria-labelledby="impact" aria-busy={busy}>
      <h2 id="impact">{t('title')}</h2>
      <p className="visually-hidden" role="status">
        {busy ? t('counting') : impact ? t('reach', { articles: impact.articles, texts: impact.translations }) : ''}
      </p>
      {problem && <ImpactProblem problem={problem} />}
      {!impact && !problem && <p className="quiet">{busy ? t('counting') : t('typeFirst')}</p>}
      {impact && <ImpactCounts impact={impact} />}
      {impact && moments.length === 0 && <p className="quiet">{t(isChanged ? 'noDifference' : 'isLive')}</p>}
      {moments.map(({ at, before, after, articles }) => (
        <div key={at ?? 'now'} className="impact-moment">
          <h3>
            {at === null ? t('atOnce') : t('on', { date: format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' }) })}
            {JSON.stringify(before) !== JSON.stringify(after) && (
              <span className="impact-values">
                <del>{say(before)}</del> → <ins>{say(after)}</ins>
              </span>
            )}
          </h3>
          <ImpactArticles articles={articles} empty={t('noLive')} />
        </div>
      ))}
      {impact !== null && impact.furtherMoments > 0 && <p className="quiet">{t('furtherMoments', { count: impact.furtherMoments })}</p>}
    </section>
  )
}
