'use client'

import { Button, type ButtonProps } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from '../call-api.ts'
import { Icon } from '../icon.tsx'

/** Loaded when it is opened for the first time. */
const SendReviewDialog = dynamic(() => import('./send-review-dialog.tsx').then(module => module.SendReviewDialog), { ssr: false })

interface Props extends ButtonProps {
  articleId: string
  /** null: every language whose draft differs from what is live. */
  locale: string | null
  /** Saves what is being typed, or says why it could not be saved: then nothing is sent. */
  beforeSend?: () => Promise<Problem | null>
  /** Where to go with the new review; without it the page stays and is read again. */
  onSent?: (reviewId: string) => void
}

/** Sends a draft to review as it is now, with a word to whoever will look at it. */
export function SendReviewButton({ articleId, locale, beforeSend, onSent, ...button }: Props) {
  const t = useTranslations('workflow.send')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<Icon name="reviews" size={16} />} {...button} onClick={() => setOpened(true)}>
        {t('open')}
      </Button>
      {opened && <SendReviewDialog {...{ articleId, locale, beforeSend, onSent }} onClose={() => setOpened(false)} />}
    </>
  )
}
