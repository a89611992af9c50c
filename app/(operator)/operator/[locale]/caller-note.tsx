'use client'

import { CloseButton } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'

/** Who calls, until the operator is done with it. */
export function CallerNote({ phone, onClose }: { phone: string; onClose?: () => void }) {
  const t = useTranslations('desk.frame')
  return (
    <p className="frame-caller" role="status">
      <Icon name="ivr" size={16} />
      {t('caller', { phone })}
      {onClose && <CloseButton size="sm" aria-label={t('callEnded')} onClick={onClose} />}
    </p>
  )
}
