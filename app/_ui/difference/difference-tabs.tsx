'use client'

import { Tabs, TabsList, TabsPanel, TabsTab } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Icon, type IconName } from '../icon.tsx'

export interface DifferenceTab {
  id: string
  icon: IconName
  label: string
  /** Words added and removed, or what else there is to know; null: nothing changed. */
  mark: string | null
  panel: ReactNode
}

/** The document, each channel and the facts, one at a time. */
export function DifferenceTabs({ label, tabs }: { label: string; tabs: DifferenceTab[] }) {
  const [tab, setTab] = useState<string | null>(tabs[0]?.id ?? null)
  return (
    <Tabs value={tab} onChange={setTab} className="diff-tabs">
      <TabsList aria-label={label}>
        {tabs.map(({ id, icon, label, mark }) => (
          <TabsTab key={id} value={id} leftSection={<Icon name={icon} />} rightSection={mark && <span className="diff-count">{mark}</span>}>
            {label}
          </TabsTab>
        ))}
      </TabsList>
      {tabs.map(({ id, panel }) => (
        <TabsPanel key={id} value={id}>
          {panel}
        </TabsPanel>
      ))}
    </Tabs>
  )
}
