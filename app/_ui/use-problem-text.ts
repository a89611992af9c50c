'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from './call-api.ts'
import { sayProblem, type Words } from './say-problem.ts'

/** Says what a refusal means and what to do next, in the language of the interface. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations() as unknown as Words
  return useCallback(problem => sayProblem(t, problem), [t])
}
