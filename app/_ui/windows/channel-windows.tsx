'use client'

import { SegmentedControl, Tabs, TabsList, TabsPanel, TabsTab } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { ChannelView, Version } from './channel-view.ts'
import { LossCount } from './loss-count.tsx'
import { OneWindow } from './one-window.tsx'
import { WindowWall } from './window-wall.tsx'

/** The same answer through every channel's window: all side by side, or one with its size and losses. */
export function ChannelWindows({ views }: { views: ChannelView[] }) {
  const t = useTranslations('windows')
  const [version, setVersion] = useState<Version>('draft')
  const [tab, setTab] = useState<string | null>('all')
  const hasLive = views.some(view => view.live !== null)
  return (
    <Tabs value={tab} onChange={setTab} className="windows">
      <div className="windows-head">
        <TabsList aria-label={t('title')}>
          <TabsTab value="all" leftSection={<Icon name="windows" />}>
            {t('all')}
          </TabsTab>
          {views.map(({ kind, losses }) => (
            <TabsTab
              key={kind}
              value={kind}
              leftSection={<Icon name={kind} />}
              rightSection={version === 'draft' && <LossCount losses={losses} />}
            >
              {t(`channels.${kind}`)}
            </TabsTab>
          ))}
        </TabsList>
        {hasLive && (
          <SegmentedControl
            size="xs"
            aria-label={t('version')}
            value={version}
            onChange={value => setVersion(value as Version)}
            data={[
              { value: 'draft', label: t('draft') },
              { value: 'live', label: t('live') },
            ]}
          />
        )}
      </div>
      <TabsPanel value="all">{tab === 'all' && <WindowWall views={views} version={version} />}</TabsPanel>
      {views.map(view => (
        <TabsPanel key={view.kind} value={view.kind}>
          {tab === view.kind && <OneWindow view={view} version={version} />}
        </TabsPanel>
      ))}
    </Tabs>
  )
}
