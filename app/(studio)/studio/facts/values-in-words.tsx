'use client'

import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { FactDraft } from './fact-draft.ts'

/** Every value of a fact and when it holds, as a list. */
export function ValuesInWords({ draft: { key, type, unit, values } }: { draft: FactDraft }) {
  const t = useTranslations('catalogue.facts')
  const format = useFormatter()
  const locale = useLocale()
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <ul className="plain-list">
      {values.map(({ id, value, validFrom, validTo }) => (
        <li key={id}>
          <strong>{formatFact({ key, type, unit, value }, locale)}</strong>{' '}
          <span className="quiet">
            {validFrom === null && validTo === null
              ? t('always')
              : validFrom === null
                ? t('until', { to: day(validTo as string) })
                : validTo === null
                  ? t('since', { from: day(validFrom) })
                  : t('between', { from: day(validFrom), to: day(validTo) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
