'use client'

import { useTranslations } from 'use-intl'
import type { Problem } from '#app/_ui/call-api.ts'
import { useFieldFault } from '#app/_ui/use-field-fault.ts'

/** Why it cannot be said yet what a change would do. */
export function ImpactProblem({ problem: { errors = [] } }: { problem: Problem }) {
  const t = useTranslations('catalogue.impact')
  const say = useFieldFault()
  const faults = [...new Set(errors.map(say))].join('; ')
  return <p className="quiet">{faults === '' ? t('notYet') : t('blocked', { faults })}</p>
}
