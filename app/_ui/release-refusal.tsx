'use client'

import { useLocale, useTranslations } from 'use-intl'
import type { ChannelKind, LossLevel } from '#lib/compile/types.ts'
import type { Problem } from './call-api.ts'
import { ProblemNote } from './problem-note.tsx'
import { useProblemText } from './use-problem-text.ts'

interface RefusedLoss {
  slug: string
  locale: string
  channel: ChannelKind
  path: string
  level: LossLevel
  message: { ru: string; en: string }
}

/** Why a release was refused: each loss with its article, language, channel and place. */
export function ReleaseRefusal({ problem }: { problem: Problem }) {
  const t = useTranslations()
  const locale = useLocale()
  const say = useProblemText()
  const losses = (problem.losses ?? []) as RefusedLoss[]
  if (losses.length === 0)
    return (
      <ProblemNote>
        <p>{say(problem)}</p>
      </ProblemNote>
    )
  return (
    <ProblemNote>
      <p>{t('losses.refused', { count: losses.length })}</p>
      <ul>
        {losses.slice(0, 20).map(loss => (
          <li key={`${loss.slug} ${loss.locale} ${loss.channel} ${loss.path} ${loss.message.en}`}>
            {loss.message[locale]}
            <span className="quiet refused-place">
              {loss.slug} · {loss.locale} · {t(`windows.channels.${loss.channel}`)} · <code>{loss.path}</code>
            </span>
          </li>
        ))}
      </ul>
    </ProblemNote>
  )
}
