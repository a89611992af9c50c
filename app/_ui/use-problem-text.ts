'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from './call-api.ts'

/** Says what a refusal means and what to do next, in the language of the interface. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('problem')
  return useCallback(
    problem => {
      if (problem.code === 'offline') return t('offline')
      if (problem.status === 401) return t('sessionEnded')
      if (problem.status === 403) return t('forbidden')
      if (problem.status === 404) return t('notFound')
      if (problem.status === 412) return t('changedMeanwhile')
      if (problem.status === 409) return t('conflict', { detail: problem.detail })
      if (problem.status === 422) return t('invalid')
      if (problem.status === 429) return t('tooMany')
      return t('internal')
    },
    [t],
  )
}
