'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { withQuery } from '#app/_ui/query.ts'

interface Props {
  q: string
  status: string
  category: string
  /** Slug and title. */
  categories: [string, string][]
}

const statuses = ['published', 'changed', 'draft', 'withdrawn'] as const

/** Narrows the list down as one types and chooses; the address keeps it. */
export function ArticleFilters({ q, status, category, categories }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const [text, setText] = useState(q)
  const [pending, startTransition] = useTransition()
  const go = (change: Partial<Record<'q' | 'status' | 'category', string>>) =>
    startTransition(() => router.replace(withQuery('/studio/articles', { q: text, status, category, ...change })))
  const search = useDebouncedCallback((value: string) => go({ q: value }), 250)
  return (
    <search className="toolbar" aria-busy={pending}>
      <TextInput
        className="grow"
        type="search"
        aria-label={t('articles.find')}
        placeholder={t('articles.find')}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      <NativeSelect
        aria-label={t('articles.status')}
        value={status}
        onChange={event => go({ status: event.currentTarget.value })}
        data={[{ value: '', label: t('articles.anyStatus') }, ...statuses.map(value => ({ value, label: t(`status.${value}`) }))]}
      />
      <NativeSelect
        aria-label={t('articles.category')}
        value={category}
        onChange={event => go({ category: event.currentTarget.value })}
        data={[{ value: '', label: t('articles.anyCategory') }, ...categories.map(([value, label]) => ({ value, label }))]}
      />
    </search>
  )
}
