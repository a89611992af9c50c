'use client'

import { useTranslations } from 'use-intl'
import { dialogueLimits } from '#lib/compile/limits.ts'

const radius = 26
const round = 2 * Math.PI * radius

/** A clock that is full when the longest answer a listener can take is reached. */
export function SecondsDial({ seconds }: { seconds: number }) {
  const t = useTranslations('windows')
  const { max } = dialogueLimits.answerSeconds
  const share = Math.min(seconds / max, 1)
  const state = seconds > max ? 'over' : share > 0.8 ? 'near' : 'within'
  return (
    <div className={`dial dial-${state}`} role="img" aria-label={t('secondsOf', { seconds, max })}>
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <circle cx="32" cy="32" r={radius} className="dial-track" />
        <circle
          cx="32"
          cy="32"
          r={radius}
          className="dial-hand"
          strokeDasharray={`${share * round} ${round}`}
          transform="rotate(-90 32 32)"
        />
      </svg>
      <span aria-hidden="true" className="dial-number">
        {Math.round(seconds)}
      </span>
      <span aria-hidden="true" className="dial-limit">
        {t('ofSeconds', { max })}
      </span>
    </div>
  )
}
