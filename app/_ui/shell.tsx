'use client'

import { AppShell, AppShellHeader, AppShellMain, AppShellNavbar, Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { BrandMark } from './brand-mark.tsx'
import { KeepSession } from './keep-session.tsx'
import type { Rights } from './nav-entries.ts'
import { PaletteButton } from './palette/palette-button.tsx'
import { GeneralShortcuts } from './shortcuts/general-shortcuts.tsx'
import { ShortcutProvider } from './shortcuts/shortcuts.tsx'
import { SideNav } from './side-nav.tsx'
import { UserMenu } from './user-menu.tsx'

interface Props {
  name: string
  email: string
  rights: Rights
  children: ReactNode
}

/** The frame of every page of people who are signed in: navigation at the side, on narrow screens behind a button. */
export function Shell({ name, email, rights, children }: Props) {
  const t = useTranslations('shell')
  const [opened, { toggle, close }] = useDisclosure()
  const [palette, setPalette] = useState(false)
  const path = usePathname()
  useEffect(() => {
    if (path) close()
  }, [path, close])
  const brand = (
    <Link href="/studio" className="brand">
      <BrandMark />
      {t('product')}
    </Link>
  )
  return (
    <ShortcutProvider>
      <AppShell
        header={{ height: { base: 52, sm: 0 } }}
        navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        transitionDuration={0}
      >
        <a className="skip-link" href="#main">
          {t('skip')}
        </a>
        <AppShellHeader hiddenFrom="sm">
          <Group h="100%" px="sm" justify="space-between">
            {brand}
            <Burger
              opened={opened}
              onClick={toggle}
              size="sm"
              aria-label={opened ? t('closeMenu') : t('openMenu')}
              aria-expanded={opened}
            />
          </Group>
        </AppShellHeader>
        <AppShellNavbar className="side" aria-label={t('navigation')}>
          <div className="side-brand">{brand}</div>
          <PaletteButton onClick={() => setPalette(true)} />
          <SideNav path={path} rights={rights} />
          <UserMenu name={name} email={email} />
        </AppShellNavbar>
        <AppShellMain id="main" tabIndex={-1}>
          {children}
        </AppShellMain>
        <KeepSession />
        <GeneralShortcuts rights={rights} palette={palette} setPalette={setPalette} />
      </AppShell>
    </ShortcutProvider>
  )
}
