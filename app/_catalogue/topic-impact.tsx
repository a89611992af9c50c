'use client'

import { useTranslations } from 'use-intl'
import type { CategoryImpact } from '#lib/impact/read-category-impact.ts'
import { BeforeAfter } from './before-after.tsx'

type Shown = Partial<Pick<CategoryImpact, 'addresses' | 'counts' | 'rights'>>

/** What else becomes of the topics of the site and of who looks after them: addresses, numbers of answers, rights. Empty where nothing does. */
export function TopicImpact({ impact: { addresses = [], counts = [], rights = [] }, isMove }: { impact: Shown; isMove: boolean }) {
  const t = useTranslations('catalogue.impact')
  return (
    <>
      {addresses.length > 0 && (
        <>
          <p>{t('addresses')}</p>
          <ul className="impact-places">
            {addresses.map(({ locale, before, after }) => (
              <li key={locale}>
                <BeforeAfter before={`/${locale}/categories/${before}`} after={`/${locale}/categories/${after}`} />
              </li>
            ))}
          </ul>
        </>
      )}
      {counts.length > 0 && (
        <>
          <p>{t('counts')}</p>
          <ul className="impact-counts">
            {counts.map(({ category, locale, title, before, after }) => (
              <li key={`${category} ${locale}`}>
                <span lang={locale}>{title}</span>
                <span className="locale-mark">{locale}</span>
                <BeforeAfter before={String(before)} after={String(after)} />
                {before === 0 && <span className="quiet">{t('appears')}</span>}
                {after === 0 && <span className="quiet">{t('disappears')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {rights.map(({ name, gains, loses }) => (
        <div key={name}>
          {gains.length > 0 && <p>{t('gains', { name, rights: inWords(t, gains) })}</p>}
          {loses.length > 0 && <p>{t('loses', { name, rights: inWords(t, loses) })}</p>}
        </div>
      ))}
      {isMove && <p className="quiet">{t(rights.length === 0 ? 'staysAll' : 'stays')}</p>}
    </>
  )
}

function inWords(t: ReturnType<typeof useTranslations<'catalogue.impact'>>, scopes: readonly ('write' | 'approve' | 'publish')[]): string {
  return scopes.map(scope => t(`rights.${scope}`)).join(', ')
}
