'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { ChannelView, SaidView, Version } from './channel-view.ts'
import { ChannelWindow } from './channel-window.tsx'
import { LossCount } from './loss-count.tsx'

/** All windows side by side. */
export function WindowWall({ views, version }: { views: ChannelView[]; version: Version }) {
  const t = useTranslations('windows')
  return (
    <div className="wall">
      {views.map(view => {
        const said = view[version]
        return (
          <div key={view.kind} className={`wall-item wall-${view.kind}`}>
            <div className="wall-head">
              <Icon name={view.kind} />
              <h2>{t(`channels.${view.kind}`)}</h2>
              {said && <Size said={said} />}
              {version === 'draft' && <LossCount losses={view.losses} />}
            </div>
            <div className={`window window-compact window-${view.kind}`}>
              {said ? <ChannelWindow kind={view.kind} said={said} /> : <p className="window-empty">{t(`absent.${version}`)}</p>}
            </div>
          </div>
        )
      })}
    </div>
  )
}

function Size({ said }: { said: SaidView }) {
  const t = useTranslations('size')
  const format = useFormatter()
  const { characters, seconds, messages } = said.size
  if (seconds !== undefined)
    return <span className="quiet">{t('inSeconds', { seconds: format.number(seconds, { maximumFractionDigits: 1 }) })}</span>
  if (messages !== undefined) return <span className="quiet">{t('inMessages', { messages })}</span>
  return <span className="quiet">{t('inCharacters', { characters })}</span>
}
