'use client'

import { Tabs, TabsList, TabsPanel, TabsTab } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import type { PickLists } from './pick-item.ts'
import { PickList } from './pick-list.tsx'
import { ReleaseSheet } from './release-sheet.tsx'
import { type Kind, kinds } from './selection.ts'
import { useSelection } from './use-selection.ts'
import { WithdrawList } from './withdraw-list.tsx'

/** Left what can be released, right the sheet of what that changes. */
export function Composer({ lists }: { lists: PickLists }) {
  const t = useTranslations('composer')
  const { selection, isReady, set, clear } = useSelection()
  const [tab, setTab] = useState<Kind>('articles')
  const first = kinds.find(kind => selection[kind].length > 0)
  // Once it is known what is chosen; from then on the tab is where somebody put it.
  const [wasReady, setWasReady] = useState(false)
  if (isReady && !wasReady) {
    setWasReady(true)
    if (first) setTab(first)
  }
  useShortcuts(t('title'), [
    {
      keys: '/',
      label: t('find'),
      run: () => document.querySelector<HTMLElement>(`[data-kind="${tab}"] [data-shortcut="search"]`)?.focus(),
    },
    ...kinds.map((kind, index) => ({ keys: `Alt+${index + 1}`, label: t(`kinds.${kind}`), run: () => setTab(kind) })),
  ])
  return (
    <div className="composer" data-ready={isReady}>
      <Tabs value={tab} onChange={value => setTab((value ?? 'articles') as Kind)} className="composer-pick" keepMounted={false}>
        <TabsList aria-label={t('what')}>
          {kinds.map(kind => (
            <TabsTab
              key={kind}
              value={kind}
              rightSection={selection[kind].length > 0 && <span className="tab-count">{selection[kind].length}</span>}
            >
              {t(`kinds.${kind}`)}
            </TabsTab>
          ))}
        </TabsList>
        {kinds.map(kind => (
          <TabsPanel key={kind} value={kind} data-kind={kind}>
            {kind === 'withdraw' ? (
              <WithdrawList chosen={selection.withdraw} onChoose={(ids, chosen) => set('withdraw', ids, chosen)} />
            ) : (
              <PickList
                label={t(`kinds.${kind}`)}
                kind={kind}
                start={lists[kind]}
                chosen={selection[kind]}
                empty={t(`empty.${kind}`)}
                onChoose={(ids, chosen) => set(kind, ids, chosen)}
              />
            )}
          </TabsPanel>
        ))}
      </Tabs>
      {isReady && <ReleaseSheet selection={selection} onAdd={id => set('articles', [id], true)} onDone={clear} />}
    </div>
  )
}
