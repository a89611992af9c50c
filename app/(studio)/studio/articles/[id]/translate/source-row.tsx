'use client'

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { IconName } from '#app/_ui/icon.tsx'
import { StateBadge, type Tone } from '#app/_ui/state-badge.tsx'
import type { MatchRow } from '#lib/authoring/translation-match.ts'

const looks: Record<MatchRow['state'], { tone: Tone; icon: IconName } | null> = {
  current: null,
  changed: { tone: 'amber', icon: 'changed' },
  missing: { tone: 'red', icon: 'plus' },
  extra: { tone: 'gray', icon: 'info' },
  unmarked: { tone: 'gray', icon: 'draft' },
}
const names = ['/title', '/shortAnswer', '/questions']

interface Props {
  row: Omit<MatchRow, 'before'>
  /** Shows the place of the translation that says it. */
  onShow: (path: string) => void
  /** Puts the block of the source into the translation, to be translated there. */
  onAdd: (path: string) => void
  children: ReactNode
}

/** A part of the source: whether the translation still says the same, and the way to where it says so. */
export function SourceRow({ row, onShow, onAdd, children }: Props) {
  const t = useTranslations('workflow.translate')
  const { state, source, target } = row
  const look = looks[state]
  const isBlock = source?.startsWith('/content/') ?? false
  return (
    <li className={`source-row source-${state}`}>
      {source && names.includes(source) && <span className="diff-label">{t(`name.${source.slice(1) as 'title'}`)}</span>}
      {children ?? <p className="quiet">{t('extraHint')}</p>}
      <div className="source-foot">
        {look && <StateBadge {...look}>{t(`state.${state}`)}</StateBadge>}
        {state === 'missing' && isBlock && source && (
          <Button size="compact-xs" variant="default" onClick={() => onAdd(source)}>
            {t('add')}
          </Button>
        )}
        {target?.startsWith('/content/') && state !== 'current' && (
          <Button size="compact-xs" variant="subtle" onClick={() => onShow(target)}>
            {t('show')}
          </Button>
        )}
      </div>
    </li>
  )
}
