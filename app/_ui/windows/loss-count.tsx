'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { LossView } from './channel-view.ts'

/** How many losses of which worst level; a quiet tick when there is none. */
export function LossCount({ losses }: { losses: LossView[] }) {
  const t = useTranslations('losses')
  const level = worst(losses)
  if (level === null)
    return (
      <span className="loss-count loss-none">
        <Icon name="check" size={14} label={t('none')} />
      </span>
    )
  return (
    <span className={`loss-count loss-${level}`}>
      <Icon name={level} size={14} label={t(`levels.${level}`)} />
      {losses.length}
    </span>
  )
}

function worst(losses: LossView[]): LossView['level'] | null {
  return (['error', 'warning', 'info'] as const).find(level => losses.some(loss => loss.level === level)) ?? null
}
