'use client'

import { Modal } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { ShortcutKeys } from './shortcut-keys.tsx'
import { useRegistry } from './shortcuts.tsx'

/** Every shortcut of this page, those of the page first. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell.shortcuts')
  const common = useTranslations('common')
  const groups = useRegistry()
    .groups()
    .filter(({ shortcuts }) => shortcuts.length > 0)
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg" closeButtonProps={{ 'aria-label': common('close') }}>
      <div className="shortcut-sheet">
        {groups.toReversed().map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, label }) => (
                <div key={`${keys} ${label}`}>
                  <dt>{label}</dt>
                  <dd>
                    <ShortcutKeys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="quiet">{t('layout')}</p>
    </Modal>
  )
}
