'use client'

import { NativeSelect } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { withQuery } from '#app/_ui/query.ts'

const states = ['open', 'approved', 'rejected', 'withdrawn', 'superseded'] as const

/** Narrows the list of reviews down to one state; the address keeps it. */
export function StateFilter({ view, state }: { view: string; state: string }) {
  const t = useTranslations('workflow')
  const router = useRouter()
  return (
    <NativeSelect
      aria-label={t('reviews.state')}
      value={state}
      onChange={event => router.replace(withQuery('/studio/reviews', { view, state: event.currentTarget.value }))}
      data={[{ value: '', label: t('reviews.anyState') }, ...states.map(value => ({ value, label: t(`state.${value}`) }))]}
    />
  )
}
