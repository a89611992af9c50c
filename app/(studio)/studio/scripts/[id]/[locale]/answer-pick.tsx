'use client'

import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type FoundArticle, findArticles, type NamedAnswer } from './use-answers.ts'

interface Props {
  /** Slug; empty: none is chosen. */
  value: string
  locale: string
  /** What is known of the chosen one. */
  answer: NamedAnswer | undefined
  /** Whose field it is, for screen readers. */
  name: string
  onChange: (slug: string) => void
}

/** Milliseconds after the last key until the server is asked. */
const rest = 150
/** Articles that are offered; who wants another one types on. */
const shown = 8

/** Which answer a step gives: found by its title or address. */
export function AnswerPick({ value, locale, answer, name, onChange }: Props) {
  const t = useTranslations('scripts')
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<FoundArticle[]>([])
  const chosen = value === '' ? [] : [{ value, label: answer && answer.title !== value ? `${answer.title} (${value})` : value }]
  const isTyped = query.trim() !== '' && query !== chosen[0]?.label
  useEffect(() => {
    if (!isTyped) return
    let isCurrent = true
    const timer = setTimeout(async () => {
      const articles = await findArticles(query, locale)
      if (isCurrent) setFound(articles)
    }, rest)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [query, isTyped, locale])
  const others = found
    .filter(({ slug }) => slug !== value)
    .slice(0, shown)
    .map(({ slug, title }) => ({ value: slug, label: `${title} (${slug})` }))
  return (
    <Select
      label={t('article')}
      aria-label={`${t('article')}: ${name}`}
      placeholder={t('articleHint')}
      description={answer && answer.state !== 'live' && answer.state !== 'unknown' ? t(`articleState.${answer.state}`) : undefined}
      error={answer?.state === 'unknown' ? t('articleState.unknown') : undefined}
      searchable
      data={[...chosen, ...others]}
      // What the server found is what fits: also in another keyboard layout.
      filter={({ options }) => options}
      value={value === '' ? null : value}
      onChange={slug => slug !== null && onChange(slug)}
      onSearchChange={setQuery}
      comboboxProps={{ withinPortal: false }}
      withScrollArea={false}
      nothingFoundMessage={isTyped ? t('articleNone') : undefined}
    />
  )
}
