'use client'

import { useTranslations } from 'use-intl'
import type { ChannelView, Version } from './channel-view.ts'
import { ChannelWindow } from './channel-window.tsx'
import { LossList } from './loss-list.tsx'
import { SizeMeters } from './size-meters.tsx'

/** One channel at its natural size, with what is lost there, how long it is, and the facts that it says. */
export function OneWindow({ view, version }: { view: ChannelView; version: Version }) {
  const t = useTranslations()
  const said = view[version]
  return (
    <div className="one-window">
      <div className={`window window-${view.kind}`}>
        {said ? <ChannelWindow kind={view.kind} said={said} /> : <p className="window-empty">{t(`windows.absent.${version}`)}</p>}
      </div>
      <aside className="window-notes" aria-label={t('windows.notes')}>
        {version === 'draft' && (
          <section>
            <h2>{t('losses.title')}</h2>
            <LossList losses={view.losses} />
          </section>
        )}
        {said && (
          <section>
            <h2>{t('size.title')}</h2>
            <SizeMeters kind={view.kind} said={said} />
          </section>
        )}
        {said && said.facts.length > 0 && (
          <section>
            <h2>{t('windows.facts')}</h2>
            <dl className="said-facts">
              {said.facts.map(([key, value]) => (
                <div key={key}>
                  <dt className="mono">{key}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </aside>
    </div>
  )
}
