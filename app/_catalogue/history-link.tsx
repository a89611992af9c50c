'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'

/** Leads to the history of one row of a list. */
export function HistoryLink({ href, name }: { href: string; name: string }) {
  const t = useTranslations('catalogue.history')
  return (
    <Link href={href} className="history-link" aria-label={t('named', { name })} title={t('title')}>
      <Icon name="history" size={16} />
    </Link>
  )
}
