'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { navSectionsFor, type Rights } from '../nav-entries.ts'
import { useShortcuts } from './shortcuts.tsx'

/** Loaded when they are opened for the first time. */
const ShortcutSheet = dynamic(() => import('./shortcut-sheet.tsx').then(module => module.ShortcutSheet), { ssr: false })
const Palette = dynamic(() => import('../palette/palette.tsx').then(module => module.Palette), { ssr: false })

interface Props {
  rights: Rights
  palette: boolean
  setPalette: (opened: boolean) => void
}

/** The shortcuts of every page: the command palette, going places, making new things, and the sheet of all shortcuts. */
export function GeneralShortcuts({ rights, palette, setPalette }: Props) {
  const t = useTranslations('shell')
  const router = useRouter()
  const [sheet, setSheet] = useState(false)
  const pages = navSectionsFor(rights)
    .flatMap(({ entries }) => entries)
    .flatMap(({ href, label, keys }) => (keys ? [{ keys, label: t(`nav.${label}`), run: () => router.push(href) }] : []))
  useShortcuts(t('shortcuts.pages'), pages, { general: true })
  const open = () => setPalette(true)
  useShortcuts(
    t('shortcuts.everywhere'),
    [
      { keys: 'Mod+K', label: t('palette.title'), run: open },
      { keys: 'Mod+Shift+K', label: t('shortcuts.paletteInEditor'), run: open },
      ...(rights.write ? [{ keys: 'N A', label: t('palette.newArticle'), run: () => router.push('/studio/articles/new') }] : []),
      ...(rights.publish ? [{ keys: 'N R', label: t('palette.newRelease'), run: () => router.push('/studio/releases/new') }] : []),
      { keys: '?', label: t('shortcuts.sheet'), run: () => setSheet(true) },
    ],
    { general: true },
  )
  return (
    <>
      {palette && <Palette rights={rights} onClose={() => setPalette(false)} showSheet={() => setSheet(true)} />}
      {sheet && <ShortcutSheet onClose={() => setSheet(false)} />}
    </>
  )
}
