'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { navSectionsFor, type Rights } from '../nav-entries.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { useShortcuts } from './shortcuts.tsx'

/** The shortcuts of every page: going places, and the sheet of all shortcuts. */
export function GeneralShortcuts({ rights }: { rights: Rights }) {
  const t = useTranslations('shell')
  const router = useRouter()
  const [sheet, setSheet] = useState(false)
  const pages = navSectionsFor(rights)
    .flatMap(({ entries }) => entries)
    .flatMap(({ href, label, keys }) => (keys ? [{ keys, label: t(`nav.${label}`), run: () => router.push(href) }] : []))
  useShortcuts(t('shortcuts.pages'), pages, { general: true })
  useShortcuts(t('shortcuts.everywhere'), [{ keys: '?', label: t('shortcuts.sheet'), run: () => setSheet(true) }], { general: true })
  return sheet && <ShortcutSheet onClose={() => setSheet(false)} />
}
