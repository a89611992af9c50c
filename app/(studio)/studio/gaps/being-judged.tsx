'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'

/** Milliseconds between two looks whether there is a better order. */
const pace = 5000

/** Says that wordings are still being compared with the articles, and shows the result when it is there. */
export function BeingJudged() {
  const t = useTranslations('learning.wordings')
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), pace)
    return () => clearInterval(timer)
  }, [router])
  return (
    <p className="quiet" role="status">
      {t('beingJudged')}
    </p>
  )
}
