'use client'

import { SegmentedControl, Tabs, TabsList, TabsPanel, TabsTab } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { LossView } from '#app/_ui/windows/channel-view.ts'
import { LossCount } from '#app/_ui/windows/loss-count.tsx'
import type { ChannelKind } from '#lib/compile/types.ts'
import { LiveWindow } from './live-window.tsx'
import type { LiveViews } from './use-live-views.ts'

export interface PanelProps {
  live: LiveViews
  /** Channels with a wording of their own, and those of them that need a look. */
  own: string[]
  outdated: string[]
  onGo: (loss: LossView) => void
  onOwn: (kind: ChannelKind) => void
}

/** The same answer through the windows of all channels, as it is being typed: side by side, or one at a time. */
export function LivePanel(props: PanelProps) {
  const t = useTranslations()
  const [layout, setLayout] = useLocalStorage<'side' | 'one'>({ key: 'istok-windows', defaultValue: 'side' })
  const { views, stale } = props.live
  return (
    <section
      className="live-panel"
      id="channel-windows"
      aria-label={t('draft.windows.title')}
      tabIndex={-1}
      data-region
      data-layout={layout}
    >
      <div className="live-head">
        <h2>{t('draft.windows.title')}</h2>
        {stale && (
          <span className="live-stale" role="status">
            <Icon name="warning" size={15} />
            {t(`draft.windows.stale.${stale}`)}
          </span>
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('draft.windows.layout')}
          value={layout}
          onChange={value => setLayout(value as 'side' | 'one')}
          data={[
            { value: 'side', label: t('draft.windows.side') },
            { value: 'one', label: t('draft.windows.one') },
          ]}
        />
      </div>
      {views.length === 0 ? (
        <div className="live-wall" aria-busy="true">
          <div className="live-window live-waiting" />
          <div className="live-window live-waiting" />
        </div>
      ) : layout === 'side' ? (
        <div className="live-wall">
          {views.map(view => (
            <LiveWindow key={view.kind} view={view} {...props} />
          ))}
        </div>
      ) : (
        <OneAtATime {...props} />
      )}
    </section>
  )
}

function OneAtATime(props: PanelProps) {
  const t = useTranslations('windows')
  const [tab, setTab] = useLocalStorage<string>({ key: 'istok-window', defaultValue: 'website' })
  const { views } = props.live
  return (
    <Tabs value={tab} onChange={value => setTab(value ?? 'website')} keepMounted={false}>
      <TabsList grow aria-label={t('title')}>
        {views.map(({ kind, losses }) => (
          <TabsTab key={kind} value={kind} aria-label={t(`channels.${kind}`)} title={t(`channels.${kind}`)}>
            <span className="aside-tab">
              <Icon name={kind} />
              <LossCount losses={losses} />
            </span>
          </TabsTab>
        ))}
      </TabsList>
      {views.map(view => (
        <TabsPanel key={view.kind} value={view.kind} pt="sm">
          <LiveWindow view={view} {...props} />
        </TabsPanel>
      ))}
    </Tabs>
  )
}
