'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '../icon.tsx'
import { ShortcutKeys } from '../shortcuts/shortcut-keys.tsx'

/** Says that there is a palette, and opens it for those who use a mouse. */
export function PaletteButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations('shell.palette')
  return (
    <button type="button" className="palette-button" onClick={onClick} aria-haspopup="dialog">
      <Icon name="search" size={16} />
      {t('open')}
      <ShortcutKeys keys="Mod+K" />
    </button>
  )
}
