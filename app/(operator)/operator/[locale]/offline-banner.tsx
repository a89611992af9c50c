'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'

/** Says that there is no way to the server, and what can still be done. */
export function OfflineBanner() {
  const t = useTranslations('desk.offline')
  return (
    <p className="desk-banner" role="status">
      <Icon name="warning" size={16} />
      <strong>{t('title')}</strong> {t('text')}
    </p>
  )
}
