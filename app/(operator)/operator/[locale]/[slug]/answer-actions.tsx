'use client'

import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { useDesk } from '../desk-context.tsx'
import { ReportDialog } from './report-dialog.tsx'

/** What an operator does with an answer besides copying it: keep it, compare it, report it. */
export function AnswerActions({ slug, locale }: { slug: string; locale: string }) {
  const t = useTranslations('desk')
  const { favourites, toggleFavourite, startComparing } = useDesk()
  const [reporting, setReporting] = useState(false)
  // Whoever has reported goes on where he was.
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    if (!reporting && opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
  }, [reporting])
  const report = () => {
    opener.current = document.activeElement
    setReporting(true)
  }
  const isKept = favourites.includes(slug)
  useShortcuts(t('actions'), [
    { keys: 'F', label: t(isKept ? 'favourite.drop' : 'favourite.keep'), run: () => toggleFavourite(slug) },
    { keys: 'K', label: t('compare.start'), run: startComparing },
    { keys: 'E', label: t('report.title'), run: report },
  ])
  return (
    <Group gap="xs" mb="sm">
      <Button
        variant="subtle"
        size="compact-sm"
        aria-pressed={isKept}
        aria-keyshortcuts="F"
        leftSection={<Icon name={isKept ? 'check' : 'plus'} size={16} />}
        onClick={() => toggleFavourite(slug)}
      >
        {t(isKept ? 'favourite.is' : 'favourite.keep')}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-keyshortcuts="K"
        leftSection={<Icon name="windows" size={16} />}
        onClick={startComparing}
      >
        {t('compare.start')}
      </Button>
      <Button variant="subtle" size="compact-sm" aria-keyshortcuts="E" leftSection={<Icon name="warning" size={16} />} onClick={report}>
        {t('report.title')}
      </Button>
      {reporting && <ReportDialog slug={slug} locale={locale} onClose={() => setReporting(false)} />}
    </Group>
  )
}
