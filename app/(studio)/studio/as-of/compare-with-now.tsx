'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { SaidChange } from '../releases/[number]/said-change.tsx'

/** What every channel said then, against what it says now. */
export function CompareWithNow({ articleId, locale, release }: { articleId: string; locale: string; release: number }) {
  const t = useTranslations('composer.asOf')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('compare')}
      </Button>
      {open && <SaidChange articleId={articleId} locale={locale} before={release} after={null} />}
    </>
  )
}
