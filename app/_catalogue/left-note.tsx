'use client'

import { Button, Group } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'

interface Props {
  /** Milliseconds. */
  at: number
  onTake: () => void
  onDiscard: () => void
}

/** A page that was closed left something unsaved in this browser: go on with it, or let it go. */
export function LeftNote({ at, onTake, onDiscard }: Props) {
  const t = useTranslations('catalogue.left')
  const format = useFormatter()
  return (
    <div className="left-note" role="status">
      <p>{t('text', { time: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) })}</p>
      <Group gap="xs">
        <Button size="xs" onClick={onTake}>
          {t('take')}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {t('discard')}
        </Button>
      </Group>
    </div>
  )
}
