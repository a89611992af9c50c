'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { Session } from '#app/_drafts/run-session.ts'
import { type Indicator, indicatorOf } from '#app/_drafts/session-state.ts'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
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

interface Props {
  text: Session<unknown>
  /** What is said about the text, if that is edited beside it. */
  about?: Session<unknown>
}

/** Says truthfully where this very text is: on the server, on the way, in this browser, or nowhere. */
export function SaveIndicator({ text: ofText, about }: Props) {
  const t = useTranslations('draft.states')
  const format = useFormatter()
  const states = [useSaid(ofText), useSaid(about ?? ofText)]
  const indicator = order.find(one => states.some(state => state.indicator === one)) ?? 'unchanged'
  const savedAt = Math.max(0, ...states.map(state => state.savedAt ?? 0))
  const trouble = states.find(state => state.indicator === indicator)?.trouble ?? null
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

/** How a session stands: one who types hears of it when it changes, not at each key. */
function useSaid(session: Session<unknown>) {
  return {
    indicator: useSessionState(session, indicatorOf),
    savedAt: useSessionState(session, state => state.savedAt),
    trouble: useSessionState(session, state => state.trouble),
  }
}
