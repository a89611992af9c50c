'use client'

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { FactChip } from './read-fact-chips.ts'

interface Props {
  facts: FactChip[]
  onInsert: (text: string) => void
}

/** The facts with their present values; a click puts one into the text at the cursor. */
export function FactPanel({ facts, onInsert }: Props) {
  const t = useTranslations('edit')
  const [filter, setFilter] = useState('')
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = facts.filter(({ key, title }) => words.every(word => `${key} ${title}`.toLowerCase().includes(word)))
  return (
    <>
      <TextInput
        size="xs"
        type="search"
        aria-label={t('findFact')}
        placeholder={t('findFact')}
        leftSection={<Icon name="search" size={16} />}
        value={filter}
        onChange={event => setFilter(event.currentTarget.value)}
      />
      <p className="quiet">{t('insertHint')}</p>
      <ul className="fact-list">
        {shown.map(({ key, title, value }) => (
          <li key={key}>
            <button type="button" className="fact-chip" onClick={() => onInsert(`:fact[${key}]`)}>
              <span className="fact-title">{title}</span>
              <span className="fact-value">{value ?? '—'}</span>
              <span className="mono quiet">{key}</span>
            </button>
          </li>
        ))}
        {shown.length === 0 && <li className="quiet">{t('noFact')}</li>}
      </ul>
    </>
  )
}
