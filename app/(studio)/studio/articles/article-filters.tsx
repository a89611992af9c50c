'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { withQuery } from '#app/_ui/query.ts'
import type { Filters } from './read-filters.ts'

interface Props {
  filters: Filters
  /** Slug and title. */
  categories: [string, string][]
  tags: [string, string][]
  owners: string[]
  locales: string[]
  /** How many articles there are. */
  count: number
}

const statuses = ['published', 'changed', 'draft', 'withdrawn'] as const
const standings = ['in-review', 'sent-back', 'approved', 'changed'] as const
const attentions = ['due', 'outdated', 'losses'] as const

/** Narrows the list down as one types and chooses; the address keeps it. */
export function ArticleFilters({ filters, categories, tags, owners, locales, count }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const [text, setText] = useState(filters.q ?? '')
  const [pending, startTransition] = useTransition()
  const go = (change: Filters) => startTransition(() => router.replace(withQuery('/studio/articles', { ...filters, q: text, ...change })))
  const search = useDebouncedCallback((value: string) => go({ q: value }), 250)
  /** What a saved view or an old address still names: it narrows the list, so it is shown. */
  const goneOf = (name: keyof Filters, options: [string, string][]): [string, string][] => {
    const value = filters[name] ?? ''
    return value === '' || options.some(([known]) => known === value) ? [] : [[value, t('workflow.list.gone', { value })]]
  }
  const select = (name: 'category' | 'tag' | 'locale' | 'audience' | 'owner', any: string, options: [string, string][]) => (
    <NativeSelect
      key={name}
      aria-label={t(`workflow.list.filter.${name}`)}
      value={filters[name] ?? ''}
      onChange={event => go({ [name]: event.currentTarget.value })}
      data={[{ value: '', label: any }, ...[...options, ...goneOf(name, options)].map(([value, label]) => ({ value, label }))]}
    />
  )
  const states = [
    { value: '', label: t('articles.anyStatus') },
    { group: t('workflow.list.group.status'), items: statuses.map(value => ({ value, label: t(`status.${value}`) })) },
    {
      group: t('workflow.list.group.review'),
      items: standings.map(value => ({ value: `review-${value}`, label: t(`workflow.standing.${value}`) })),
    },
    {
      group: t('workflow.list.group.attention'),
      items: attentions.map(value => ({ value, label: t(`workflow.list.attention.${value}`) })),
    },
  ]
  return (
    <search className="toolbar article-filters" aria-busy={pending}>
      <TextInput
        id="find-articles"
        className="grow"
        type="search"
        aria-label={t('workflow.list.find')}
        placeholder={t('workflow.list.find')}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      <NativeSelect
        aria-label={t('articles.status')}
        value={filters.state ?? ''}
        onChange={event => go({ state: event.currentTarget.value })}
        data={states}
      />
      {select('category', t('articles.anyCategory'), categories)}
      {(tags.length > 0 || filters.tag) && select('tag', t('workflow.list.any.tag'), tags)}
      {select(
        'locale',
        t('workflow.list.any.locale'),
        locales.map(one => [one, one]),
      )}
      {select('audience', t('workflow.list.any.audience'), [
        ['public', t('workflow.list.public')],
        ['internal', t('articles.internal')],
      ])}
      {select('owner', t('workflow.list.any.owner'), [
        ['me', t('workflow.list.me')],
        ['nobody', t('workflow.list.nobody')],
        ...owners.map((one): [string, string] => [one, one]),
      ])}
      <span className="quiet list-count" role="status">
        {t('workflow.list.count', { count })}
      </span>
    </search>
  )
}
