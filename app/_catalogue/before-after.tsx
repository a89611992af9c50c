'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'

/** One value and the one that comes in its place; said aloud, too. */
export function BeforeAfter({ before, after, lang }: { before: string; after: string; lang?: string | undefined }) {
  const t = useTranslations('catalogue.impact')
  return (
    <p className="before-after">
      <del className="piece-removed">
        <span className="visually-hidden">{t('was')}</span>
        <span lang={before ? lang : undefined}>{before || t('nowhere')}</span>
      </del>{' '}
      <Icon name="right" size={14} />{' '}
      <ins className="piece-added">
        <span className="visually-hidden">{t('becomes')}</span>
        <span lang={after ? lang : undefined}>{after || t('nowhere')}</span>
      </ins>
    </p>
  )
}
