'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNow } from './when-field.tsx'

/** Something of unknown length is going on: what it is, and for how many seconds already. Says nothing within the first second. */
export function WaitNote({ text, since }: { text: string; since?: number }) {
  const t = useTranslations('composer')
  const now = useNow(500)
  const [shown] = useState(Date.now)
  const seconds = Math.floor((now - (since ?? shown)) / 1000)
  if (seconds < 1) return null
  return (
    <div className="wait" role="status">
      <progress aria-label={text} />
      <span>{t('elapsed', { text, seconds })}</span>
    </div>
  )
}
