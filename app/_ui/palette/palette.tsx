'use client'

import {
  createSpotlight,
  SpotlightAction,
  SpotlightActionsGroup,
  SpotlightActionsList,
  SpotlightEmpty,
  SpotlightRoot,
  SpotlightSearch,
} from '@mantine/spotlight'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '../icon.tsx'
import type { Rights } from '../nav-entries.ts'
import type { Command } from './commands.ts'
import { keepRecent } from './recent.ts'
import { useCommands } from './use-commands.ts'

const [store, palette] = createSpotlight()

interface Props {
  rights: Rights
  onClose: () => void
  showSheet: () => void
}

/** Everything by its name: articles, facts, snippets, releases, pages, and what can be done. */
export function Palette({ rights, onClose, showSheet }: Props) {
  const t = useTranslations('shell.palette')
  const router = useRouter()
  const [query, setQuery] = useState('')
  const groups = useCommands(query, rights, showSheet)
  useEffect(() => palette.open(), [])
  // The list scrolls in a box of its own, which the keyboard must reach; the box takes these, its types do not say so.
  const list = { viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }
  const choose = ({ href, title, icon, run }: Command) => {
    if (href) {
      keepRecent({ href, title, icon })
      router.push(href)
    } else run?.()
  }
  return (
    <SpotlightRoot
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      transitionProps={{ duration: 0 }}
      title={t('title')}
      classNames={{ header: 'visually-hidden' }}
    >
      <SpotlightSearch placeholder={t('placeholder')} aria-label={t('placeholder')} leftSection={<Icon name="search" />} />
      <SpotlightActionsList {...list}>
        {groups.map(({ title, commands }) => (
          <SpotlightActionsGroup key={title} label={title}>
            {commands.map(command => (
              <SpotlightAction key={command.id} onClick={() => choose(command)} className="command">
                <Icon name={command.icon} />
                <span className="command-title" lang={command.lang}>
                  {command.title}
                </span>
                {command.detail && <span className="command-detail">{command.detail}</span>}
              </SpotlightAction>
            ))}
          </SpotlightActionsGroup>
        ))}
        {groups.length === 0 && <SpotlightEmpty>{t('none')}</SpotlightEmpty>}
      </SpotlightActionsList>
    </SpotlightRoot>
  )
}
