'use client'

import { useTranslations } from 'use-intl'
import type { DraftStep } from './script-draft.ts'

/** What a step is called: its number and title, or its kind while it has none. */
export function useStepName(): (step: Pick<DraftStep, 'kind' | 'title'>, index: number) => string {
  const t = useTranslations('scripts')
  return ({ kind, title }, index) => `${index + 1}. ${title || t('untitled', { kind: t(`kinds.${kind}`) })}`
}
