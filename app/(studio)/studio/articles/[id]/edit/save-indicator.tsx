'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { Icon, type IconName } from '#app/_ui/icon.tsx'
import type { Draft, SaveState } from './use-draft.ts'

const icons: Record<SaveState, IconName> = { saved: 'check', changed: 'changed', saving: 'send', refused: 'error', conflict: 'warning' }

/** Says truthfully whether this very text is stored. */
export function SaveIndicator({ draft }: { draft: Draft }) {
  const t = useTranslations('edit.states')
  const format = useFormatter()
  const time = draft.savedAt === null ? '' : format.dateTime(draft.savedAt, { timeStyle: 'short' })
  const text = draft.state === 'saved' ? (draft.savedAt === null ? t('unchanged') : t('saved', { time })) : t(draft.state)
  return (
    <span className={`save-state save-${draft.state}`} role="status">
      <Icon name={icons[draft.state]} size={16} />
      {text}
    </span>
  )
}
