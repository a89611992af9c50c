'use client'

import { useTranslations } from 'use-intl'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import type { SynonymImpact as Impact } from '#lib/impact/read-synonym-impact.ts'
import { BeforeAfter } from './before-after.tsx'
import { ImpactProblem } from './impact-problem.tsx'
import { useImpact } from './use-impact.ts'

/** Texts that are listed; the rest is counted. */
const shown = 20

/** Which real questions find another first answer with these synonyms; `body` null: nothing to try yet. */
export function SynonymImpact({ body }: { body: { id: string | null; entry: object | null } | null }) {
  const t = useTranslations('catalogue.impact')
  const { impact, problem, busy } = useImpact<Impact>(body ? '/synonyms/impact' : null, body ?? {})
  if (!body) return null
  return (
    <section className="impact-inline" aria-labelledby="synonym-impact" aria-busy={busy}>
      <h3 id="synonym-impact">{t('title')}</h3>
      {problem ? <ImpactProblem problem={problem} /> : !impact && <p className="quiet">{t('trying')}</p>}
      {!problem && impact && <SynonymInWords impact={impact} />}
    </section>
  )
}

function SynonymInWords({ impact: { asked, phrasings, read, otherwise, items } }: { impact: Impact }) {
  const t = useTranslations('catalogue.impact.synonyms')
  const all = useTranslations('catalogue.impact')
  return (
    <>
      <p>
        {otherwise === 0 ? t('none') : t('otherwise', { count: otherwise })}{' '}
        {read > otherwise && t('sameFirst', { count: read - otherwise })}
      </p>
      <p className="quiet">{t('tried', { asked, phrasings })}</p>
      <ul className="impact-places">
        {items.slice(0, shown).map(({ kind, text, locale, channel, times, before, after, own }) => (
          <li key={`${kind} ${locale} ${channel} ${text} ${before?.articleId} ${after?.articleId}`}>
            <p className="impact-title">
              <span lang={locale}>«{text}»</span>
              <span className="quiet">{kind === 'asked' ? t('asked', { count: times }) : t('phrasing')}</span>
              {own !== null && (
                <StateBadge tone={own === 'after' ? 'green' : 'amber'} icon={own === 'after' ? 'check' : 'warning'}>
                  {t(own === 'after' ? 'ownFound' : 'ownLost')}
                </StateBadge>
              )}
            </p>
            <BeforeAfter before={before?.title ?? t('nothing')} after={after?.title ?? t('nothing')} lang={undefined} />
          </li>
        ))}
      </ul>
      {otherwise > shown && <p className="quiet">{all('more', { count: otherwise - Math.min(shown, items.length) })}</p>}
    </>
  )
}
