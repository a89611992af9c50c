'use client'

import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { ImpactRow } from '#lib/release/compile-preview.ts'

interface Props {
  impact: readonly ImpactRow[]
  /** Of how many the rows are the first. */
  count: number
  /** What a row shows when it is unfolded: before and after. Without it rows do not unfold. */
  detail?: (row: ImpactRow) => ReactNode
}

const step = 30

/** Which answers a release changes: article by article, in which languages and channels, and because of what. */
export function ImpactList({ impact, count, detail }: Props) {
  const t = useTranslations('composer')
  const [limit, setLimit] = useState(step)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <ul className="impact">
        {impact.slice(0, limit).map(row => {
          const key = `${row.articleId} ${row.locale}`
          const isOpen = open === key
          return (
            <li key={key} className="impact-row">
              <div className="impact-head">
                <div className="impact-text">
                  <span lang={row.locale} className="impact-title">
                    {row.title}
                  </span>
                  <span className="under">
                    <span className="locale-tag">{row.locale}</span>
                    <Because row={row} />
                  </span>
                </div>
                <Effects row={row} />
                {detail && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-expanded={isOpen}
                    aria-label={t('beforeAfterNamed', { title: row.title, locale: row.locale })}
                    onClick={() => setOpen(isOpen ? null : key)}
                  >
                    {t('beforeAfter')}
                  </Button>
                )}
              </div>
              {isOpen && detail?.(row)}
            </li>
          )
        })}
      </ul>
      {impact.length > limit && (
        <Button variant="default" onClick={() => setLimit(limit + 100)}>
          {t('more', { count: impact.length - limit })}
        </Button>
      )}
      {count > impact.length && <p className="quiet">{t('beyond', { count: count - impact.length })}</p>}
    </>
  )
}

function Because({ row: { named, through } }: { row: ImpactRow }) {
  const t = useTranslations('composer')
  const keys = [...through.facts, ...through.snippets]
  if (named && keys.length === 0) return null
  return <span>{keys.length === 0 ? t('throughLink') : t('through', { keys: keys.join(', ') })}</span>
}

const icons = { new: 'plus', changed: 'changed', same: 'check', removed: 'withdrawn' } as const

/** Every channel by its face, with what happens there. */
function Effects({ row: { channels } }: { row: ImpactRow }) {
  const t = useTranslations()
  return (
    <span className="effects">
      {channels.map(({ channel, effect }) => (
        <span
          key={channel}
          className={`effect effect-${effect}`}
          title={`${t(`windows.channels.${channel}`)}: ${t(`composer.effects.${effect}`)}`}
        >
          <Icon name={channel} size={16} label={`${t(`windows.channels.${channel}`)}: ${t(`composer.effects.${effect}`)}`} />
          <Icon name={icons[effect]} size={12} />
        </span>
      ))}
    </span>
  )
}
