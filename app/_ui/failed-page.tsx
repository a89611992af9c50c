'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { EmptyState } from './empty-state.tsx'

/** What a page says when it could not be made. */
export function FailedPage({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const t = useTranslations('error')
  return (
    <div className="page">
      <EmptyState isPage icon="error" title={t('title')} text={t('text')}>
        <Button onClick={retry}>{t('retry')}</Button>
        {digest && <p className="mono">{t('digest', { digest })}</p>}
      </EmptyState>
    </div>
  )
}
