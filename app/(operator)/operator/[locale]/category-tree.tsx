'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { CategoryNode } from '#lib/delivery/read-category-tree.ts'

interface Props {
  categories: CategoryNode[]
  total: number
  value: string | null
  onChange: (slug: string | null) => void
}

/** The topics with the number of their answers; deeper ones stand further in. */
export function CategoryTree({ categories, total, value, onChange }: Props) {
  const t = useTranslations('operator')
  const data = [{ value: '', label: t('allTopics', { count: total }) }, ...categories.flatMap(node => optionsOf(node, 0))]
  return (
    <NativeSelect
      size="xs"
      className="grow"
      aria-label={t('topics')}
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={data}
    />
  )
}

function optionsOf({ slug, title, count, children }: CategoryNode, depth: number): { value: string; label: string }[] {
  return [{ value: slug, label: `${'\u2003'.repeat(depth)}${title} (${count})` }, ...children.flatMap(child => optionsOf(child, depth + 1))]
}
