'use client'

import { useTranslations } from 'use-intl'
import type { Search } from './use-search.ts'

/** What was searched for instead of what was typed; the other is one click away. */
export function CorrectedNote({ search }: { search: Search }) {
  const t = useTranslations('desk.corrected')
  const corrected = search.found?.corrected
  if (search.query.trim() === '' || !corrected) return null
  return (
    <p className="desk-corrected">
      {corrected.applied ? t('shown', { query: corrected.query }) : t('asTyped', { query: search.query })}{' '}
      <button type="button" className="text-button" onClick={() => search.setRepair(!corrected.applied)}>
        {t('instead', { query: corrected.applied ? search.query : corrected.query })}
      </button>
    </p>
  )
}
