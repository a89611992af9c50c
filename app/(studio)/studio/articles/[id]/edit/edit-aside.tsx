'use client'

import { Tabs, TabsList, TabsPanel, TabsTab } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { ChannelView } from '#app/_ui/windows/channel-view.ts'
import { ChannelWindow } from '#app/_ui/windows/channel-window.tsx'
import { LossCount } from '#app/_ui/windows/loss-count.tsx'
import { LossList } from '#app/_ui/windows/loss-list.tsx'
import { SizeMeters } from '#app/_ui/windows/size-meters.tsx'
import type { Status } from '#lib/authoring/status.ts'
import { FactPanel } from './fact-panel.tsx'
import type { FactChip } from './read-fact-chips.ts'

interface Props {
  views: ChannelView[]
  facts: FactChip[]
  status: Status
  onInsert: (text: string) => void
}

/** Beside the text: the saved draft through each channel's window with its losses, and the facts to put in. */
export function EditAside({ views, facts, onInsert }: Props) {
  const t = useTranslations()
  const [first] = views
  return (
    <aside className="edit-aside" aria-label={t('edit.aside')}>
      <Tabs defaultValue={first?.kind ?? 'facts'} keepMounted={false}>
        <TabsList grow aria-label={t('edit.aside')}>
          {views.map(({ kind, losses }) => (
            <TabsTab key={kind} value={kind} aria-label={t(`windows.channels.${kind}`)} title={t(`windows.channels.${kind}`)}>
              <span className="aside-tab">
                <Icon name={kind} />
                <LossCount losses={losses} />
              </span>
            </TabsTab>
          ))}
          <TabsTab value="facts" aria-label={t('edit.facts')} title={t('edit.facts')}>
            <Icon name="facts" />
          </TabsTab>
        </TabsList>
        {views.map(view => (
          <TabsPanel key={view.kind} value={view.kind} className="aside-panel">
            <ChannelPanel view={view} />
          </TabsPanel>
        ))}
        <TabsPanel value="facts" className="aside-panel">
          <FactPanel facts={facts} onInsert={onInsert} />
        </TabsPanel>
      </Tabs>
      <p className="quiet">{t('edit.previewHint')}</p>
    </aside>
  )
}

function ChannelPanel({ view }: { view: ChannelView }) {
  const t = useTranslations()
  return (
    <>
      <h2 className="aside-title">{t(`windows.channels.${view.kind}`)}</h2>
      {view.draft && <SizeMeters kind={view.kind} said={view.draft} />}
      <LossList losses={view.losses} />
      <div className={`window window-compact window-${view.kind}`}>
        {view.draft ? <ChannelWindow kind={view.kind} said={view.draft} /> : <p className="window-empty">{t('windows.absent.draft')}</p>}
      </div>
    </>
  )
}
