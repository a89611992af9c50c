'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { type Indicator, indicatorOf, type SessionState } from '#app/_drafts/session-state.ts'
import { Icon, type IconName } from '#app/_ui/icon.tsx'

const icons: Record<Indicator, IconName> = {
  unchanged: 'check',
  saved: 'check',
  saving: 'send',
  kept: 'locked',
  unkept: 'error',
  conflict: 'warning',
}
/** The worse one is said. */
const order: Indicator[] = ['unkept', 'conflict', 'kept', 'saving', 'saved', 'unchanged']

/** Says truthfully where this very text is: on the server, on the way, in this browser, or nowhere. */
export function SaveIndicator({ states }: { states: SessionState<unknown>[] }) {
  const t = useTranslations('draft.states')
  const format = useFormatter()
  const indicator = order.find(one => states.some(state => indicatorOf(state) === one)) ?? 'unchanged'
  const savedAt = Math.max(0, ...states.map(state => state.savedAt ?? 0))
  const trouble = states.find(state => indicatorOf(state) === indicator)?.trouble ?? null
  const text =
    indicator === 'saved'
      ? t('saved', { time: format.dateTime(savedAt, { timeStyle: 'medium' }) })
      : indicator === 'kept'
        ? t(trouble?.kind === 'refused' ? 'keptRefused' : trouble?.kind === 'signed-out' ? 'keptSignedOut' : 'kept')
        : t(indicator)
  return (
    <span className={`save-state save-${indicator}`} role="status" data-state={indicator}>
      <Icon name={icons[indicator]} size={16} />
      {text}
    </span>
  )
}
